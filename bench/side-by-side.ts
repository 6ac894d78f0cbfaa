import { type Figure, inMs, quantile } from './benchmark.ts'

/** One way to do a thing: each call does it once, for one of the clients. */
export interface Way {
  readonly name: string
  once(client: number): Promise<void>
}

const promisedRatio = 1.5
/** Turns of both ways; each has the first go in half of them. Short ones: neither way gets to rest meanwhile. */
const mostRounds = 120
const leastRounds = 20
/** What is slow takes fewer turns: so long for all of them, and half of it without counting. */
const budgetMs = 40_000

/**
 * Times two ways in turns, so that whatever slows the machine down slows both.
 * @returns one figure: how many times as long the first way takes as the second, at the 95th percentile.
 */
export async function sideBySide(
  what: string,
  ways: readonly [Way, Way],
  { clients, times }: { clients: number; times: number },
): Promise<Figure> {
  const taken: [number[], number[]] = [[], []]
  // Without counting: caches fill, and what runs often gets compiled. A server that has just started is another figure.
  const warmUps = await repeat(budgetMs / 2, async () => {
    for (const way of ways) await turn(way, clients, times)
  })
  const rounds = await repeat(budgetMs, async (round) => {
    for (const at of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const))
      taken[at].push(...(await turn(ways[at], clients, times)))
  })
  const ratio = (share: number) => quantile(taken[0], share) / quantile(taken[1], share)
  const timesOf = (at: 0 | 1) =>
    `${ways[at].name}: p50 ${inMs(quantile(taken[at], 0.5))}, p95 ${inMs(quantile(taken[at], 0.95))}`
  return {
    what: `${what}, ${clients === 1 ? 'one client' : `${clients} clients`}`,
    measured: `p95 ${ratio(0.95).toFixed(2)} times, p50 ${ratio(0.5).toFixed(2)} times`,
    promise: `at most ${promisedRatio} times at p95`,
    isKept: ratio(0.95) <= promisedRatio,
    notes: [timesOf(0), timesOf(1), `${taken[0].length} of each, in ${rounds} turns after ${warmUps}`],
  }
}

/** Until the time is up, but not too few times and not too often. @returns how often. */
async function repeat(ms: number, once: (round: number) => Promise<void>): Promise<number> {
  const begun = performance.now()
  let round = 0
  while (round < mostRounds && (round < leastRounds || performance.now() - begun < ms)) {
    await once(round)
    round += 1
  }
  return round
}

async function turn(way: Way, clients: number, times: number): Promise<number[]> {
  const taken: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let done = 0; done < times; done += 1) {
        const begun = performance.now()
        await way.once(client)
        taken.push(performance.now() - begun)
      }
    }),
  )
  return taken
}
