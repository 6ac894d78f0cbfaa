import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { Serve } from '#platform/http.ts'
import { readSeries } from '#product/measurement/measurement-store.ts'
import { addPeriods, firstDayOf } from '#product/measurement/period.ts'
import type { Metric } from '#product/metric/metric.ts'
import { findMetric, keepMetric, listDefinitions, listMetrics } from '#product/metric/metric-store.ts'
import { findSite, listSites } from '#product/site/site-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import {
  type ChartEntry,
  type Drawing,
  type EntryId,
  isOfGaps,
  movesLimits,
  refuseOddEntry,
  refuseOddMethod,
  usualDrawing,
} from './chart.ts'
import { chartApi } from './chart-api.ts'
import { chartOf } from './chart-of.ts'
import {
  addEntry,
  addSetting,
  addWithdrawal,
  countingEntries,
  findEntry,
  lastMeasuredOn,
  latestSettings,
  listEntries,
  listSettings,
  readManySeries,
  readTogether,
  sumBySite,
} from './chart-store.ts'
import { funnelOf } from './funnel-of.ts'
import { layWall } from './lay-wall.ts'
import { type SmallAsked, smallChartOf } from './small-chart-of.ts'

export function chartRoutes(serve: Serve): void {
  serve(chartApi.find, async ({ id, siteId, rules, method }, { db, now, say }) => {
    const metric = await findMetric(db, id)
    const site = siteId === undefined ? null : await findSite(db, siteId)
    refuseOddMethod(method ?? null, metric.kind)
    const setting = (await latestSettings(db, [id])).get(id) ?? null
    const points = site
      ? ((await readSeries(db, { metricId: id, siteIds: [site.id] }))[0]?.points ?? [])
      : await readTogether(db, id, togetherOf({ ...usualDrawing, ...setting, ...(method ? { method } : {}) }))
    const entries = (await countingEntries(db, [id])).filter((entry) => isOn(entry, site?.id ?? null))
    const definitions = await listDefinitions(db, id)
    const drawing = { ...(rules ? { rules } : {}), ...(method ? { method } : {}) }
    const today = await todayOf(db, now)
    return chartOf({ metric, site, points, setting, drawing, entries, definitions, today }, say)
  })

  serve(chartApi.wall, async ({ id, stand, kind, page }, { db, say }) => {
    const metric = await findMetric(db, id)
    const sites = new Map((await listSites(db)).map((site) => [site.id, site]))
    const drawing = (await latestSettings(db, [id])).get(id) ?? usualDrawing
    const entries = await countingEntries(db, [id])
    const series = await readManySeries(db, { metricId: id })
    const named = series.flatMap(({ siteId, points }) => {
      const site = sites.get(siteId)
      if (!site || (kind !== undefined && site.kind !== kind)) return []
      const own = entries.filter((entry) => isOn(entry, siteId))
      return [{ name: site.name, chart: smallChartOf({ metric, siteId, points, drawing, entries: own }) }]
    })
    return layWall(named, { stand, page: Number(page ?? 1), hasOneScale: true }, say)
  })

  serve(chartApi.ofSite, async ({ id, stand, page }, { db, say }) => {
    await findSite(db, id)
    const metrics = new Map((await listMetrics(db)).map((metric) => [metric.id, metric]))
    const metricIds = [...metrics.keys()]
    const settings = await latestSettings(db, metricIds)
    const entries = await countingEntries(db, metricIds)
    const named = (await readManySeries(db, { siteId: id, metricIds })).flatMap(({ metricId, points }) => {
      const metric = metrics.get(metricId)
      if (!metric) return []
      const own = entries.filter((entry) => entry.metricId === metricId && isOn(entry, id))
      const drawing = settings.get(metricId) ?? usualDrawing
      const asked: SmallAsked = { metric, siteId: id, points, drawing, entries: own }
      return [{ name: metric.name, chart: smallChartOf(asked) }]
    })
    return layWall(named, { stand, page: Number(page ?? 1), hasOneScale: false }, say)
  })

  serve(chartApi.funnel, async ({ id, ...asked }, { db }) => {
    const metric = await findMetric(db, id)
    if (metric.kind !== 'proportion' && metric.kind !== 'rate')
      throw new Problem('bad-input', 'chart.no-funnel', { name: metric.name })
    const lastOn = asked.toOn ?? (await lastMeasuredOn(db, id))
    if (lastOn === null) return funnelOf(metric, [], { fromOn: null, toOn: null })
    const days = { fromOn: asked.fromOn ?? aYearBefore(lastOn, metric), toOn: lastOn }
    return funnelOf(metric, await sumBySite(db, id, days), days)
  })

  serve(chartApi.entries, async ({ id }, { db }) => {
    await findMetric(db, id)
    return listEntries(db, id)
  })

  serve(chartApi.write, async ({ id: metricId, ...written }, { db, signed, now, newId, emit, demand }) => {
    const metric = await keepMetric(db, metricId)
    if (written.siteId !== null) await findSite(db, written.siteId)
    refuseOddEntry(written)
    if (movesLimits(written)) demand('chart.arrange', { ownerId: metric.ownerId })
    const entry: ChartEntry = { id: newId<EntryId>(), metricId, ...written, byId: signed.personId, at: now }
    await addEntry(db, entry)
    await emit('chart.changed', { metricId })
    return entry
  })

  serve(chartApi.withdraw, async ({ id: entryId, reason }, { db, signed, now, emit, demand }) => {
    const { metricId, byId, ...entry } = await findEntry(db, entryId)
    const metric = await keepMetric(db, metricId)
    // One's own words anybody takes back; those of others, and what moves limits, whoever looks after the metric.
    if (movesLimits(entry) || byId !== signed.personId) demand('chart.arrange', { ownerId: metric.ownerId })
    const withdrawal = { entryId, reason, byId: signed.personId, at: now }
    await addWithdrawal(db, withdrawal)
    await emit('chart.changed', { metricId })
    return withdrawal
  })

  serve(chartApi.settings, async ({ id }, { db }) => {
    await findMetric(db, id)
    return listSettings(db, id)
  })

  serve(chartApi.set, async ({ id: metricId, seenVersion, ...drawing }, { db, signed, now, emit, demand }) => {
    const metric = await keepMetric(db, metricId)
    demand('chart.arrange', { ownerId: metric.ownerId })
    refuseOddMethod(drawing.method, metric.kind)
    const [before] = await listSettings(db, metricId)
    if ((before?.version ?? 0) !== seenVersion) throw new Problem('out-of-step', 'chart.set-meanwhile')
    const setting = { metricId, version: seenVersion + 1, ...drawing, byId: signed.personId, at: now }
    await addSetting(db, setting)
    await emit('chart.changed', { metricId })
    return setting
  })
}

/** Events are added up before the gaps between them are told: the average of two sites has no event of its own. */
function togetherOf({ method, together }: Drawing): Drawing['together'] {
  return method !== null && isOfGaps(method) ? 'sum' : together
}

/** Whether an entry stands on the chart of a site; on the one of all sites what concerns all. */
function isOn(entry: Pick<ChartEntry, 'siteId'>, siteId: string | null): boolean {
  return entry.siteId === null || entry.siteId === siteId
}

async function todayOf(db: Database, now: Date): Promise<string> {
  return dayOf(now, (await findWorkspace(db)).timeZone)
}

function aYearBefore(lastOn: string, { every }: Pick<Metric, 'every'>): string {
  const periods = { day: 365, week: 52, month: 12, quarter: 4, year: 1 }[every]
  return addPeriods(firstDayOf(lastOn, every), every, 1 - periods)
}
