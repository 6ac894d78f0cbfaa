import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import { answerOf, type Idea, type IdeaAnswer, type IdeaId, moveIdea } from '#product/idea/idea.ts'
import { findIdea, storeMove } from '#product/idea/idea-store.ts'
import type { Trial, TrialId, TrialSheet, TrialShown } from './trial.ts'

declare module '#platform/database.ts' {
  interface Tables {
    trial: Trial
    trialSheet: TrialSheet
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'trial.planned': { id: TrialId }
    'trial.changed': { id: TrialId }
    'trial.discarded': { id: TrialId }
    'trial.frozen': { id: TrialId }
    'trial.started': { id: TrialId }
    'trial.stopped': { id: TrialId }
    'trial.ended': { id: TrialId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findTrial(db: Database, id: TrialId): Promise<TrialShown> {
  const trial = await shown(db).where('trial.id', '=', id).executeTakeFirst()
  if (!trial) throw new Problem('not-found', 'trial.none')
  return trial
}

/**
 * The trial as it is now, and nobody else changes it until the end of the transaction. For what looks at more than its
 * state; a mere move needs only `storeTrialMove`.
 * @throws {Problem} `not-found`.
 */
export async function lockTrial(db: Database, id: TrialId): Promise<Trial> {
  const trial = await db.selectFrom('trial').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!trial) throw new Problem('not-found', 'trial.none')
  return trial
}

/** Newest first, at most `limits.listPage`. What is left out does not narrow the list. */
export function listTrials(
  db: Database,
  { state, idea, owner }: { state?: Trial['state'] | undefined; idea?: IdeaId | undefined; owner?: string | undefined },
): Promise<TrialShown[]> {
  let query = shown(db)
  if (state) query = query.where('trial.state', '=', state)
  if (idea) query = query.where('trial.ideaId', '=', idea)
  if (owner) query = query.where('trial.ownerId', '=', owner as Trial['ownerId'])
  return query.orderBy('trial.createdAt', 'desc').orderBy('trial.id').limit(limits.listPage).execute()
}

export async function addTrial(db: Database, trial: Trial): Promise<void> {
  await db.insertInto('trial').values(trial).execute()
}

/**
 * Stores a new title, door or design, but only while it is a draft.
 * @throws {Problem} `out-of-step` when its plan was frozen meanwhile.
 */
export async function storeTrialChange(db: Database, { id, title, door, design }: Trial): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('trial')
    .set({ title, door, design })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('out-of-step', 'trial.moved-meanwhile')
}

/**
 * Stores a move, but only if the trial is still as it was read.
 * @throws {Problem} `out-of-step` when somebody moved it first.
 */
export async function storeTrialMove(db: Database, before: Trial, after: Trial): Promise<void> {
  const { state, startedAt, endedAt, stopReason } = after
  const { numUpdatedRows } = await db
    .updateTable('trial')
    .set({ state, startedAt, endedAt, stopReason })
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('door', '=', before.door)
    .where('design', '=', before.design)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Problem('out-of-step', 'trial.moved-meanwhile')
}

/**
 * Moves the idea of a trial that begins. The trial's plan says why, so the answer has no reason.
 * @returns The idea, being tried.
 * @throws {Problem} `out-of-step` when the idea is not approved any more, or another trial of it is under way.
 */
export async function tryIdea(db: Database, id: IdeaId, given: Pick<IdeaAnswer, 'id' | 'byId' | 'at'>): Promise<Idea> {
  const before = await findIdea(db, id)
  const after = moveIdea(before, 'try', 'trial')
  await storeMove(db, before, after, answerOf(before, 'try', 'trial', { ...given, reason: null }))
  return after
}

/** Takes a draft away. @throws {Problem} `out-of-step` when its plan was frozen meanwhile. */
export async function removeDraft(db: Database, id: TrialId): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('trial')
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Problem('out-of-step', 'trial.moved-meanwhile')
}

/** The sheets that a trial is measured on, in the order they came; each with its file's name and who brought it. */
export function listTrialSheets(db: Database, id: TrialId) {
  return db
    .selectFrom('trialSheet')
    .innerJoin('sheet', 'sheet.id', 'trialSheet.sheetId')
    .innerJoin('person', 'person.id', 'trialSheet.addedById')
    .selectAll('trialSheet')
    .select(['sheet.name', 'sheet.sha256', 'person.name as addedByName'])
    .where('trialId', '=', id)
    .orderBy('position')
    .execute()
}

/** @throws {Problem} `out-of-step` when the trial has this sheet already. */
export async function addTrialSheet(db: Database, sheet: TrialSheet): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('trialSheet')
    .values(sheet)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'trial.sheet-there')
}

/**
 * Puts another table in the place of the one that was taken over before. PostgreSQL refuses it for a sheet that somebody
 * brought, and once there is a result.
 */
export async function replaceTakenSheet(db: Database, { trialId, position, ...sheet }: TrialSheet): Promise<void> {
  await db
    .updateTable('trialSheet')
    .set(sheet)
    .where('trialId', '=', trialId)
    .where('position', '=', position)
    .where('isTaken', '=', true)
    .executeTakeFirstOrThrow()
}

function shown(db: Database) {
  return db
    .selectFrom('trial')
    .innerJoin('idea', 'idea.id', 'trial.ideaId')
    .innerJoin('person', 'person.id', 'trial.ownerId')
    .selectAll('trial')
    .select(['idea.title as ideaTitle', 'person.name as ownerName'])
}
