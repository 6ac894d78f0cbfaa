import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'
import type { Decision } from '#product/decision/decision.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { TrialId } from '#product/trial/trial.ts'

export const RollOutId = z.uuid().brand<'RollOutId'>()
export type RollOutId = z.output<typeof RollOutId>
export const RollOutSiteId = z.uuid().brand<'RollOutSiteId'>()
export type RollOutSiteId = z.output<typeof RollOutSiteId>
export const RollOutStepId = z.uuid().brand<'RollOutStepId'>()
export type RollOutStepId = z.output<typeof RollOutStepId>

/** Spreading an adopted change site by site. */
export const RollOut = z.strictObject({
  id: RollOutId,
  trialId: TrialId,
  /** How the work is now done: what everybody at a site reads before they begin. */
  standardWork: z.string().trim().min(3).max(8000),
  begunById: PersonId,
  begunAt: instant,
})
export type RollOut = z.output<typeof RollOut>

export const RollOutSite = z.strictObject({
  id: RollOutSiteId,
  rollOutId: RollOutId,
  name: z.string().trim().min(1).max(120),
  /** Who sees to it there. */
  ownerId: PersonId.nullable(),
  dueOn: day.nullable(),
  /** It had the change in the trial already, and keeps it. */
  isFromTrial: z.boolean(),
  addedAt: instant,
})
export type RollOutSite = z.output<typeof RollOutSite>

/** What may change at a site; its steps are added. */
export const RollOutSiteChange = RollOutSite.pick({ ownerId: true, dueOn: true })
export type RollOutSiteChange = z.output<typeof RollOutSiteChange>

export const rollOutSteps = ['trained', 'live', 'adoption', 'given-up'] as const

/** Something that was reached at a site. It stays; a later step says what became of it. */
export const RollOutStep = z.strictObject({
  id: RollOutStepId,
  siteId: RollOutSiteId,
  step: z.enum(rollOutSteps),
  onDay: day,
  /** Of the work that is done in the new way, in [0, 1]: of `adoption` only. */
  share: z.number().min(0).max(1).nullable(),
  note: z.string().trim().min(1).max(2000).nullable(),
  byId: PersonId,
  at: instant,
})
export type RollOutStep = z.output<typeof RollOutStep>

export const NewRollOutStep = z.strictObject({
  step: RollOutStep.shape.step,
  onDay: RollOutStep.shape.onDay,
  share: RollOutStep.shape.share.default(null),
  note: RollOutStep.shape.note.default(null),
})
export type NewRollOutStep = z.output<typeof NewRollOutStep>

/** Sites of one roll-out. */
export const rollOutSitesMost = 2000

/** Where a site stands, from its steps. */
export interface SiteStanding {
  state: 'planned' | 'trained' | 'live' | 'given-up'
  trainedOn: string | null
  liveOn: string | null
  /** The latest that was said; null before anybody said. */
  share: number | null
}

/**
 * Where a site stands: the latest of its steps counts, by their day and then by when they were written.
 * What came from the trial is live from its beginning.
 */
export function standingOfSite(
  site: Pick<RollOutSite, 'isFromTrial'>,
  steps: readonly Pick<RollOutStep, 'step' | 'onDay' | 'share' | 'at'>[],
): SiteStanding {
  const standing: SiteStanding = {
    state: site.isFromTrial ? 'live' : 'planned',
    trainedOn: null,
    liveOn: null,
    share: null,
  }
  const inOrder = [...steps].sort((a, b) => a.onDay.localeCompare(b.onDay) || a.at.getTime() - b.at.getTime())
  for (const { step, onDay, share } of inOrder) {
    if (step === 'adoption') standing.share = share
    else standing.state = step
    if (step === 'trained') standing.trainedOn = onDay
    if (step === 'live') standing.liveOn ??= onDay
  }
  return standing
}

/** How far a roll-out has come. */
export interface Reach {
  sites: number
  live: number
  givenUp: number
  /** Sites that are past their day and not live. */
  late: number
  /** Of the work at all sites that are not given up, how much is done in the new way; a live site that said nothing counts whole. */
  share: number | null
}

export function reachOf(
  sites: readonly (Pick<RollOutSite, 'dueOn'> & { standing: SiteStanding })[],
  today: string,
): Reach {
  const kept = sites.filter(({ standing }) => standing.state !== 'given-up')
  const shares: number[] = kept.map(({ standing }) => (standing.state === 'live' ? (standing.share ?? 1) : 0))
  return {
    sites: sites.length,
    live: kept.filter(({ standing }) => standing.state === 'live').length,
    givenUp: sites.length - kept.length,
    late: kept.filter(({ dueOn, standing }) => dueOn !== null && dueOn < today && standing.state !== 'live').length,
    share: shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length,
  }
}

/** @throws {Problem} `out-of-step` unless the change was adopted: nothing else is spread. */
export function refuseNotAdopted(decision: Pick<Decision, 'choice'> | undefined): void {
  if (decision?.choice !== 'adopt') throw new Problem('out-of-step', 'roll-out.not-adopted')
}

/** The sites that a roll-out begins with: those of the plan, the ones that had the change first. None for a split. */
export function firstSites(body: PlanBody): { name: string; isFromTrial: boolean }[] {
  switch (body.design) {
    case 'split':
      return []
    case 'pilot':
      return sorted(body.sites.map(({ name, treated }) => ({ name, isFromTrial: treated })))
    case 'staggered':
      return sorted(body.sites.map(({ name, start }) => ({ name, isFromTrial: start !== null })))
    case 'switchback':
    case 'before-after':
      return body.sites.filter(({ name }) => name !== '').map(({ name }) => ({ name, isFromTrial: true }))
  }
}

function sorted<Site extends { isFromTrial: boolean }>(sites: Site[]): Site[] {
  return [...sites].sort((a, b) => Number(b.isFromTrial) - Number(a.isFromTrial))
}

/**
 * A step at a site, if it can be true. Pure: the caller stores it.
 * @throws {Problem} `bad-input` at the field that is missing or wrong; `out-of-step` for adoption at a site that is not live.
 */
export function newStep(
  { step, onDay, share, note }: NewRollOutStep,
  standing: SiteStanding,
  edge: Pick<RollOutStep, 'id' | 'siteId' | 'byId' | 'at'> & { today: string },
): RollOutStep {
  const { today, ...rest } = edge
  if (onDay > today)
    throw new Problem('bad-input', 'roll-out.future', {}, [{ pointer: '#/onDay', message: 'roll-out.future' }])
  if (step === 'adoption' && share === null)
    throw new Problem('bad-input', 'input.required', {}, [{ pointer: '#/share', message: 'input.required' }])
  if (step === 'adoption' && standing.state !== 'live') throw new Problem('out-of-step', 'roll-out.not-live')
  if (step === 'given-up' && note === null)
    throw new Problem('bad-input', 'roll-out.say-why', {}, [{ pointer: '#/note', message: 'roll-out.say-why' }])
  return { ...rest, step, onDay, share: step === 'adoption' ? share : null, note }
}
