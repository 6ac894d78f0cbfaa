import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { TrialId } from '#product/trial/trial.ts'
import {
  type RollOut,
  type RollOutId,
  type RollOutSite,
  type RollOutSiteChange,
  type RollOutSiteId,
  type RollOutStep,
  reachOf,
  rollOutSitesMost,
  standingOfSite,
} from './roll-out.ts'
import type { RollOutShown, RollOutSiteShown } from './roll-out-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    rollOut: RollOut
    rollOutSite: RollOutSite
    rollOutStep: RollOutStep
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'roll-out.changed': { id: RollOutId; trialId: TrialId }
  }
}

/** Steps of one site that a page shows. */
const stepsShown = 10

/** Null before it was begun. */
export async function findRollOutOf(db: Database, trialId: TrialId): Promise<RollOut | null> {
  return (await db.selectFrom('rollOut').selectAll().where('trialId', '=', trialId).executeTakeFirst()) ?? null
}

/** @throws {Problem} `not-found`. */
export async function findRollOut(db: Database, id: RollOutId): Promise<RollOut> {
  const found = await db.selectFrom('rollOut').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw new Problem('not-found', 'roll-out.none')
  return found
}

/** @throws {Problem} `not-found`. */
export async function findRollOutSite(db: Database, id: RollOutSiteId): Promise<RollOutSite> {
  const found = await db.selectFrom('rollOutSite').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw new Problem('not-found', 'roll-out.no-site')
  return found
}

/** Sites in the order they came, with their standing. */
export async function showRollOut(db: Database, rollOut: RollOut, today: string): Promise<RollOutShown> {
  const sites = await db
    .selectFrom('rollOutSite')
    .leftJoin('person', 'person.id', 'rollOutSite.ownerId')
    .selectAll('rollOutSite')
    .select('person.name as ownerName')
    .where('rollOutId', '=', rollOut.id)
    .orderBy('isFromTrial', 'desc')
    .orderBy('addedAt')
    .orderBy('rollOutSite.name')
    .limit(rollOutSitesMost)
    .execute()
  const steps = await stepsOf(db, rollOut.id)
  const shown = sites.map((site): RollOutSiteShown => {
    const own = steps.get(site.id) ?? []
    return { ...site, standing: standingOfSite(site, own), steps: own.slice(-stepsShown).reverse() }
  })
  return { ...rollOut, sites: shown, reach: reachOf(shown, today) }
}

/** Every step of a roll-out by its site, earliest first. */
async function stepsOf(db: Database, id: RollOutId): Promise<Map<RollOutSiteId, RollOutSiteShown['steps']>> {
  const rows = await db
    .selectFrom('rollOutStep')
    .innerJoin('rollOutSite', 'rollOutSite.id', 'rollOutStep.siteId')
    .innerJoin('person', 'person.id', 'rollOutStep.byId')
    .selectAll('rollOutStep')
    .select('person.name as byName')
    .where('rollOutSite.rollOutId', '=', id)
    .orderBy('onDay')
    .orderBy('at')
    .execute()
  return Map.groupBy(rows, ({ siteId }) => siteId)
}

/** The steps of one site, earliest first. */
export function listSteps(db: Database, siteId: RollOutSiteId): Promise<RollOutStep[]> {
  return db.selectFrom('rollOutStep').selectAll().where('siteId', '=', siteId).orderBy('onDay').orderBy('at').execute()
}

/** @throws {Problem} `out-of-step` when somebody began it first. */
export async function addRollOut(db: Database, rollOut: RollOut): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('rollOut')
    .values(rollOut)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'roll-out.begun-already')
}

/** Adds those that are not there yet, in any case of their letters. @throws {Problem} `bad-input` when they would be too many. */
export async function addRollOutSites(db: Database, id: RollOutId, sites: readonly RollOutSite[]): Promise<void> {
  if (sites.length === 0) return
  await db
    .insertInto('rollOutSite')
    .values([...sites])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { count } = await db
    .selectFrom('rollOutSite')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('rollOutId', '=', id)
    .executeTakeFirstOrThrow()
  if (Number(count) > rollOutSitesMost)
    throw new Problem('bad-input', 'roll-out.too-many-sites', { limit: rollOutSitesMost }, [
      { pointer: '#/sites', message: 'roll-out.too-many-sites', values: { limit: rollOutSitesMost } },
    ])
}

export async function storeStandardWork(db: Database, { id, standardWork }: RollOut): Promise<void> {
  await db.updateTable('rollOut').set({ standardWork }).where('id', '=', id).execute()
}

export async function storeRollOutSite(db: Database, id: RollOutSiteId, change: RollOutSiteChange): Promise<void> {
  await db.updateTable('rollOutSite').set(change).where('id', '=', id).execute()
}

export async function addStep(db: Database, step: RollOutStep): Promise<void> {
  await db.insertInto('rollOutStep').values(step).execute()
}
