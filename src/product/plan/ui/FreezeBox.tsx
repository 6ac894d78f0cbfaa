import { Lock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ConfirmDialog } from '#design/ConfirmDialog.tsx'
import { Card, Stack } from '#design/Layout.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useGo } from '#platform/browser/router.tsx'
import type { Action } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { DiscardDraft } from '#product/trial/ui/DiscardDraft.tsx'
import { trialPath } from '#product/trial/ui/trial-path.ts'
import type { PlanShown } from '../plan-api.ts'
import { missingParts } from './missing-parts.ts'
import type { PlanDraft } from './use-plan-draft.ts'

type Freeze = Action<{ id: string; revision: number }, { trial: TrialShown; plan: PlanShown }>

interface FreezeBoxProps {
  trial: TrialShown
  draft: PlanDraft
  freeze: Freeze
  /** Throws away what is typed here for what somebody else has saved. */
  onLoadTheirs: () => void
}

/** What is still missing, whether everything is stored, and the one act of the page. */
export function FreezeBox({ trial, draft, freeze, onLoadTheirs }: FreezeBoxProps) {
  const [isAsking, setAsking] = useState(false)
  const toast = useToast()
  const go = useGo()
  const missing = missingParts(draft.body)
  const isReady = missing.length === 0

  async function send(): Promise<void> {
    const revision = await draft.flush()
    const done = revision === null ? undefined : await freeze.run({ id: trial.id, revision })
    setAsking(false)
    if (!done) return
    toast({ text: t(`plan.frozen-now.${trial.door}`) })
    go(trialPath(done.trial))
  }

  return (
    <>
      {!isReady && (
        <Card sunken>
          <Section small title={t('plan.still-missing')}>
            <ul className="small">
              {missing.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </Section>
        </Card>
      )}
      <Stack gap="1">
        <Button
          wide
          variant="primary"
          icon={Lock}
          disabled={!isReady}
          busy={freeze.isBusy}
          describedBy="freeze-about"
          onPress={() => setAsking(true)}
        >
          {t(`plan.freeze.${trial.door}`)}
        </Button>
        <p className="xs quiet" id="freeze-about">
          {t('plan.freeze-about')}
        </p>
        <Saved draft={draft} onLoadTheirs={onLoadTheirs} />
        <ProblemNotice error={freeze.error} />
        <DiscardDraft trial={trial} />
      </Stack>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t(`plan.freeze-ask.${trial.door}`)}
        text={t(`plan.freeze-help.${trial.door}`)}
        confirm={t(`plan.freeze.${trial.door}`)}
        busy={freeze.isBusy}
        onConfirm={() => void send()}
      />
    </>
  )
}

/** Whether what is on the page is stored. When somebody else has saved, the way to theirs. */
function Saved({ draft, onLoadTheirs }: Pick<FreezeBoxProps, 'draft' | 'onLoadTheirs'>) {
  const { timeZone } = useMyself().workspace
  const isOvertaken = draft.error?.problem.code === 'plan.saved-meanwhile'
  if (draft.error)
    return (
      <Stack gap="1">
        <ProblemNotice error={draft.error} />
        {isOvertaken && (
          <Button small onPress={onLoadTheirs}>
            {t('plan.load-theirs')}
          </Button>
        )}
      </Stack>
    )
  return (
    <p className="xs faint" role="status">
      {!draft.isSaved && t('plan.saving')}
      {draft.isSaved && draft.savedAt && (
        <>
          {t('plan.kept')} <InstantText at={draft.savedAt} timeZone={timeZone} />
        </>
      )}
    </p>
  )
}
