import { setImmediate } from 'node:timers/promises'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { Serve } from '#platform/http.ts'
import type { Metric } from '#product/metric/metric.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { findMetric, keepMetric, lockMetric, storeArrangement } from '#product/metric/metric-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import { findSheet } from '#product/sheet/sheet-store.ts'
import { SiteId } from '#product/site/site.ts'
import { findSite, findSites, findSitesNamed, listSites } from '#product/site/site-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { faultOf } from './fault-of.ts'
import type { ImportId, Outcome } from './measurement.ts'
import { measurementApi } from './measurement-api.ts'
import {
  addImport,
  addOutcome,
  isMeasured,
  listCorrections,
  listImports,
  listLatest,
  queueForFigures,
  readSeries,
  removeFigure,
  storeFigures,
} from './measurement-store.ts'
import { firstDayOf } from './period.ts'
import { lookedFromOn, type SiteState, siteStateOf } from './site-state.ts'
import { idsAmong, type SentRow, takeRows } from './take-rows.ts'
import { previewSheet, storeSheet } from './take-sheet.ts'
import { addTask, listTasks, type Task } from './task-store.ts'

/** Sites whose figures are held at a time. */
const sitesLookedAt = 50

export function measurementRoutes(serve: Serve): void {
  serve(measurementApi.add, async ({ metricId, rows }, { db, signed, now, newId, emit }) => {
    const metric = await keepMetric(db, metricId)
    const today = await todayOf(db, now)
    await queueForFigures(db, metricId)
    const { figures, doubts, refused } = takeRows(rows, metric, await sitesIn(db, rows), today)
    const head = { metricId, source: 'key', sheetId: null, columns: null, byId: signed.personId, at: now } as const
    const id = newId<ImportId>()
    await addImport(db, { id, ...head })
    const outcome: Outcome = { added: 0, unchanged: 0, corrected: 0, refused, doubts }
    for (let at = 0; at < figures.length; at += limits.figuresBatch) {
      const stored = await storeFigures(db, { metricId, importId: id }, figures.slice(at, at + limits.figuresBatch))
      outcome.added += stored.added
      outcome.unchanged += stored.unchanged
      outcome.corrected += stored.changes.length
    }
    await addOutcome(db, id, outcome)
    await emit('measurement.changed', { metricId })
    return { id, ...head, ...outcome }
  })

  serve(measurementApi.enter, async ({ id: metricId, siteId, on, value, denominator }, context) => {
    const { db, signed, now, newId, emit } = context
    const metric = await keepMetric(db, metricId)
    await findSite(db, siteId)
    refuseFuture(on, metric, await todayOf(db, now))
    const fault = faultOf(metric.kind, value, denominator)
    if (fault) throw refusedAt(/denominator/.test(fault) ? 'denominator' : 'value', `measurement.fault.${fault}`)
    const id = newId<ImportId>()
    const head = { metricId, source: 'form', sheetId: null, columns: null, byId: signed.personId, at: now } as const
    await addImport(db, { id, ...head })
    const figure = { siteId, on: firstDayOf(on, metric.every), value, denominator }
    const { added, unchanged, changes } = await storeFigures(db, { metricId, importId: id }, [figure])
    const outcome: Outcome = { added, unchanged, corrected: changes.length, refused: 0, doubts: [] }
    await addOutcome(db, id, outcome)
    await emit('measurement.changed', { metricId })
    return { id, ...head, ...outcome }
  })

  serve(measurementApi.remove, async ({ id: metricId, siteId, on }, { db, signed, now, newId, emit }) => {
    const metric = await keepMetric(db, metricId)
    await findSite(db, siteId)
    const id = newId<ImportId>()
    const head = { metricId, source: 'form', sheetId: null, columns: null, byId: signed.personId, at: now } as const
    await addImport(db, { id, ...head })
    const place = { siteId, on: firstDayOf(on, metric.every) }
    if (!(await removeFigure(db, { metricId, importId: id }, place))) throw new Problem('not-found', 'measurement.none')
    const outcome: Outcome = { added: 0, unchanged: 0, corrected: 1, refused: 0, doubts: [] }
    await addOutcome(db, id, outcome)
    await emit('measurement.changed', { metricId })
    return { id, ...head, ...outcome }
  })

  serve(measurementApi.latest, (_input, { db }) => listLatest(db))

  serve(measurementApi.series, async ({ id: metricId, siteIds, fromOn, toOn }, { db }) => {
    await findMetric(db, metricId)
    const ids = siteIds === undefined ? undefined : siteIds.split(',').map((one) => parsedId(one))
    const most = limits.seriesFigures
    const series = await readSeries(db, { metricId, siteIds: ids, fromOn, toOn }, most + 1)
    if (series.reduce((sum, { points }) => sum + points.length, 0) <= most) return series
    const message = 'measurement.series-long'
    throw new Problem('bad-input', message, { most }, [{ pointer: '#/fromOn', message, values: { most } }])
  })

  serve(measurementApi.states, async ({ id }, { db, now }) => {
    const metric = await findMetric(db, id)
    const today = await todayOf(db, now)
    const fromOn = lookedFromOn(today, metric.every)
    const sites = await listSites(db)
    const states: SiteState[] = []
    for (let at = 0; at < sites.length; at += sitesLookedAt) {
      const some = sites.slice(at, at + sitesLookedAt)
      const series = await readSeries(db, { metricId: id, siteIds: some.map((site) => site.id), fromOn })
      const pointsOf = new Map(series.map(({ siteId, points }) => [siteId, points]))
      for (const site of some) {
        const points = pointsOf.get(site.id)
        if (points) states.push(siteStateOf(site, points, metric, today))
      }
      // Other requests are answered in between.
      await setImmediate()
    }
    return states
  })

  serve(measurementApi.preview, async ({ id, sheetId, columns, newSites }, { db, now }) => {
    const metric = await findMetric(db, id)
    return previewSheet(db, { metric, sheetId, columns, newSites, today: await todayOf(db, now) })
  })

  serve(measurementApi.import, async ({ id: metricId, sheetId, columns, newSites }, context) => {
    const { db, signed, now, newId, emit, demand } = context
    const metric = await keepMetric(db, metricId)
    const { description } = await findSheet(db, sheetId)
    if (newSites !== null) demand('site.manage')
    const id = newId<ImportId>()
    const head = { metricId, source: 'sheet', sheetId, columns, byId: signed.personId, at: now } as const
    const wide = columns.value === null ? description.columns.length : 1
    if (description.rowCount * wide > limits.figuresWaitedFor) {
      const asked = { id, metricId, sheetId, columns, newSites, byId: signed.personId, askedAt: now }
      const task: Task = { ...asked, state: 'waiting', rowsDone: 0, rowsTotal: description.rowCount, problem: null }
      await addTask(db, task)
      await emit('measurement.asked', { id })
      return { import: null, task: shownTask(task, null) }
    }
    await queueForFigures(db, metricId)
    await addImport(db, { id, ...head })
    const taken = { metric, sheetId, columns, newSites, today: await todayOf(db, now) }
    const outcome = await storeSheet(db, taken, { importId: id, now, newId })
    await addOutcome(db, id, outcome)
    if (newSites !== null) await emit('site.came', { importId: id })
    await emit('measurement.changed', { metricId })
    return { import: { id, ...head, ...outcome }, task: null }
  })

  serve(measurementApi.imports, async ({ id }, { db }) => {
    await findMetric(db, id)
    return listImports(db, id)
  })

  serve(measurementApi.tasks, async ({ id }, { db, now, say }) => {
    await findMetric(db, id)
    const tasks = await listTasks(db, id, now)
    return tasks.map((task) => shownTask(task, task.problem && say(task.problem.message, task.problem.values)))
  })

  serve(measurementApi.corrections, async ({ id }, { db }) => {
    await findMetric(db, id)
    return listCorrections(db, id)
  })

  // The metric's own endpoint, answered here: kind and period stay once there are figures.
  serve(metricApi.arrange, async ({ id, kind, every, ownerId }, { db, demand, emit }) => {
    const before = await findMetric(db, id)
    demand('metric.arrange', { ownerId: before.ownerId })
    if (ownerId !== null) await findPerson(db, ownerId)
    if (kind !== before.kind || every !== before.every) {
      await lockMetric(db, id)
      if (await isMeasured(db, id)) throw arrangementKept(before, kind === before.kind ? 'every' : 'kind')
    }
    const metric = { ...before, kind, every, ownerId }
    await storeArrangement(db, metric)
    await emit('metric.changed', { id })
    return metric
  })
}

