import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Decision } from '#product/decision/decision.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { Result } from '#product/result/result.ts'
import { findResult } from '#product/result/result-store.ts'
import { aMeasuredTrial } from '#product/result/testing/a-measured-trial.ts'
import { addClaims, removeClaims } from './claim-store.ts'
import type { Timeline } from './claims.ts'
import { type Gain, type GainId, gainOf, reversalOf } from './gain.ts'
import { addGain, findGain, listCounted } from './gain-store.ts'
import { totalsOf } from './totals.ts'

/**
 * The ledger against a model of it, on the real database: anybody books and takes back in any order and at once, and
 * what is stored is what simple sums and sets say.
 */
let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let metricId: MetricId
let result: Result
let decisions: Decision[]

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member')
  const measured = await aMeasuredTrial(server, workspace, owner)
  metricId = measured.metricId
  result = await workspace.tx((db) => findResult(db, measured.resultId))
  decisions = await decidedTrials(measured.trialId)
})
afterAll(() => server.close())

/** Trials to book for: copies of one that was measured, each with its decision. */
async function decidedTrials(trialId: string): Promise<Decision[]> {
  const trials = await server.database.look<{ id: Decision['trialId'] }>(
    `insert into trial
     select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'state', 'decided'))).*
     from trial t, generate_series(1, 2000) where id = $1 returning id`,
    [trialId],
  )
  const taken = trials.map(
    ({ id }): Decision => ({
      id: randomUUID() as Decision['id'],
      trialId: id,
      resultId: result.id,
      choice: 'adopt',
      reason: 'It is clear.',
      isWithoutProof: false,
      byId: owner.personId,
      decidedAt: new Date(),
    }),
  )
  await workspace.tx((db) => db.insertInto('decision').values(taken).execute())
  return taken
}

interface Booking {
  /** Thousandths of the metric's unit per site and period, and of how much it may be off. */
  effect: number
  below: number
  above: number | null
  sites: number
  worth: number
  grade: 'A' | 'B' | 'C'
  timeline: Timeline
  places: number[]
  start: number
  length: number
}

interface Line {
  gain: Gain
  booking: Booking
  isReversed: boolean
}

const booking = fc.record<Booking>({
  effect: fc.integer({ min: 1, max: 9_999 }),
  below: fc.nat(999),
  above: fc.option(fc.nat(999), { freq: 6 }),
  sites: fc.integer({ min: 1, max: 40 }),
  worth: fc.integer({ min: 0, max: 9_999 }),
  grade: fc.constantFrom('A', 'B', 'C'),
  timeline: fc.constantFrom('calendar', 'number'),
  places: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }),
  start: fc.nat(20),
  length: fc.integer({ min: 1, max: 6 }),
})
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ book: fc.array(booking, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ reverse: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }) }) },
)

test('whatever is booked and taken back, in any order and at once, the ledger is what a model of it says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const before = await stored()
      const lines: Line[] = []
      for (const each of steps) {
        if ('book' in each) await bookAtOnce(each.book, lines)
        else await reverseAtOnce(each.reverse, lines)
        await compare(lines, before.lines)
      }
      // The next round finds every place free again.
      await reverseAtOnce([...lines.keys()], lines)
    }),
    { numRuns: 40 },
  )
}, 120_000)

/** Several book at once: each that collides with nothing must get in, and of those that collide not more than one. */
async function bookAtOnce(bookings: readonly Booking[], lines: Line[]): Promise<void> {
  const tried = await Promise.all(bookings.map(async (each) => ({ each, gain: await book(each) })))
  const live = lines.filter(({ isReversed }) => !isReversed).map((line) => line.booking)
  for (const { each, gain } of tried) {
    const others = tried.filter((other) => other.each !== each && other.gain).map((other) => other.each)
    const isFree = [...live, ...others].every((other) => !collides(each, other))
    expect(gain !== null).toBe(isFree)
    if (gain) lines.push({ gain, booking: each, isReversed: false })
  }
}

