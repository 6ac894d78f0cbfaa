import { Card, Stack } from '#design/Layout.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { PlanDraft } from './use-plan-draft.ts'

interface DraftStateProps {
  draft: PlanDraft
  missing: readonly string[]
  isReading: boolean
}

/** What is still missing, and whether what is on the page is stored. */
export function DraftState({ draft, missing, isReading }: DraftStateProps) {
  return (
    <Stack gap="2">
      <Card sunken>
        <Section small title={missing.length > 0 || isReading ? t('plan.still-missing') : t('plan.nothing-missing')}>
          {missing.length > 0 ? (
            <ul className="small">
              {missing.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          ) : (
            <p className="small">{t(isReading ? 'plan.reading' : 'plan.nothing-missing-help')}</p>
          )}
        </Section>
      </Card>
      <ProblemNotice error={draft.error} />
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
