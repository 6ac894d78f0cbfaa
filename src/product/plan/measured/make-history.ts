import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Upload } from '#platform/http.ts'
import { findDraw } from '#product/draw/draw-store.ts'
import { findSpan } from '#product/measurement/gap-store.ts'
import { firstDayOf } from '#product/measurement/period.ts'
import { isDivided, type Metric, type MetricId } from '#product/metric/metric.ts'
import { findMetric } from '#product/metric/metric-store.ts'
import { findSites, findSitesNamed } from '#product/site/site-store.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'
import { type Measured, measuresMost } from '../plan-body.ts'
import { type Given, givenBy, siteIdsIn } from './assignment.ts'
import type { HistoryAsked } from './history-asked.ts'
import { columnsFor, tableColumns, writeTable } from './measured-table.ts'
import { historyFrom, readTable } from './read-table.ts'

export interface History {
  upload: Upload
  /** The design and door that it fits. */
  madeFor: Pick<Trial, 'design' | 'door'>
  /** What of the draft follows from it, but for the table's own id. */
  parts: Partial<DraftBody>
}

/**
 * The table of record of a draft and what of the draft follows from it. Stores nothing.
 * @throws {Problem} `bad-input` at the field: nothing was measured before, outcomes are there already, a draw that does
 * not fit.
 */
export async function makeHistory(
  db: Database,
  { design, door }: Pick<Trial, 'design' | 'door'>,
  asked: HistoryAsked,
): Promise<History> {
  if (design === 'split') throw refused('plan.measured-split', '#/metricId')
  const [main, ...others] = await metricsOf(db, asked)
  if (!main) throw new Problem('not-found', 'metric.none')
  const outcomesOn = firstDayOf(asked.startsOn, main.every)
  const given = await givenIn(db, design, asked, { every: main.every, outcomesOn })
  const columns = columnsFor([main, ...others].map(({ name, kind }) => ({ name, isDivided: isDivided(kind) })))
  const metrics = [main, ...others].map(({ id }, at) => ({ metricId: id, ...(columns[at] ?? noColumn) }))
  const siteIds = given.sites.map(({ siteId }) => siteId)
  const span = await findSpan(db, [main.id], siteIds, historyFrom(outcomesOn, main.every))
  if (!span || (design !== 'switchback' && span.first >= outcomesOn))
    throw refused('plan.nothing-measured', '#/startsOn', { metric: main.name, startsOn: outcomesOn })
  if (door === 'plan-first' && span.last >= outcomesOn)
    throw refused('plan.outcomes-measured', '#/startsOn', { metric: main.name, on: span.last })
  // A schedule stands in the table before its figures do.
  const isAhead = door === 'plan-first' && given.lastOn !== null
  const toOn = isAhead ? (given.lastOn ?? span.last) : span.last
  const table = await readTable(db, {
    ...{ every: main.every, fromOn: span.first, toOn, metrics },
    ...{ sites: given.sites, cellOf: given.cellOf },
  })
  const measured: Measured = {
    ...{ every: main.every, fromOn: span.first, outcomesOn, metrics, drawId: given.drawId },
    sites: [...given.sites],
  }
  return {
    upload: (await writeTable(table)).upload,
    madeFor: { design, door },
    parts: { ...partsOf([main, ...others], asked, measured), ...given.parts },
  }
}

const noColumn = { column: '', parts: null }

/**
 * The measures of a trial, its own first, each once.
 * @throws {Problem} `bad-input` for one that is named twice, too many, or with other periods.
 */
async function metricsOf(db: Database, asked: HistoryAsked): Promise<Metric[]> {
  const named: [string, MetricId][] = [
    ['#/metricId', asked.metricId],
    ...asked.guardrails.map(({ metricId }, at): [string, MetricId] => [`#/guardrails/${at}/metricId`, metricId]),
    ...(asked.controlId ? [['#/controlId', asked.controlId] as [string, MetricId]] : []),
    ...asked.alsoIds.map((id, at): [string, MetricId] => [`#/alsoIds/${at}`, id]),
  ]
  if (named.length > measuresMost) throw refused('plan.too-many-measures', '#/alsoIds', { limit: measuresMost })
  const found: Metric[] = []
  for (const [pointer, id] of named) {
    const metric = await findMetric(db, id)
    const every = found[0]?.every ?? metric.every
    if (found.some((one) => one.id === id)) throw refused('plan.measure-twice', pointer, { metric: metric.name })
    if (metric.every !== every)
      throw refused('plan.other-every', pointer, { metric: metric.name, first: found[0]?.name ?? '' })
    found.push(metric)
  }
  return found
}

async function givenIn(
  db: Database,
  design: Trial['design'],
  { assignment }: HistoryAsked,
  place: { every: Metric['every']; outcomesOn: string },
): Promise<Given> {
  if (assignment.by !== 'draw')
    return givenBy(design, assignment, await findSites(db, siteIdsIn(assignment)), null, place)
  const draw = await findDraw(db, assignment.drawId)
  const sites = await findSitesNamed(
    db,
    draw.sites.map(({ name }) => name),
  )
  return givenBy(design, assignment, [...sites.values()], draw, place)
}

/** The draft in the words of its table. */
function partsOf(
  [main, ...others]: readonly Metric[],
  { guardrails, controlId }: HistoryAsked,
  measured: Measured,
): History['parts'] {
  const [own, ...more] = measured.metrics
  const named = others.map(({ name, better }, at) => ({ name, better, column: more[at]?.column ?? '' }))
  const afterGuardrails = guardrails.length + (controlId ? 1 : 0)
  const [control] = controlId ? named.slice(guardrails.length) : []
  const given = { column: tableColumns.given, values: null }
  return {
    metricId: main?.id ?? null,
    guardrails: guardrails.map(({ margin }, at) => ({ ...(named[at] ?? noMeasure), margin })),
    control: control ? { name: control.name, column: control.column } : null,
    also: named.slice(afterGuardrails),
    columns: {
      ...{ site: tableColumns.site, period: tableColumns.period },
      ...{ value: own?.parts?.above ?? own?.column ?? null, denominator: own?.parts?.below ?? null },
      ...{ treated: given, start: { ...given, says: 'period' }, received: { column: null, values: null } },
      ...{ weight: null, arm: null, unit: null, pre: null, segments: [] },
      ...{ dateOrder: null, numberStyle: 'point' },
    },
    since: measured.outcomesOn,
    startsOn: measured.outcomesOn,
    // Counts and what they are counted over are added up; levels are averaged.
    together: own?.parts ? 'add' : 'average',
    measured,
  }
}

const noMeasure = { name: '', better: 'lower', column: '' } as const

type Refusal =
  | 'plan.measured-split'
  | 'plan.nothing-measured'
  | 'plan.outcomes-measured'
  | 'plan.too-many-measures'
  | 'plan.measure-twice'
  | 'plan.other-every'

function refused(message: Refusal, pointer: string, values: Record<string, string | number> = {}): Problem {
  return new Problem('bad-input', message, values, [{ pointer, message, values }])
}
