import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Trial } from '../trial.ts'
import { trialApi } from '../trial-api.ts'

/** Throws a draft away. It cannot be undone, so it asks. */
export function DiscardDraft({ trial }: { trial: Trial }) {
  const [isAsking, setAsking] = useState(false)
  const discard = useAction(trialApi.discard)
  const toast = useToast()
  const go = useGo()

  async function throwAway(): Promise<void> {
    if (!(await discard.succeeds({ id: trial.id }))) return
    toast({ text: t('trial.discarded') })
    go('/trials', { replace: true })
  }

  return (
    <>
      <Button variant="plain" small icon={Trash2} onPress={() => setAsking(true)}>
        {t('trial.discard')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('trial.discard-ask')}
        text={discard.error ? <ProblemNotice error={discard.error} /> : t('trial.discard-help')}
        confirm={t('trial.discard')}
        look="harm"
        busy={discard.isBusy}
        onConfirm={() => void throwAway()}
      />
    </>
  )
}
