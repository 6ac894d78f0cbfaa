import { Grade } from '#design/Grade.tsx'
import { List, ListItem } from '#design/List.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { ResultId } from '../result.ts'
import type { ResultRow } from '../result-api.ts'

/** Other results of the same trial: by earlier versions of its plan. They stay, so that nobody can choose one. */
export function EarlierResults({ rows, shownId }: { rows: readonly ResultRow[]; shownId: ResultId }) {
  const addressOf = useAddress()
  const { timeZone } = useMyself().workspace
  const others = rows.filter(({ id }) => id !== shownId)
  if (others.length === 0) return null
  return (
    <Section title={t('result.others')} lead={t('result.others-lead')}>
      <List>
        {others.map(({ id, trialId, planVersion, grade, measuredAt, isInForce }) => (
          <ListItem
            key={id}
            title={t(isInForce ? 'result.by-plan-in-force' : 'result.by-plan', { version: planVersion })}
            href={addressOf(`/trials/${trialId}?result=${id}`)}
            picture={grade && <Grade of={grade} />}
            meta={<InstantText at={measuredAt} timeZone={timeZone} />}
          />
        ))}
      </List>
    </Section>
  )
}
