import { z } from 'zod'
import { Metric, MetricId } from '#product/metric/metric.ts'
import { Grade } from '#product/result/result.ts'
import { Amount, AmountMinor, countsAs, Gain } from './gain.ts'

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
  /** Amounts in different units, and money in different currencies, are never added. */
  unit: Gain.shape.unit,
  currency: Gain.shape.currency,
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
  | 'id'
  | 'metricId'
  | 'per'
  | 'unit'
  | 'currency'
  | 'outcome'
  | 'grade'
  | 'isSelfJudged'
  | 'amount'
  | 'amountMinor'
  | 'reversesId'
> & { isConfirmed: boolean; metricName: string }

/**
 * What the ledger adds up to. There is no sum over grades or metrics, by construction.
 *
 * A line that was taken back is out, with its reversal: they are one number and its negative, so that their intervals
 * cancel too.
 */
export function totalsOf(lines: readonly Counted[]): Totals {
  const reversed = new Set(lines.map(({ reversesId }) => reversesId))
  const live = lines.filter(({ outcome, id }) => outcome === 'gain' && !reversed.has(id))
  const groups = grouped(live, ({ metricId, per, currency, unit }) => `${metricId} ${per} ${currency} ${unit}`)
  const metrics = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { metricId, metricName, unit, currency, per } = first
    return [{ metricId, metricName, unit, currency, per, grades: gradesOf(group) }]
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
 * The sum of amounts: the estimates add up, and so do the lower and the upper ends. One line without an interval leaves
 * the sum without one: nobody knows how far it may be off.
 *
 * The widest that the interval can be, as if all of them erred the same way at once. Errors that are independent partly
 * cancel, and the interval would be narrower (in quadrature); but two trials may share their comparison sites, their
 * history or a bad season, and the claims of the ledger do not rule that out: they keep figures from being counted
 * twice as a gain, not from being compared with twice. Too wide is honest, too narrow is not.
 *
 * @see Taylor (1997), An Introduction to Error Analysis, 2nd ed., sections 3.5 and 9.2: the sum of the
 *   uncertainties bounds that of the sum, whatever the covariances.
 */
export function sumOf(amounts: readonly Amount[]): Amount {
  return {
    estimate: amounts.reduce((sum, { estimate }) => sum + estimate, 0),
    low: amounts.reduce<number | null>((sum, { low }) => (sum === null || low === null ? null : sum + low), 0),
    high: amounts.reduce<number | null>((sum, { high }) => (sum === null || high === null ? null : sum + high), 0),
  }
}

/** The same in whole minor units, exact to the last one. */
export function sumOfMinor(amounts: readonly AmountMinor[]): AmountMinor {
  return {
    estimate: amounts.reduce((sum, { estimate }) => sum + estimate, 0n),
    low: amounts.reduce<bigint | null>((sum, { low }) => (sum === null || low === null ? null : sum + low), 0n),
    high: amounts.reduce<bigint | null>((sum, { high }) => (sum === null || high === null ? null : sum + high), 0n),
  }
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
