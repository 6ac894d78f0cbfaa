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
import type { TrialShown } from '#product/trial/trial.ts'
import { DiscardDraft } from '#product/trial/ui/DiscardDraft.tsx'
import { trialPath } from '#product/trial/ui/trial-path.ts'
import type { PlanShown } from '../plan-api.ts'
import { missingParts } from './missing-parts.ts'
import type { PlanDraft } from './use-plan-draft.ts'

interface FreezeBoxProps {
  trial: TrialShown
  draft: PlanDraft
  freeze: Action<{ id: string; revision: number }, { trial: TrialShown; plan: PlanShown }>
}

/** The one act of the page, once nothing is missing. */
export function FreezeBox({ trial, draft, freeze }: FreezeBoxProps) {
  const [isAsking, setAsking] = useState(false)
  const about = useId()
  const toast = useToast()
  const go = useGo()
  const missing = missingParts(draft.body).length

  async function send(): Promise<void> {
    const revision = await draft.flush()
    const done = revision === null ? undefined : await freeze.run({ id: trial.id, revision })
    setAsking(false)
    if (!done) return
    toast({ text: t(`plan.frozen-now.${trial.door}`) })
    go(trialPath(done.trial))
  }

  return (
    <Stack gap="1">
      <Row gap="2">
        <Button
          variant="primary"
          icon={Lock}
          disabled={missing > 0}
          busy={freeze.isBusy}
          describedBy={about}
          onPress={() => setAsking(true)}
        >
          {t(`plan.freeze.${trial.door}`)}
        </Button>
        <DiscardDraft trial={trial} />
      </Row>
      <p className="xs quiet" id={about}>
        {missing > 0 ? t('plan.missing', { count: missing }) : t('plan.freeze-about')}
      </p>
      <ProblemNotice error={freeze.error} />
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t(`plan.freeze-ask.${trial.door}`)}
        text={t(`plan.freeze-help.${trial.door}`)}
        confirm={t(`plan.freeze.${trial.door}`)}
        busy={freeze.isBusy}
        onConfirm={() => void send()}
      />
    </Stack>
  )
}
