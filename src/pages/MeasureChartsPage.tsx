import { Empty } from '#design/Empty.tsx'
import { Field } from '#design/Field.tsx'
import { Pair } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { Link, useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { chartApi } from '#product/chart/chart-api.ts'
import { FunnelPart } from '#product/chart/ui/FunnelPart.tsx'
import { pageIn, StandFilter, standIn } from '#product/chart/ui/StandFilter.tsx'
import { sayUnit } from '#product/chart/ui/say-chart.ts'
import { WallPart } from '#product/chart/ui/WallPart.tsx'
import { metricApi } from '#product/metric/metric-api.ts'
import { siteKinds } from '#product/site/site.ts'
import { siteApi } from '#product/site/site-api.ts'
import { FailurePage } from './FailurePage.tsx'

/** One measure at every site: a wall of small charts, and how sites compare by their size. */
export function MeasureChartsPage({ id }: { id: string }) {
  const [query, setQuery] = useQueryText()
  const kind = siteKinds.find((one) => one === query.get('kind'))
  const [stand, page] = [standIn(query), pageIn(query)]
  const metric = useEndpoint(metricApi.find, { id })
  const sites = useEndpoint(siteApi.list, {})
  const filter = { ...(kind ? { kind } : {}), ...(stand ? { stand } : {}), page: String(page) }
  const wall = useEndpoint(chartApi.wall, { id, ...filter }, { keepsLast: true })
  const addressOf = useAddress()
  const error = metric.error ?? wall.error
  if (error) return <FailurePage error={error} />
  const measure = metric.data
  if (!measure || !wall.data || !sites.data) return <Loading />
  const names = new Map(sites.data.map((site) => [site.id, site.name]))
  const { counts } = wall.data
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const kinds = siteKinds.filter((one) => sites.data?.some((site) => site.kind === one))

  return (
    <Page
      crumbs={[
        { label: t('frame.measures'), href: addressOf('/measures') },
        { label: measure.name, href: addressOf(`/measures/${id}`) },
        { label: t('chart.wall') },
      ]}
      tabTitle={`${t('chart.wall')}, ${measure.name}`}
      sentence={t('chart.wall-sentence', {
        metric: measure.name,
        worse: counts.worse ?? 0,
        better: counts.better ?? 0,
        steady: counts.steady ?? 0,
      })}
      lead={[
        t('chart.wall-lead'),
        t('chart.wall-unit', { unit: sayUnit(measure) }),
        wall.data.gapSpan && t('chart.wall-gaps'),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {total === 0 && kind === undefined ? (
        <Empty title={t('chart.wall-empty')}>{t('chart.wall-empty-help')}</Empty>
      ) : (
        <>
          <Pair>
            <StandFilter counts={counts} />
            {kinds.length > 1 && (
              <Field label={t('chart.filter-kind')}>
                <Select
                  value={kind ?? ''}
                  onChange={(event) => setQuery({ kind: event.target.value, page: undefined })}
                  options={[
                    { value: '', label: t('chart.filter-all') },
                    ...kinds.map((value) => ({ value, label: t(`site.kind.${value}`) })),
                  ]}
                />
              </Field>
            )}
          </Pair>
          <WallPart
            wall={wall.data}
            page={page}
            metricOf={() => measure}
            nameOf={({ siteId }) => names.get(siteId) ?? ''}
            pageAddress={(next) => addressOf(`/measures/${id}/charts?${pageQuery(query, next)}`)}
          />
          <FunnelPart metric={measure} sites={sites.data} />
          <p className="small">
            <Link to={`/measures/${id}/chart`}>{t('chart.choose-site')}</Link>
          </p>
        </>
      )}
    </Page>
  )
}

function pageQuery(query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query)
  next.set('page', String(page))
  return next.toString()
}
