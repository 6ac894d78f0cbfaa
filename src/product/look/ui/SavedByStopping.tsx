import { Section } from '#design/Section.tsx'
import { formatMoney } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { lookApi } from '../look-api.ts'
import { savedBy } from '../saved-by.ts'

/** Failing fast is good: what a trial that was stopped early did not cost. */
export function SavedByStopping({ trial, body }: { trial: TrialShown; body: PlanBody }) {
  const language = useLanguage()
  const { workspace } = useMyself()
  const { data: looks } = useEndpoint(lookApi.list, { id: trial.id })
  const { data: metrics } = useEndpoint(metricApi.list, {})
  const metric = metrics?.find(({ id }) => id === body.metric.id)
  const [newest] = looks ?? []
  const saved = newest && metric ? savedBy(newest, body, metric) : null
  if (saved === null) return null
  const { periods, runsFor, sitePeriods, moneyMinor } = saved
  return (
    <Section title={t('look.saved-title')}>
      <p>
        {t('look.saved', {
          periods,
          runsFor,
          sites: sitePeriods,
          units: body.design === 'split' ? 'units' : 'periods',
        })}
        {moneyMinor !== null && ' '}
        {moneyMinor !== null && t('look.saved-money', { money: formatMoney(moneyMinor, workspace.currency, language) })}
      </p>
    </Section>
  )
}