async function reverseAtOnce(places: readonly number[], lines: Line[]): Promise<void> {
  const asked = places.flatMap((place) => lines[place % Math.max(1, lines.length)] ?? [])
  const done = await Promise.all(asked.map((line) => reverse(line.gain.id)))
  for (const line of new Set(asked)) {
    const times = done.filter((isDone, at) => isDone && asked[at] === line).length
    expect(times).toBe(line.isReversed ? 0 : 1)
    line.isReversed = true
  }
}

/** As a decision does, in one transaction. Null when it was refused, and then nothing of it is left. */
async function book(each: Booking): Promise<Gain | null> {
  const decision = decisions.pop()
  if (!decision) throw new Error('no trial is left to book for')
  const { effect, below, above, sites, worth, grade } = each
  const low = above === null ? null : (effect - below) / 1000
  const high = above === null ? null : (effect + above) / 1000
  const analysis = { ...result.analysis, verdict: 'better', estimate: effect / 1000, low, high } as Result['analysis']
  const metric = { id: metricId, unit: 'boxes', better: 'higher' as const, worthMinor: BigInt(worth) }
  const adoption = { sites, fromOn: '2026-11-24', per: 'week' as const }
  const edge = { id: randomUUID() as GainId, isSelfJudged: false, currency: 'EUR' }
  const gain = gainOf(decision, { analysis, grade }, metric, adoption, edge)
  const stretch = { start: each.start, end: each.start + each.length }
  const claims = each.places
    .toSorted()
    .map((place) => ({ basis: metricId, site: `site ${place}`, name: `Site ${place}`, stretches: [stretch] }))
  return refusable(async () => {
    await workspace.tx(async (db) => {
      await addGain(db, gain)
      await addClaims(db, gain.id, each.timeline, claims)
    })
    return gain
  })
}

async function reverse(id: GainId): Promise<boolean> {
  const done = await refusable(async () => {
    await workspace.tx(async (db) => {
      const edge = { id: randomUUID() as GainId, bookedById: owner.personId, bookedAt: new Date() }
      await addGain(db, reversalOf(await findGain(db, id), 'It slipped.', edge))
      await removeClaims(db, id)
    })
    return true
  })
  return done ?? false
}

async function refusable<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Problem && error.kind === 'out-of-step') return null
    throw error
  }
}

function collides(a: Booking, b: Booking): boolean {
  const isSamePlace = a.timeline === b.timeline && a.places.some((place) => b.places.includes(place))
  return isSamePlace && a.start < b.start + b.length && b.start < a.start + a.length
}

async function stored() {
  return workspace.tx(async (db) => {
    const lines = await listCounted(db, { metric: metricId })
    const claims = await db
      .selectFrom('gainClaim')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst()
    return { lines: lines.length, totals: totalsOf(lines), claims: Number(claims?.count) }
  })
}

async function compare(lines: readonly Line[], linesBefore: number): Promise<void> {
  const live = lines.filter(({ isReversed }) => !isReversed)
  const { totals, claims, lines: count } = await stored()
  expect(count - linesBefore).toBe(2 * lines.length - live.length)
  expect(claims).toBe(live.reduce((sum, { booking: { places } }) => sum + places.length, 0))
  for (const grade of ['A', 'B', 'C'] as const) {
    const own = live.map((line) => line.booking).filter((each) => each.grade === grade)
    const total = totals.metrics[0]?.grades.find((each) => each.grade === grade)
    expect(total?.lines ?? 0).toBe(own.length)
    if (!total) continue
    // In thousandths and cents all of this is whole numbers: no floating point on the model's side.
    expect(total.amount.estimate).toBeCloseTo(own.reduce((sum, { effect, sites }) => sum + effect * sites, 0) / 1000, 6)
    expect(total.amountMinor?.estimate).toBe(own.reduce((sum, each) => sum + cents(each), 0n))
    expect(total.amount.low === null).toBe(own.some(({ above }) => above === null))
  }
}

/** Half a cent and more rounds up; all of these are positive. */
function cents({ effect, sites, worth }: Booking): bigint {
  return (BigInt(effect) * BigInt(sites) * BigInt(worth) + 500n) / 1000n
}
