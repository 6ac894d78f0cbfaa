import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { measurementApi } from '../measurement-api.ts'

/** Large imports on their way: how far they are, or why nothing came of them. */
export function Tasks({ metricId }: { metricId: MetricId }) {
  const tasks = useEndpoint(measurementApi.tasks, { id: metricId })
  const language = useLanguage()
  return (
    <>
      {tasks.data?.map(({ id, state, rowsDone, rowsTotal, problem }) => {
        if (state === 'done') return null
        if (state === 'failed')
          return (
            <Notice key={id} tone="bad" title={t('measurement.task-failed')}>
              <p>{problem}</p>
            </Notice>
          )
        const [done, total] = [formatNumber(rowsDone, language), formatNumber(rowsTotal, language)]
        return <Loading key={id} text={t('measurement.task-waiting', { done, total })} />
      })}
    </>
  )
}
