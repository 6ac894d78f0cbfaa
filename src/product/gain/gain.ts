import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { wholeNumber } from '#platform/anywhere/money.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'
import { Adoption, type Decision, DecisionId } from '#product/decision/decision.ts'
import { Metric, MetricId } from '#product/metric/metric.ts'
import { effectOf, Grade, type Result, type Standing, sitesMeasured, standingOf } from '#product/result/result.ts'
import { TrialId } from '#product/trial/trial.ts'
import { Workspace } from '#product/workspace/workspace.ts'
import { minorOf } from './minor-units.ts'

export const GainId = z.uuid().brand<'GainId'>()
export type GainId = z.output<typeof GainId>

/** An effect with its interval; low and high are null where the design gives none. Positive is better. */
export const Amount = z.strictObject({
  estimate: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type Amount = z.output<typeof Amount>

export const AmountMinor = z.strictObject({
  estimate: wholeNumber,
  low: wholeNumber.nullable(),
  high: wholeNumber.nullable(),
})
export type AmountMinor = z.output<typeof AmountMinor>

/** A line of the ledger. Lines are added, never changed or removed. */
export const Gain = z.strictObject({
  id: GainId,
  trialId: TrialId,
  decisionId: DecisionId,
  metricId: MetricId,
  /**
   * `gain`: proved and kept, has an amount. `without-proof`: kept although the result could not tell. `no-proof`: not
   * kept, the result could not tell. `harm`: it made things worse, kept or not. `dropped`: it helped and was not kept.
   * `reversal`: takes another line back.
   */
  outcome: z.enum(['gain', 'without-proof', 'no-proof', 'harm', 'dropped', 'reversal']),
  /** Effect per period over all sites where it is adopted, in the metric's unit. Null when nothing is booked. */
  amount: Amount.nullable(),
  /** The same in minor units of `currency`, when one unit of the metric has a worth. */
  amountMinor: AmountMinor.nullable(),
  /** The metric's unit and the workspace's currency when it was booked: what a line says never changes. */
  unit: Metric.shape.unit,
  currency: Workspace.shape.currency,
  per: Adoption.shape.per,
  /** Sites where the change is adopted. */
  sites: z.int().min(0).max(limits.adoptedSites),
  /** Sites that it was measured at, with the change and without: adopted at more, it is a roll-out, and said so. */
  measuredSites: z.int().min(0),
  fromOn: day,
  grade: Grade,
  /** The idea was judged by its own author, the only judge there was: counts as grade D until somebody confirms. */
  isSelfJudged: z.boolean(),
  reversesId: GainId.nullable(),
  /** Why a line was taken back. */
  reason: z.string().trim().min(3).max(2000).nullable(),
  bookedById: PersonId,
  bookedAt: instant,
})
export type Gain = z.output<typeof Gain>

/**
 * The one line that a decided trial books. Amount = effect per site and period times the sites where it is adopted;
 * only what was proved and is kept has one. Pure: the caller stores it, in the transaction of the decision.
 * @throws {Problem} `bad-input` when the amount is beyond what the ledger can hold.
 */
export function gainOf(
  decision: Decision,
  result: Pick<Result, 'analysis' | 'grade'>,
  metric: Pick<Metric, 'id' | 'unit' | 'better' | 'worthMinor'>,
  adoption: Pick<Gain, 'sites' | 'fromOn' | 'per'>,
  edge: Pick<Gain, 'id' | 'isSelfJudged' | 'currency'>,
): Gain {
  const outcome = outcomeOf(decision.choice, standingOf(result.analysis))
  const effect = outcome === 'gain' ? effectOf(result.analysis, metric.better) : null
  return {
    ...edge,
    trialId: decision.trialId,
    decisionId: decision.id,
    metricId: metric.id,
    outcome,
    amount: effect && timesSites(effect, adoption.sites),
    amountMinor:
      effect && metric.worthMinor !== null ? inMoney(effect, metric.worthMinor * BigInt(adoption.sites)) : null,
    unit: metric.unit,
    ...adoption,
    measuredSites: sitesMeasured(result.analysis),
    // A result that holds no answer is nobody's evidence.
    grade: result.grade ?? 'D',
    reversesId: null,
    reason: null,
    bookedById: decision.byId,
    bookedAt: decision.decidedAt,
  }
}

/** Harm stays harm whatever becomes of the change; the decision says whether it was kept all the same. */
export function outcomeOf(choice: Decision['choice'], standing: Standing): Exclude<Gain['outcome'], 'reversal'> {
  if (standing === 'harm') return 'harm'
  if (choice === 'adopt') return standing === 'proved' ? 'gain' : 'without-proof'
  return standing === 'proved' ? 'dropped' : 'no-proof'
}

/**
 * The line that takes `gain` back. The two add up to zero. Pure: the caller stores it and frees the claims.
 * @throws {Problem} `out-of-step` when the line books nothing, or is itself a reversal.
 */
export function reversalOf(
  gain: Gain,
  reason: string,
  edge: { id: GainId; bookedById: PersonId; bookedAt: Date },
): Gain {
  if (gain.outcome !== 'gain') throw new Problem('out-of-step', 'gain.nothing-to-reverse')
  return {
    ...gain,
    ...edge,
    outcome: 'reversal',
    amount: gain.amount && negated(gain.amount, (value) => (value === 0 ? 0 : -value)),
    amountMinor: gain.amountMinor && negated(gain.amountMinor, (value) => -value),
    reversesId: gain.id,
    reason,
  }
}

/**
 * The grade that a line counts as: the amount of a self-judged idea is somebody's word until a second person stands
 * behind it. A line without an amount claims nothing, so its evidence is what it is.
 */
export function countsAs(
  { grade, isSelfJudged, amount }: Pick<Gain, 'grade' | 'isSelfJudged' | 'amount'>,
  isConfirmed: boolean,
): Grade {
  return isSelfJudged && amount !== null && !isConfirmed ? 'D' : grade
}

/**
 * Whether `personId` may be the second person behind a self-judged line. Who may confirm at all stands in the rights
 * table.
 * @throws {Problem} `out-of-step` when there is nothing to confirm, `not-allowed` for the author and for who booked it.
 */
export function checkConfirmation(gain: Gain, authorId: PersonId | null, personId: PersonId): void {
  if (!gain.isSelfJudged || gain.outcome !== 'gain') throw new Problem('out-of-step', 'gain.nothing-to-confirm')
  if (personId === gain.bookedById || personId === authorId)
    throw new Problem('not-allowed', 'gain.needs-second-person')
}

function timesSites({ estimate, low, high }: Amount, sites: number): Amount {
  const times = (value: number) => {
    const product = value * sites
    if (!Number.isFinite(product)) throw new Problem('bad-input', 'gain.too-large')
    return product
  }
  return { estimate: times(estimate), low: low === null ? null : times(low), high: high === null ? null : times(high) }
}

/**
 * Rounded once, at the end, and each bound on its own: an estimate and its ends are three numbers, not one number and
 * two distances.
 */
function inMoney({ estimate, low, high }: Amount, worthMinor: bigint): AmountMinor {
  const worth = (value: number) => {
    const minor = minorOf(value, worthMinor)
    if (minor > mostMinor || minor < -mostMinor) throw new Problem('bad-input', 'gain.too-large')
    return minor
  }
  return { estimate: worth(estimate), low: low === null ? null : worth(low), high: high === null ? null : worth(high) }
}

/** What eighteen digits hold: `wholeNumber` carries no more, and a PostgreSQL bigint hardly more. */
const mostMinor = 10n ** 18n - 1n

function negated<Value>(
  { estimate, low, high }: { estimate: Value; low: Value | null; high: Value | null },
  minus: (value: Value) => Value,
): { estimate: Value; low: Value | null; high: Value | null } {
  // Turned round, the upper end is the lower one.
  return {
    estimate: minus(estimate),
    low: high === null ? null : minus(high),
    high: low === null ? null : minus(low),
  }
}
