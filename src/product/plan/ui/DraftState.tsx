import { Button } from '#design/Button.tsx'
import { Card, Stack } from '#design/Layout.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { missingParts } from './missing-parts.ts'
import type { PlanDraft } from './use-plan-draft.ts'

interface DraftStateProps {
  draft: PlanDraft
  onLoadTheirs: () => void
}

/** What is still missing, and whether what is on the page is stored. When somebody else has saved, the way to theirs. */
export function DraftState({ draft, onLoadTheirs }: DraftStateProps) {
  const missing = missingParts(draft.body)
  const isOvertaken = draft.error?.problem.code === 'plan.saved-meanwhile'
  return (
    <Stack gap="2">
      <Card sunken>
        <Section small title={missing.length === 0 ? t('plan.nothing-missing') : t('plan.still-missing')}>
          {missing.length === 0 ? (
            <p className="small">{t('plan.nothing-missing-help')}</p>
          ) : (
            <ul className="small">
              {missing.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          )}
        </Section>
      </Card>
      <ProblemNotice error={draft.error} />
      {isOvertaken && (
        <div>
          <Button small onPress={onLoadTheirs}>
            {t('plan.load-theirs')}
          </Button>
        </div>
      )}
      {!draft.error && <Saved draft={draft} />}
    </Stack>
  )
}

function Saved({ draft: { isSaved, savedAt } }: { draft: PlanDraft }) {
  const { timeZone } = useMyself().workspace
  return (
    <p className="xs faint" role="status">
      {!isSaved && t('plan.saving')}
      {isSaved && savedAt && (
        <>
          {t('plan.kept')} <InstantText at={savedAt} timeZone={timeZone} />
        </>
      )}
    </p>
  )
}
