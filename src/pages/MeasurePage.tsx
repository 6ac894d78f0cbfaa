import { ChartLine, Pencil, Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { Feeds } from '#product/feed/ui/Feeds.tsx'
import { Corrections } from '#product/measurement/ui/Corrections.tsx'
import { Imports } from '#product/measurement/ui/Imports.tsx'
import { LatestFigures } from '#product/measurement/ui/LatestFigures.tsx'
import { Tasks } from '#product/measurement/ui/Tasks.tsx'
import { metricApi } from '#product/metric/metric-api.ts'
import { ArrangeDialog } from '#product/metric/ui/ArrangeDialog.tsx'
import { MetricDefinitionPart } from '#product/metric/ui/MetricDefinitionPart.tsx'
import { MetricDialog } from '#product/metric/ui/MetricDialog.tsx'
import { metricText } from '#product/metric/ui/worth.ts'
import { personApi } from '#product/person/person-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { FailurePage } from './FailurePage.tsx'

/** One measure: what it is and means, how it stands at each site, and where its figures came from. */
export function MeasurePage({ id }: { id: string }) {
  const { data: metric, error } = useEndpoint(metricApi.find, { id })
  const people = useEndpoint(personApi.list, {})
  const { currency } = useMyself().workspace
  const language = useLanguage()
  const addressOf = useAddress()
  const may = useMay()
  const [open, setOpen] = useState<'worth' | 'arrange' | null>(null)
  if (error) return <FailurePage error={error} />
  if (!metric) return <Loading />
  const owner = people.data?.find((person) => person.id === metric.ownerId)?.name
  return (
    <Page
      crumbs={[{ label: t('frame.measures'), href: addressOf('/measures') }, { label: t('metric.this') }]}
      tabTitle={metric.name}
      sentence={metric.name}
      lead={metricText(metric, currency, language)}
      state={
        <p className="small quiet">
          {t('metric.said-every', { every: metric.every })} {t(`metric.kind.${metric.kind}`)}.{' '}
          {owner ? t('metric.owned-by', { name: owner }) : t('metric.no-owner')}
        </p>
      }
      actions={
        <>
          {may('measurement.add') && (
            <>
              <ButtonLink variant="primary" icon={Plus} href={addressOf(`/measures/enter?metric=${id}`)}>
                {t('measurement.enter')}
              </ButtonLink>
              <ButtonLink icon={Upload} href={addressOf(`/measures/${id}/import`)}>
                {t('measurement.import')}
              </ButtonLink>
            </>
          )}
          <ButtonLink icon={ChartLine} href={addressOf(`/measures/${id}/charts`)}>
            {t('chart.wall')}
          </ButtonLink>
          {may('metric.arrange', { ownerId: metric.ownerId }) && (
            <Button variant="plain" icon={Pencil} onPress={() => setOpen('arrange')}>
              {t('metric.arrange')}
            </Button>
          )}
          {may('metric.change') && (
            <Button variant="plain" icon={Pencil} onPress={() => setOpen('worth')}>
              {t('metric.unit-and-worth')}
            </Button>
          )}
        </>
      }
    >
      <Tasks metricId={metric.id} />
      <LatestFigures metric={metric} />
      <MetricDefinitionPart metric={metric} />
      <Feeds metric={metric} />
      <Corrections metric={metric} />
      <Imports metricId={metric.id} />
      {open === 'arrange' && <ArrangeDialog metric={metric} onClose={() => setOpen(null)} />}
      {open === 'worth' && <MetricDialog metric={metric} onClose={() => setOpen(null)} />}
    </Page>
  )
}
