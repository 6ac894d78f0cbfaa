import { Empty } from '#design/Empty.tsx'
import { Pair } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { chartApi } from '#product/chart/chart-api.ts'
import { pageIn, StandFilter, standIn } from '#product/chart/ui/StandFilter.tsx'
import { WallPart } from '#product/chart/ui/WallPart.tsx'
import { metricApi } from '#product/metric/metric-api.ts'
import { siteApi } from '#product/site/site-api.ts'
import { FailurePage } from './FailurePage.tsx'

/** Everything that is measured at one site, a small chart for each measure. */
export function SiteChartsPage({ id }: { id: string }) {
  const [query] = useQueryText()
  const [stand, page] = [standIn(query), pageIn(query)]
  const site = useEndpoint(siteApi.find, { id })
  const metrics = useEndpoint(metricApi.list, {})
  const wall = useEndpoint(
    chartApi.ofSite,
    { id, ...(stand ? { stand } : {}), page: String(page) },
    { keepsLast: true },
  )
  const addressOf = useAddress()
  const error = site.error ?? wall.error
  if (error) return <FailurePage error={error} />
  if (!site.data || !wall.data || !metrics.data) return <Loading />
  const { counts } = wall.data
  const place = site.data.name
  const byId = new Map(metrics.data.map((metric) => [metric.id, metric]))
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)

  return (
    <Page
      crumbs={[
        { label: t('frame.measures'), href: addressOf('/measures') },
        { label: t('site.all'), href: addressOf('/measures/sites') },
        { label: place },
      ]}
      tabTitle={`${t('chart.wall')}, ${place}`}
      sentence={t('chart.site-sentence', {
        place,
        worse: counts.worse ?? 0,
        better: counts.better ?? 0,
        steady: counts.steady ?? 0,
      })}
      lead={t('chart.site-lead')}
    >
      {total === 0 ? (
        <Empty title={t('chart.wall-empty')}>{t('chart.site-empty-help')}</Empty>
      ) : (
        <>
          <Pair>
            <StandFilter counts={counts} />
          </Pair>
          <WallPart
            wall={wall.data}
            page={page}
            metricOf={({ metricId }) => byId.get(metricId)}
            nameOf={({ metricId }) => byId.get(metricId)?.name ?? ''}
            pageAddress={(next) =>
              addressOf(`/measures/sites/${id}/charts?page=${next}${stand ? `&show=${stand}` : ''}`)
            }
          />
        </>
      )}
    </Page>
  )
}
