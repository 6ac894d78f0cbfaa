import { againstSql } from './against-sql.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { inSeconds } from './benchmark.ts'
import { openManyIdeas } from './many-ideas.ts'
import { alone, fillFigures, idOf, sites } from './measurements.ts'
import { templateOf } from './statements.ts'

/** Five million figures: the control chart of one site, of all sites together, and a wall that draws every site to order them. */
export const charts: Benchmark = {
  name: 'charts',
  says: 'control charts at 5 million figures, beside the same SQL through the bare driver',
  async run() {
    const many = await openManyIdeas()
    try {
      const begun = performance.now()
      await fillFigures(many)
      const figures: Figure[] = [{ what: 'filling the table', measured: inSeconds(performance.now() - begun) }]
      const ways: readonly [what: string, path: (turn: number) => string][] = [
        [
          'one chart of 500 days',
          (turn) => `/metrics/${metric(turn)}/chart?siteId=${idOf(7000 + ((turn * 31) % sites))}`,
        ],
        ['one site over 20 metrics', (turn) => `/sites/${idOf(7000 + ((turn * 31) % sites))}/charts`],
      ]
      for (const [what, path] of ways) {
        const request = (turn = 0) => many.request('GET', path(turn))
        const [first, second] = await many.transactionsOf([request(), request()])
        if (!first || !second) throw new Error('nothing was captured')
        figures.push(await alone(what, many, request))
        const beside = await againstSql(what, many, { request, statements: templateOf(first, second) })
        // Limits and rules are worked out beside the SQL: how much that costs is a figure to know, and no promise.
        figures.push(...beside.map(({ promise: _, isKept: __, ...figure }) => figure))
      }
      // A quarter of a million figures each time: a figure to know, beside no promise.
      for (const [what, path] of [
        ['all sites together', 'chart'],
        ['the wall of 500 sites', 'charts'],
      ] as const) {
        const {
          promise: _,
          isKept: __,
          ...figure
        } = await alone(
          `${what}, 250,000 figures`,
          many,
          (turn) => many.request('GET', `/metrics/${metric(turn)}/${path}`),
          60,
        )
        figures.push(figure)
      }
      return figures
    } finally {
      await many.remove()
    }
  },
}

function metric(turn: number): string {
  return idOf(6000 + (turn % 20))
}
