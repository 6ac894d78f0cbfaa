import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, dayMs, instant } from '#platform/anywhere/time.ts'
import type { IdeaMove } from '#product/idea/idea.ts'
import { Per, type Result, ResultId, standingOf } from '#product/result/result.ts'
import { TrialId } from '#product/trial/trial.ts'

export const DecisionId = z.uuid().brand<'DecisionId'>()
export type DecisionId = z.output<typeof DecisionId>

/** What became of a trial, and why. */
export const Decision = z.strictObject({
  id: DecisionId,
  trialId: TrialId,
  resultId: ResultId,
  choice: z.enum(['adopt', 'adapt', 'drop']),
  reason: z.string().trim().min(3).max(2000),
  /** Adopted although the result could not tell, or worse. Said wherever it is shown. */
  isWithoutProof: z.boolean(),
  byId: PersonId,
  decidedAt: instant,
})
export type Decision = z.output<typeof Decision>

/** Where, since when and how often a change is adopted: what turns an effect per site and period into an amount. */
export const Adoption = z.strictObject({
  sites: z.int().min(1).max(limits.adoptedSites),
  fromOn: day,
  /** How often the figures of the sheet come, as a person names it. */
  per: Per,
})
export type Adoption = z.output<typeof Adoption>

/** What a trial says of where, when and how often its change can be adopted. */
export interface AdoptionBounds {
  /** How often its figures come. */
  every: Per
  /** Sites that it was measured at, of both groups. */
  measuredSites: number
  /** The earliest day that anybody had the change, and the day of the decision. */
  earliestOn: string
  today: string
}

/** A change that goes to more sites than this times those it was measured at is not the one that was measured. */
const rollOutMost = 100

/**
 * Whether an adoption is one that the trial can speak for: what is booked is what was measured, times sites.
 * @throws {Problem} `bad-input` at the field that is out of bounds.
 */
export function checkAdoption(
  { sites, fromOn, per }: Adoption,
  { every, measuredSites, earliestOn, today }: AdoptionBounds,
): void {
  if (every !== 'period' && per !== every) throw refusedAt('per', 'decision.other-cadence', { every })
  const mostSites = Math.min(limits.adoptedSites, rollOutMost * measuredSites)
  if (sites > mostSites) throw refusedAt('sites', 'decision.too-many-sites', { count: measuredSites, limit: mostSites })
  const latestOn = daysAfter(today, 366)
  if (fromOn < earliestOn || fromOn > latestOn)
    throw refusedAt('fromOn', 'decision.other-time', { from: earliestOn, to: latestOn })
}

function refusedAt(field: keyof Adoption, message: MessageId, values: Record<string, string | number>): Problem {
  return new Problem('bad-input', message, values, [{ pointer: `#/${field}`, message, values }])
}

/** A day so many days later, or earlier. */
export function daysAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10)
}

/** What the choice does to the idea. The words happen to be the same; this says that they must be. */
export const ideaMoveOf = {
  adopt: 'adopt',
  adapt: 'adapt',
  drop: 'drop',
} as const satisfies Record<Decision['choice'], IdeaMove>

/**
 * The decision on a trial, from the result that it was taken on.
 * @param latest The newest result of the trial, or null.
 * @param seenId The result that the person looked at, when they said.
 * @throws {Problem} `out-of-step` when nothing was measured, or a newer result has come since.
 */
export function decide(
  asked: Pick<Decision, 'trialId' | 'choice' | 'reason'>,
  latest: Pick<Result, 'id' | 'analysis'> | null,
  seenId: ResultId | undefined,
  edge: Pick<Decision, 'id' | 'byId' | 'decidedAt'>,
): Decision {
  if (!latest) throw new Problem('out-of-step', 'decision.no-result')
  if (seenId !== undefined && seenId !== latest.id) throw new Problem('out-of-step', 'decision.newer-result')
  const isWithoutProof = asked.choice === 'adopt' && standingOf(latest.analysis) !== 'proved'
  return { ...asked, ...edge, resultId: latest.id, isWithoutProof }
}
