import { againstSql } from './against-sql.ts'
import { bareHttp } from './bare-http.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { inMs, inSeconds, quantile } from './benchmark.ts'
import { type ManyIdeas, openManyIdeas, uuid } from './many-ideas.ts'
import { templateOf } from './statements.ts'

const metrics = 20
export const sites = 500
const days = 500
/** Small multiples of one wall. */
const wall = 24
const promisedMs = 200

/** Five million figures: one series, and a wall of them, as charts ask for them. */
export const measurements: Benchmark = {
  name: 'measurements',
  says: `the series behind charts at ${(metrics * sites * days) / 1e6} million figures, beside the same SQL through the bare driver`,
  async run() {
    const many = await openManyIdeas()
    try {
      const begun = performance.now()
      await fillFigures(many)
      const filled = { what: 'filling the table', measured: inSeconds(performance.now() - begun) }
      const figures: Figure[] = [filled]
      for (const [what, count] of [
        ['one series', 1],
        [`a wall of ${wall} series`, wall],
      ] as const) {
        const request = (turn = 0) =>
          many.request('GET', `/metrics/${idOf(6000)}/series?siteIds=${siteIds(turn, count)}`)
        const [first, second] = await many.transactionsOf([request(), request()])
        if (!first || !second) throw new Error('nothing was captured')
        figures.push(await alone(what, many, request))
        figures.push(...(await againstSql(what, many, { request, statements: templateOf(first, second) })))
      }
      return figures
    } finally {
      await many.remove()
    }
  },
}

/** Each request asks for other sites, so that PostgreSQL has not just read them. */
export async function alone(
  what: string,
  { product }: ManyIdeas,
  request: (turn: number) => string,
  times = 400,
): Promise<Figure> {
  const http = await bareHttp(product.port)
  const taken: number[] = []
  try {
    for (let turn = 0; turn < times; turn++) {
      const begun = performance.now()
      const status = await http.send(request(turn))
      if (status !== 200) throw new Error(`The series was answered with ${status}`)
      if (turn >= times / 20) taken.push(performance.now() - begun)
    }
  } finally {
    http.close()
  }
  const p95 = quantile(taken, 0.95)
  return {
    what: `${what}, other sites each time`,
    measured: `p95 ${inMs(p95)}, p50 ${inMs(quantile(taken, 0.5))}`,
    promise: `at most ${promisedMs} ms at p95`,
    isKept: p95 <= promisedMs,
  }
}

function siteIds(turn: number, count: number): string {
  return Array.from({ length: count }, (_, at) => idOf(7000 + ((turn * 31 + at * 7) % sites))).join(',')
}

/** The id that `uuid` makes in SQL. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Twenty metrics of 500 sites over 500 days. */
export async function fillFigures({ product }: ManyIdeas): Promise<void> {
  await product.asSuperuser(async (client) => {
    const one = (sql: string) => client.query(sql)
    await one('begin')
    // The rows fit by construction; five million look-ups of references would only be waited for.
    await one('set local session_replication_role = replica')
    await one(`
      insert into metric (workspace_id, id, name, unit, better, kind, every, created_at)
      select ${uuid('1')}, ${uuid('6000 + n')}, 'Metric ' || n, 'pieces', 'higher', 'mean', 'day', now()
      from generate_series(0, ${metrics - 1}) n`)
    await one(`
      insert into site (workspace_id, id, name, key, kind, created_at)
      select ${uuid('1')}, ${uuid('7000 + n')}, 'Site ' || n, 'site ' || n, 'shop', now()
      from generate_series(0, ${sites - 1}) n`)
    await one(`
      insert into measurement_import (workspace_id, id, metric_id, source, by_id, at)
      select ${uuid('1')}, ${uuid('8000 + n')}, ${uuid('6000 + n')}, 'key', ${uuid('3000')}, now()
      from generate_series(0, ${metrics - 1}) n`)
    // Day after day, as figures come: the rows of one series lie far apart.
    for (let metric = 0; metric < metrics; metric++)
      await one(`
        insert into measurement (workspace_id, metric_id, site_id, "on", value, import_id)
        select ${uuid('1')}, ${uuid(`6000 + ${metric}`)}, ${uuid('7000 + s')}, date '2024-01-01' + d, s + d % 7, ${uuid(`8000 + ${metric}`)}
        from generate_series(0, ${days - 1}) d, generate_series(0, ${sites - 1}) s`)
    await one('commit')
    await one('vacuum analyze measurement')
    await one('checkpoint')
  })
}
