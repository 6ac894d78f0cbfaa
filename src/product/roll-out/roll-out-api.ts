import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { day } from '#platform/anywhere/time.ts'
import { Person } from '#product/person/person.ts'
import { TrialId } from '#product/trial/trial.ts'
import {
  NewRollOutStep,
  RollOut,
  RollOutId,
  RollOutSite,
  RollOutSiteChange,
  RollOutSiteId,
  RollOutStep,
  rollOutSitesMost,
} from './roll-out.ts'

export const RollOutSiteShown = RollOutSite.extend({
  ownerName: Person.shape.name.nullable(),
  standing: z.strictObject({
    state: z.enum(['planned', 'trained', 'live', 'given-up']),
    trainedOn: day.nullable(),
    liveOn: day.nullable(),
    share: z.number().nullable(),
  }),
  /** The newest first, at most ten. */
  steps: z.array(RollOutStep.extend({ byName: Person.shape.name })),
})
export type RollOutSiteShown = z.output<typeof RollOutSiteShown>

export const RollOutShown = RollOut.extend({
  sites: z.array(RollOutSiteShown),
  reach: z.strictObject({
    sites: z.int(),
    live: z.int(),
    givenUp: z.int(),
    late: z.int(),
    share: z.number().nullable(),
  }),
})
export type RollOutShown = z.output<typeof RollOutShown>

/** The effect where the change has come, measured as it spreads; or why it cannot be. */
export const SpreadEffect = z.strictObject({
  reason: z.enum(['no-figures', 'none-live', 'all-live', 'no-answer']).nullable(),
  estimate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Sites with figures that have the change, and that do not have it yet. */
  live: z.int(),
  waiting: z.int(),
  periods: z.int(),
})
export type SpreadEffect = z.output<typeof SpreadEffect>

const OfTrial = z.strictObject({ id: TrialId })
const names = z.array(RollOutSite.shape.name).max(rollOutSitesMost)

export const rollOutApi = {
  find: endpoint({
    method: 'GET',
    path: '/trials/:id/roll-out',
    policy: 'roll-out.read',
    watches: ['person', 'decision'],
    input: OfTrial,
    output: RollOutShown.nullable(),
    says: 'How far an adopted change has come: each site with who sees to it, its steps, and how much of the work is done so. Null before it was begun.',
  }),
  effect: endpoint({
    method: 'GET',
    path: '/trials/:id/roll-out/effect',
    policy: 'roll-out.read',
    watches: ['measurement'],
    input: OfTrial,
    output: SpreadEffect,
    says: 'The effect as the change spreads, from the figures of the trial’s measure: sites that have it against those that do not yet.',
  }),
  begin: endpoint({
    method: 'POST',
    path: '/trials/:id/roll-out',
    policy: 'roll-out.run',
    input: OfTrial.extend({ standardWork: RollOut.shape.standardWork, sites: names.default([]) }),
    output: RollOutShown,
    says: 'Begin to spread an adopted change. The sites of the trial are there already; `sites` names more.',
  }),
  describe: endpoint({
    method: 'PUT',
    path: '/roll-outs/:id',
    policy: 'roll-out.run',
    input: z.strictObject({ id: RollOutId, standardWork: RollOut.shape.standardWork }),
    output: RollOutShown,
    says: 'Write anew how the work is done.',
  }),
  addSites: endpoint({
    method: 'POST',
    path: '/roll-outs/:id/sites',
    policy: 'roll-out.run',
    input: z.strictObject({ id: RollOutId, sites: names.min(1) }),
    output: RollOutShown,
    says: 'Add sites by their names. Those that are there already stay as they are.',
  }),
  changeSite: endpoint({
    method: 'PATCH',
    path: '/roll-out-sites/:id',
    policy: 'roll-out.run',
    input: RollOutSiteChange.extend({ id: RollOutSiteId }),
    output: RollOutShown,
    says: 'Say who sees to a site, and by when.',
  }),
  step: endpoint({
    method: 'POST',
    path: '/roll-out-sites/:id/steps',
    policy: 'roll-out.report',
    input: NewRollOutStep.extend({ id: RollOutSiteId }),
    output: RollOutShown,
    says: 'Say what was reached at a site: trained, live, how much of the work is done so, or given up with a reason.',
  }),
}
