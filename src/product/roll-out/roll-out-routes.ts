import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { RequestContext, Serve } from '#platform/http.ts'
import { listDecisions } from '#product/decision/decision-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import { findPlan } from '#product/plan/plan-store.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import {
  firstSites,
  newStep,
  type RollOut,
  type RollOutId,
  type RollOutSite,
  type RollOutSiteId,
  type RollOutStepId,
  refuseNotAdopted,
  standingOfSite,
} from './roll-out.ts'
import { type RollOutShown, rollOutApi } from './roll-out-api.ts'
import {
  addRollOut,
  addRollOutSites,
  addStep,
  findRollOut,
  findRollOutOf,
  findRollOutSite,
  listSteps,
  showRollOut,
  storeRollOutSite,
  storeStandardWork,
} from './roll-out-store.ts'
import { spreadEffect } from './spread-effect.ts'

type Context = RequestContext<'workspace'>

export function rollOutRoutes(serve: Serve): void {
  serve(rollOutApi.find, async ({ id }, { db, now }) => {
    await findTrial(db, id)
    const rollOut = await findRollOutOf(db, id)
    return rollOut && showRollOut(db, rollOut, await todayOf(db, now))
  })

  serve(rollOutApi.effect, async ({ id }, { db, now }) => {
    await findTrial(db, id)
    const rollOut = await findRollOutOf(db, id)
    if (!rollOut) throw new Problem('not-found', 'roll-out.none')
    return spreadEffect(db, await showRollOut(db, rollOut, await todayOf(db, now)), (await findPlan(db, id)).body)
  })

  serve(rollOutApi.begin, async ({ id, standardWork, sites }, context) => {
    const { db, signed, now, newId, demand } = context
    const trial = await findTrial(db, id)
    demand('roll-out.run', trial)
    refuseNotAdopted((await listDecisions(db, id))[0])
    const rollOut = { id: newId<RollOutId>(), trialId: id, standardWork, begunById: signed.personId, begunAt: now }
    await addRollOut(db, rollOut)
    const planned = firstSites((await findPlan(db, id)).body)
    const more = sites.map((name) => ({ name, isFromTrial: false }))
    const added = await addSitesNamed(context, rollOut, [...planned, ...more])
    const { timeZone } = await findWorkspace(db)
    // Looking back, nobody wrote down on which day it began.
    if (trial.startedAt !== null && trial.door === 'plan-first')
      for (const { id: siteId } of added.filter(({ isFromTrial }) => isFromTrial))
        await addStep(db, {
          ...{ id: newId<RollOutStepId>(), siteId, step: 'live', onDay: dayOf(trial.startedAt, timeZone) },
          ...{ share: null, note: null, byId: signed.personId, at: now },
        })
    return changed(context, rollOut)
  })

  serve(rollOutApi.describe, async ({ id, standardWork }, context) => {
    const rollOut = { ...(await findOwn(context, id)), standardWork }
    await storeStandardWork(context.db, rollOut)
    return changed(context, rollOut)
  })

  serve(rollOutApi.addSites, async ({ id, sites }, context) => {
    const rollOut = await findOwn(context, id)
    await addSitesNamed(
      context,
      rollOut,
      sites.map((name) => ({ name, isFromTrial: false })),
    )
    return changed(context, rollOut)
  })

  serve(rollOutApi.changeSite, async ({ id, ownerId, dueOn }, context) => {
    const { db, signed } = context
    const site = await findRollOutSite(db, id)
    const rollOut = await findOwn(context, site.rollOutId)
    if (ownerId) await findPerson(db, ownerId)
    await storeRollOutSite(db, id, { ownerId, dueOn })
    if (ownerId && ownerId !== site.ownerId && ownerId !== signed.personId)
      await tellOwner(context, rollOut, site, ownerId)
    return changed(context, rollOut)
  })

  serve(rollOutApi.step, async ({ id, ...written }, context) => {
    const { db, signed, now, newId } = context
    const site = await findRollOutSite(db, id)
    const standing = standingOfSite(site, await listSteps(db, id))
    const edge = { id: newId<RollOutStepId>(), siteId: id, byId: signed.personId, at: now }
    await addStep(db, newStep(written, standing, { ...edge, today: await todayOf(db, now) }))
    return changed(context, await findRollOut(db, site.rollOutId))
  })
}

/** @throws {Problem} `not-found`; `not-allowed` for those who may not run the trial that it is of. */
async function findOwn({ db, demand }: Context, id: RollOutId): Promise<RollOut> {
  const rollOut = await findRollOut(db, id)
  demand('roll-out.run', await findTrial(db, rollOut.trialId))
  return rollOut
}

async function addSitesNamed(
  { db, now, newId }: Context,
  { id }: RollOut,
  sites: readonly Pick<RollOutSite, 'name' | 'isFromTrial'>[],
): Promise<RollOutSite[]> {
  const rows = sites.map((site) => ({
    ...{ id: newId<RollOutSiteId>(), rollOutId: id, ...site },
    ...{ ownerId: null, dueOn: null, addedAt: now },
  }))
  await addRollOutSites(db, id, rows)
  return rows
}

async function changed({ db, now, emit }: Context, rollOut: RollOut): Promise<RollOutShown> {
  await emit('roll-out.changed', { id: rollOut.id, trialId: rollOut.trialId })
  return showRollOut(db, rollOut, await todayOf(db, now))
}

/** Whoever sees to a site hears of it, and where it is written how the work is done. */
async function tellOwner(
  context: Context,
  rollOut: RollOut,
  site: RollOutSite,
  ownerId: NonNullable<RollOutSite['ownerId']>,
) {
  const { title } = await findTrial(context.db, rollOut.trialId)
  const { name } = await findPerson(context.db, context.signed.personId)
  await tell(context, [ownerId], {
    message: 'roll-out.told-owner',
    messageValues: { title, site: site.name, name },
    href: `/trials/${rollOut.trialId}`,
  })
}

async function todayOf(db: Database, now: Date): Promise<string> {
  return dayOf(now, (await findWorkspace(db)).timeZone)
}
