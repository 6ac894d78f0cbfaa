import { Badge } from '#design/Badge.tsx'
import { Empty } from '#design/Empty.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import { siteApi } from '#product/site/site-api.ts'
import { measurementApi } from '../measurement-api.ts'
import type { SiteState } from '../site-state.ts'
import { sayFigure } from './say-figure.ts'
import { sayPeriod } from './say-period.ts'

/** The latest figure of each site, and what is missing, late or far off there. */
export function LatestFigures({ metric }: { metric: Metric }) {
  const states = useEndpoint(measurementApi.states, { id: metric.id })
  const sites = useEndpoint(siteApi.list, {})
  const language = useLanguage()
  const nameOf = new Map(sites.data?.map(({ id, name }) => [id, name]))
  const period = (on: string) => sayPeriod(on, metric.every, language)

  function notes(state: SiteState): string[] {
    const { missing, outlying } = state
    const [odd] = outlying.points.slice(-1)
    return [
      ...(missing.count > 0
        ? [t('measurement.missing', { count: missing.count, period: period(missing.ons.at(-1) ?? '') })]
        : []),
      ...(odd
        ? [
            t('measurement.outlying', {
              count: outlying.count,
              figure: sayFigure(odd, language),
              period: period(odd.on),
            }),
          ]
        : []),
    ]
  }

  return (
    <Section title={t('measurement.latest')}>
      <ProblemNotice error={states.error ?? sites.error} />
      {!states.data && !states.error && <Skeleton lines={4} />}
      {states.data?.length === 0 && <Empty title={t('measurement.empty')}>{t('measurement.empty-help')}</Empty>}
      {(states.data?.length ?? 0) > 0 && (
        <Table
          fold
          middle
          caption={t('measurement.latest')}
          rows={states.data ?? []}
          rowKey={({ siteId }) => siteId}
          columns={[
            {
              id: 'site',
              header: t('measurement.site'),
              names: true,
              fold: 'title',
              cell: ({ siteId }) => (
                <Link to={`/measures/${metric.id}/chart?site=${siteId}`}>{nameOf.get(siteId)}</Link>
              ),
            },
            {
              id: 'figure',
              header: metric.unit,
              num: true,
              fold: 'corner',
              cell: ({ last }) => last && sayFigure(last, language),
            },
            { id: 'period', header: t('measurement.period'), cell: ({ last }) => last && period(last.on) },
            {
              id: 'before',
              header: t('measurement.before'),
              num: true,
              fold: 'none',
              cell: ({ before }) => before && sayFigure(before, language),
            },
            {
              id: 'state',
              header: t('measurement.state'),
              fold: 'whole',
              cell: (state) => <StateOf state={state} notes={notes(state)} metric={metric} />,
            },
          ]}
        />
      )}
    </Section>
  )
}

function StateOf({ state, notes, metric }: { state: SiteState; notes: string[]; metric: Metric }) {
  const { late, siteId } = state
  return (
    <>
      {late.count > 0 ? (
        <Link to={`/measures/enter?metric=${metric.id}&site=${siteId}`}>
          <Badge tone="warn">{t('measurement.late', { count: late.count })}</Badge>
        </Link>
      ) : (
        <Badge tone={notes.length > 0 ? undefined : 'good'}>{t('measurement.up-to-date')}</Badge>
      )}
      {notes.map((note) => (
        <p key={note} className="xs quiet">
          {note}
        </p>
      ))}
    </>
  )
}
