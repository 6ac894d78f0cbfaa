import { useState } from 'react'
import { Empty } from '#design/Empty.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useQueryText } from '#platform/browser/router.tsx'
import { useHere } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { isOpen, type Site, type SiteId } from '#product/site/site.ts'
import { siteApi } from '#product/site/site-api.ts'
import { measurementApi } from '../measurement-api.ts'
import { FigureForm } from './FigureForm.tsx'
import { keepPlace, readPlace } from './last-place.ts'
import { useToday } from './use-today.ts'
import { WaitingFigures } from './WaitingFigures.tsx'

/** One number in ten seconds: what, where, and the period that is due are chosen already. */
export function EnterFigure() {
  const { signed } = useHere()
  const today = useToday()
  const metrics = useEndpoint(metricApi.list, {})
  const sites = useEndpoint(siteApi.list, {})
  const [query, setQuery] = useQueryText()
  const [last] = useState(readPlace)

  const metricId = metrics.data && chosenOf(metrics.data, query.get('metric'), last.metric)?.id
  const states = useEndpoint(measurementApi.states, { id: metricId ?? '' }, { enabled: metricId !== undefined })
  if (metrics.error ?? sites.error) return <ProblemNotice error={metrics.error ?? sites.error} />
  // Without a connection nobody knows what is late, and the rest still works.
  const isWaiting = metricId !== undefined && states.isLoading && !states.error
  if (!metrics.data || !sites.data || isWaiting) return <Skeleton lines={4} />
  const metric = chosenOf(metrics.data, query.get('metric'), last.metric)
  const lateAt = new Map(states.data?.map(({ siteId, late }) => [siteId, late.count]))
  const open = inRound(
    sites.data.filter((one) => isOpen(one, today)),
    signed.teamId,
    lateAt,
  )
  const site = chosenOf(open, query.get('site'), last.site)
  if (!metric || !site) return <Empty title={t('measurement.nothing-to-enter')}>{t('measurement.nothing-help')}</Empty>

  function choose(part: { metric?: string; site?: string }): void {
    keepPlace({ metric: metric?.id ?? null, site: site?.id ?? null, ...part })
    setQuery(part)
  }

  const labelOf = (id: SiteId, name: string) => {
    const late = lateAt.get(id) ?? 0
    return late > 0 ? t('measurement.site-late', { name, count: late }) : name
  }
  const place = open.indexOf(site)
  const next = open[(place + 1) % open.length]
  return (
    <Stack gap="3">
      <WaitingFigures metrics={metrics.data} sites={sites.data} />
      <p className="strong">{t('measurement.what-where', { metric: metric.name, site: site.name })}</p>
      <FigureForm
        key={`${metric.id} ${site.id}`}
        metric={metric}
        site={site}
        today={today}
        next={next && next !== site ? { name: next.name, onGo: () => choose({ site: next.id }) } : null}
        onEntered={() => keepPlace({ metric: metric.id, site: site.id })}
      />
      {/* Below: on a phone the number and its button stay above the keypad, and tomorrow it is the same place again. */}
      <Pair>
        <Field label={t('measurement.where')}>
          <Select
            value={site.id}
            options={open.map(({ id, name }) => ({ value: id, label: labelOf(id, name) }))}
            onChange={(event) => choose({ site: event.target.value })}
          />
        </Field>
        <Field label={t('measurement.what')}>
          <Select
            value={metric.id}
            options={metrics.data.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => choose({ metric: event.target.value })}
          />
        </Field>
      </Pair>
    </Stack>
  )
}

function chosenOf<Thing extends Metric | Site>(
  things: readonly Thing[],
  asked: string | null,
  last: string | null,
): Thing | undefined {
  return things.find(({ id }) => id === asked) ?? things.find(({ id }) => id === last) ?? things[0]
}

/** The sites of one's own team first, then those where this is measured, then the others; each part by name. */
function inRound(sites: readonly Site[], teamId: Site['teamId'], lateAt: ReadonlyMap<SiteId, number>): Site[] {
  const rank = (site: Site) => (teamId !== null && site.teamId === teamId ? 0 : lateAt.has(site.id) ? 1 : 2)
  return sites.toSorted((a, b) => rank(a) - rank(b))
}