async function todayOf(db: Database, now: Date): Promise<string> {
  return dayOf(now, (await findWorkspace(db)).timeZone)
}

/** The sites that rows name, by key and by id. */
async function sitesIn(db: Database, rows: readonly SentRow[]): Promise<Map<string, SiteId>> {
  const named = await findSitesNamed(
    db,
    rows.map(({ site }) => site),
  )
  const known = await findSites(db, idsAmong(rows))
  return new Map([
    ...[...named].map(([key, { id }]) => [key, id] as const),
    ...known.map(({ id }) => [id, id] as const),
  ])
}

function parsedId(text: string): SiteId {
  const id = SiteId.safeParse(text)
  if (!id.success) throw new Problem('not-found', 'site.none')
  return id.data
}

function refuseFuture(on: string, { every }: Metric, today: string): void {
  if (firstDayOf(on, every) > today) throw refusedAt('on', 'measurement.fault.not-begun')
}

function refusedAt(field: string, message: ConstructorParameters<typeof Problem>[1]): Problem {
  return new Problem('bad-input', message, {}, [{ pointer: `#/${field}`, message }])
}

function arrangementKept({ name }: Metric, field: 'kind' | 'every'): Problem {
  const message = 'metric.arrangement-kept'
  return new Problem('out-of-step', message, { name }, [{ pointer: `#/${field}`, message, values: { name } }])
}

function shownTask({ columns: _, newSites: __, byId: ___, ...task }: Task, problem: string | null) {
  return { ...task, problem }
}
