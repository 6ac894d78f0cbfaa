import { Tag } from '#design/Badge.tsx'
import { Row } from '#design/Layout.tsx'
import { State } from '#design/Page.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '../trial.ts'
import { TrialBadge } from './TrialBadge.tsx'

/**
 * Where the trial stands, through which door it came, and what happens next and by whom.
 * `next`: of a running one, by what its figures say; without it what comes of every running trial.
 */
export function TrialHead({ trial, next }: { trial: TrialShown; next?: string | undefined }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const { state, door, ownerName, stopReason, startedAt, endedAt } = trial
  const day = (at: Date | null) => (at === null ? '' : formatDay(dayOf(at, timeZone), language))
  const badge = (
    <Row as="span" gap="1">
      <TrialBadge state={state} />
      {door === 'look-back' && <Tag>{t(state === 'draft' ? 'trial.door.look-back' : 'trial.looked-back')}</Tag>}
    </Row>
  )
  if (state === 'stopped')
    return (
      <State badge={badge}>
        {t('trial.next.stopped', { name: ownerName, day: day(endedAt), reason: withoutStop(stopReason ?? '') })}
      </State>
    )
  if (state === 'running')
    return (
      <State badge={badge}>
        {next === undefined
          ? t('trial.next.running', { name: ownerName, day: day(startedAt) })
          : `${t('trial.since', { day: day(startedAt) })} ${next}`}
      </State>
    )
  return <State badge={badge}>{t(`trial.next.${state}`, { name: ownerName })}</State>
}

/** A sentence that stands in another one leaves its full stop behind. */
function withoutStop(reason: string): string {
  return reason.trimEnd().replace(/(?<!\.)\.$/, '')
}
