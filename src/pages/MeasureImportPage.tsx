import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useGo } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { ImportForm } from '#product/measurement/ui/ImportForm.tsx'
import { metricApi } from '#product/metric/metric-api.ts'
import { FailurePage } from './FailurePage.tsx'

/** Figures of one measure, from a table. */
export function MeasureImportPage({ id }: { id: string }) {
  const { data: metric, error } = useEndpoint(metricApi.find, { id })
  const addressOf = useAddress()
  const go = useGo()
  const toast = useToast()
  if (error) return <FailurePage error={error} />
  if (!metric) return <Loading />
  return (
    <Page
      crumbs={[
        { label: t('frame.measures'), href: addressOf('/measures') },
        { label: metric.name, href: addressOf(`/measures/${id}`) },
        { label: t('measurement.import') },
      ]}
      tabTitle={t('measurement.import')}
      title={t('measurement.import')}
      lead={t('measurement.import-lead', { name: metric.name, every: metric.every })}
    >
      <ImportForm
        metric={metric}
        onDone={({ counts }) => {
          toast({ text: counts ? t('measurement.counts', counts) : t('measurement.task-asked') })
          go(`/measures/${id}`)
        }}
      />
    </Page>
  )
}
