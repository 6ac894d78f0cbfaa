import { Lock } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import type { Action } from '#platform/browser/use-endpoint.ts'
import type { Trial, TrialShown } from '#product/trial/trial.ts'
import { DiscardDraft } from '#product/trial/ui/DiscardDraft.tsx'
import { trialPath } from '#product/trial/ui/trial-path.ts'
import type { PlanShown } from '../plan-api.ts'
import type { PlanDraft } from './use-plan-draft.ts'

interface FreezeBoxProps {
  trial: TrialShown
  /** As chosen on the page, and whether the server has it too. */
  door: { door: Trial['door']; isBusy: boolean }
  draft: PlanDraft
  missing: readonly string[]
  isReading: boolean
  freeze: Action<{ id: string; revision: number }, { trial: TrialShown; plan: PlanShown }>
}

/** The one act of the page, once nothing is missing. */
export function FreezeBox({ trial, door: { door, isBusy }, draft, missing, isReading, freeze }: FreezeBoxProps) {
  const [isAsking, setAsking] = useState(false)
  const aboutId = useId()
  const toast = useToast()
  const go = useGo()
  const isReady = missing.length === 0 && !isReading && !isBusy && !draft.isOvertaken

  function about(): string {
    if (draft.isOvertaken) return t('plan.overtaken')
    if (missing.length > 0) return t('plan.missing', { count: missing.length })
    return isReading ? t('plan.reading') : t('plan.freeze-about')
  }

  async function send(): Promise<void> {
    const revision = await draft.flush()
    const done = revision === null ? undefined : await freeze.run({ id: trial.id, revision })
    setAsking(false)
    if (!done) return
    toast({ text: t(`plan.frozen-now.${done.trial.door}`) })
    go(trialPath(done.trial))
  }

  return (
    <Stack gap="1">
      <Row gap="2">
        <Button
          variant="primary"
          icon={Lock}
          disabled={!isReady}
          busy={freeze.isBusy}
          describedBy={aboutId}
          onPress={() => setAsking(true)}
        >
          {t(`plan.freeze.${door}`)}
        </Button>
        <DiscardDraft trial={trial} />
      </Row>
      <p className="xs quiet" id={aboutId}>
        {about()}
      </p>
      <ProblemNotice error={freeze.error} />
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t(`plan.freeze-ask.${door}`)}
        text={t(`plan.freeze-help.${door}`)}
        confirm={t(`plan.freeze.${door}`)}
        busy={freeze.isBusy}
        onConfirm={() => void send()}
      />
    </Stack>
  )
}
