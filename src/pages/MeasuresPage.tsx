import { Empty } from '#design/Empty.tsx'
import { List, ListItem } from '#design/List.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { formatInstant } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAddress, useGo } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { measurementApi } from '#product/measurement/measurement-api.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { AddMetric } from '#product/metric/ui/AddMetric.tsx'
import { metricText } from '#product/metric/ui/worth.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { MeasuresTabs } from './MeasuresTabs.tsx'

/** Everything that is measured here. */
export function MeasuresPage() {
  const metrics = useEndpoint(metricApi.list, {})
  const latest = useEndpoint(measurementApi.latest, {})
  const { currency } = useMyself().workspace
  const language = useLanguage()
  const addressOf = useAddress()
  const go = useGo()
  const add = <AddMetric primary onAdded={({ id }) => go(`/measures/${id}`)} />
  const hasMetrics = (metrics.data?.length ?? 0) > 0
  const cameAt = new Map(latest.data?.map(({ metricId, at }) => [metricId, at]))
  return (
    <Page
      title={t('frame.measures')}
      tabTitle={t('frame.measures')}
      tabs={<MeasuresTabs />}
      lead={t('metric.lead')}
      actions={hasMetrics && add}
    >
      <Section title={t('measurement.tab.measures')} titleHidden>
        <ProblemNotice error={metrics.error} />
        {!metrics.data && !metrics.error && <Skeleton lines={4} />}
        {metrics.data?.length === 0 && (
          <Empty title={t('metric.empty')} action={add}>
            {t('metric.empty-help')}
          </Empty>
        )}
        {hasMetrics && (
          <List>
            {metrics.data?.map((metric) => {
              const at = cameAt.get(metric.id)
              return (
                <ListItem
                  key={metric.id}
                  title={metric.name}
                  href={addressOf(`/measures/${metric.id}`)}
                  detail={`${metricText(metric, currency, language)} ${t('metric.said-every', { every: metric.every })}`}
                  meta={at ? t('measurement.came', { at: formatInstant(at, language) }) : t('measurement.never-came')}
                />
              )
            })}
          </List>
        )}
      </Section>
    </Page>
  )
}
