import { z } from 'zod'
import { Metric, MetricId } from '#product/metric/metric.ts'
import { Grade } from '#product/result/result.ts'
import { Amount, AmountMinor, countsAs, Gain } from './gain.ts'
import { rootOf } from './minor-units.ts'

/** What the gains of one grade add up to. */
export const GradeTotal = z.strictObject({
  grade: Grade,
  lines: z.int(),
  amount: Amount,
  /** Null when none of the lines has a worth in money. */
  amountMinor: AmountMinor.nullable(),
  /** How many of the lines the money covers. */
  linesInMoney: z.int(),
})
export type GradeTotal = z.output<typeof GradeTotal>

/** What the gains on one metric add up to, apart for every grade: evidence is not added to somebody's word. */
export const MetricTotal = z.strictObject({
  metricId: MetricId,
  metricName: Metric.shape.name,
  unit: Metric.shape.unit,
  /** Amounts that come at different intervals are never added. */
  per: Gain.shape.per,
  grades: z.array(GradeTotal),
})
export type MetricTotal = z.output<typeof MetricTotal>

/** Everything that was tried: how many trials ended how. */
export const Tried = z.strictObject({
  gain: z.int(),
  reversed: z.int(),
  withoutProof: z.int(),
  noProof: z.int(),
  harm: z.int(),
  dropped: z.int(),
})
export type Tried = z.output<typeof Tried>

export const Totals = z.strictObject({ metrics: z.array(MetricTotal), tried: Tried })
export type Totals = z.output<typeof Totals>

type Counted = Pick<
  Gain,
  'id' | 'metricId' | 'per' | 'outcome' | 'grade' | 'isSelfJudged' | 'amount' | 'amountMinor' | 'reversesId'
> & { isConfirmed: boolean; metricName: string; unit: string }

/**
 * What the ledger adds up to. There is no sum over grades or metrics, by construction.
 *
 * A line that was taken back is out, with its reversal: they are one number and its negative, not two independent
 * ones, so that their intervals cancel too.
 */
export function totalsOf(lines: readonly Counted[]): Totals {
  const reversed = new Set(lines.map(({ reversesId }) => reversesId))
  const live = lines.filter(({ outcome, id }) => outcome === 'gain' && !reversed.has(id))
  const metrics = [...grouped(live, ({ metricId, per }) => `${metricId} ${per}`).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { metricId, metricName, unit, per } = first
    return [{ metricId, metricName, unit, per, grades: gradesOf(group) }]
  })
  const count = (outcome: Gain['outcome']) => lines.filter((line) => line.outcome === outcome).length
  return {
    metrics,
    tried: {
      gain: live.length,
      reversed: count('reversal'),
      withoutProof: count('without-proof'),
      noProof: count('no-proof'),
      harm: count('harm'),
      dropped: count('dropped'),
    },
  }
}

function gradesOf(lines: readonly Counted[]): GradeTotal[] {
  const byGrade = grouped(lines, (line) => countsAs(line, line.isConfirmed))
  return Grade.options.flatMap((grade) => {
    const group = byGrade.get(grade) ?? []
    if (group.length === 0) return []
    const inMoney = group.flatMap(({ amountMinor }) => amountMinor ?? [])
    return [
      {
        grade,
        lines: group.length,
        amount: sumOf(group.flatMap(({ amount }) => amount ?? [])),
        amountMinor: inMoney.length > 0 ? sumOfMinor(inMoney) : null,
        linesInMoney: inMoney.length,
      },
    ]
  })
}

/**
 * The sum of independent amounts. The estimates add up; on each side the distances from estimate to bound add up as
 * the sides of a right angle do (in quadrature), because independent errors partly cancel: adding the bounds
 * themselves would claim that all of them err the same way at once. Upper and lower side are kept apart, so an uneven
 * interval stays uneven. One line without an interval leaves the sum without one: nobody knows how far it may be off.
 *
 * Not for amounts that share their sites or their comparison group: their errors go together, and the true interval is
 * wider. The claims of the ledger keep two gains from sharing figures.
 *
 * @see Taylor (1997), An Introduction to Error Analysis, 2nd ed., section 3.5; Barlow (2004), "Asymmetric
 *   statistical errors", arXiv physics/0406120 (what adding uneven bounds in quadrature can and cannot do).
 */
export function sumOf(amounts: readonly Amount[]): Amount {
  const estimate = amounts.reduce((sum, amount) => sum + amount.estimate, 0)
  const reach = (side: 'low' | 'high') => {
    const distances = amounts.flatMap((amount) => {
      const bound = amount[side]
      return bound === null ? [] : [bound - amount.estimate]
    })
    return distances.length < amounts.length ? null : distances.reduce((sum, distance) => Math.hypot(sum, distance), 0)
  }
  const [down, up] = [reach('low'), reach('high')]
  return { estimate, low: down === null ? null : estimate - down, high: up === null ? null : estimate + up }
}

/** The same in whole minor units: the estimate is exact, each bound is rounded once. */
export function sumOfMinor(amounts: readonly AmountMinor[]): AmountMinor {
  const estimate = amounts.reduce((sum, amount) => sum + amount.estimate, 0n)
  const reach = (side: 'low' | 'high') => {
    let squares = 0n
    for (const amount of amounts) {
      const bound = amount[side]
      if (bound === null) return null
      squares += (bound - amount.estimate) ** 2n
    }
    return rootOf(squares)
  }
  const [down, up] = [reach('low'), reach('high')]
  return { estimate, low: down === null ? null : estimate - down, high: up === null ? null : estimate + up }
}

function grouped<Thing, Key>(things: readonly Thing[], keyOf: (thing: Thing) => Key): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}
