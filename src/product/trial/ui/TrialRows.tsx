import { Tag } from '#design/Badge.tsx'
import { Row } from '#design/Layout.tsx'
import { List, ListItem } from '#design/List.tsx'
import { DayText } from '#design/NumberText.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '../trial.ts'
import { TrialBadge } from './TrialBadge.tsx'
import { trialPath } from './trial-path.ts'

/** Trials, a line each: what, where it stands, whose, since when, and of which idea. */
export function TrialRows({ trials }: { trials: readonly TrialShown[] }) {
  const addressOf = useAddress()
  const { timeZone } = useMyself().workspace
  return (
    <List>
      {trials.map((trial) => (
        <ListItem
          key={trial.id}
          title={trial.title}
          href={addressOf(trialPath(trial))}
          detail={
            <Row as="span" gap="1h">
              <TrialBadge state={trial.state} />
              {trial.door === 'look-back' && <Tag>{t('trial.looked-back')}</Tag>}
              <span>{trial.ownerName}</span>
              <DayText day={dayOf(trial.startedAt ?? trial.createdAt, timeZone)} />
            </Row>
          }
          meta={trial.title === trial.ideaTitle ? undefined : t('trial.of-idea', { idea: trial.ideaTitle })}
        />
      ))}
    </List>
  )
}
