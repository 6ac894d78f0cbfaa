import { formatDay } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { LedgerLine } from '../gain-api.ts'

/** What a line is about, and the way to its trial, from there to its result and its figures. */
export function LineName({ line }: { line: LedgerLine }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const { outcome, choice, fromOn, sites, measuredSites, metricName, bookedAt, bookedByName, confirmedByName, reason } =
    line
  const day = formatDay(outcome === 'reversal' ? dayOf(bookedAt, timeZone) : fromOn, language)
  const by = line.design === 'split' ? 'unit' : 'site'
  const isAdopted = choice === 'adopt' && outcome !== 'reversal'
  return (
    <>
      <Link className="title" to={`/trials/${line.trialId}`}>
        {line.trialTitle}
      </Link>
      <br />
      <span className="faint">
        {metricName},{' '}
        {outcome === 'reversal'
          ? t('gain.taken-back', { day, name: bookedByName })
          : t(isAdopted ? 'gain.since' : 'gain.decided-on', { day, sites, by })}
        {isAdopted && sites > measuredSites && ` ${t('gain.rolled-out', { count: measuredSites, sites, by })}`}
        {confirmedByName && ` ${t('gain.confirmed-by', { name: confirmedByName })}`}
      </span>
      {reason && (
        <>
          <br />
          <span className="faint">{t('gain.reason', { reason })}</span>
        </>
      )}
    </>
  )
}
