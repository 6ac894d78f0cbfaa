import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'
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
