import { sql } from 'kysely'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { asJson } from '#platform/database/json.ts'
import type { Database } from '#platform/database.ts'
import { siteKey } from '#product/site/site.ts'
import type { Draw, DrawId, DrawOutcome } from './draw.ts'
import type { DrawRow, DrawShown, EarlierDraw } from './draw-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    draw: Draw
    /** Apart from the draw, so that nobody who reads draws reads it by chance. */
    drawSecret: { drawId: DrawId; secret: string }
    drawOutcome: DrawOutcome
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'draw.announced': { id: DrawId }
    'draw.made': { id: DrawId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findDraw(db: Database, id: DrawId): Promise<DrawShown> {
  const draw = await db
    .selectFrom('draw')
    .innerJoin('person', 'person.id', 'draw.announcedById')
    .selectAll('draw')
    .select('person.name as byName')
    .where('draw.id', '=', id)
    .executeTakeFirst()
  if (!draw) throw new Problem('not-found', 'draw.none')
  const outcome = await db
    .selectFrom('drawOutcome')
    .innerJoin('person', 'person.id', 'drawOutcome.drawnById')
    .select(['word', 'secret', 'seed', 'drawn', 'drawnById', 'drawnAt', 'person.name as byName'])
    .where('drawId', '=', id)
    .executeTakeFirst()
  return { ...draw, outcome: outcome ?? null }
}

/** Newest first, at most `limits.listPage`. */
export function listDraws(db: Database): Promise<DrawRow[]> {
  return db
    .selectFrom('draw')
    .innerJoin('person', 'person.id', 'draw.announcedById')
    .leftJoin('drawOutcome', 'drawOutcome.drawId', 'draw.id')
    .select(['draw.id', 'about', 'announcedAt', 'againReason', 'person.name as byName', 'drawnAt'])
    .select(sql<DrawRow['by']>`draw.method ->> 'by'`.as('by'))
    .select(sql<number>`jsonb_array_length(draw.sites)`.as('sites'))
    .orderBy('announcedAt', 'desc')
    .orderBy('draw.id')
    .limit(limits.listPage)
    .execute()
}

/** Draws that share at least half of the sites of the smaller list, newest first, at most 20; names in any spelling. */
export async function listEarlier(db: Database, names: readonly string[]): Promise<EarlierDraw[]> {
  const wanted = new Set(names.map(siteKey))
  const draws = await db
    .selectFrom('draw')
    .innerJoin('person', 'person.id', 'draw.announcedById')
    .select(['draw.id', 'about', 'announcedAt', 'person.name as byName'])
    .select(sql<string[]>`jsonb_path_query_array(draw.sites, '$[*].name')`.as('names'))
    .orderBy('announcedAt', 'desc')
    // Who announces so often that this forgets some has other ways to choose the lots that suit.
    .limit(1000)
    .execute()
  return draws
    .filter(({ names: drawn }) => {
      const keys = new Set(drawn.map(siteKey))
      const shared = [...keys].filter((key) => wanted.has(key)).length
      return 2 * shared >= Math.min(keys.size, wanted.size)
    })
    .slice(0, 20)
    .map(({ names: _, ...draw }) => draw)
}

export async function addDraw(db: Database, draw: Draw, secret: string): Promise<void> {
  await db
    .insertInto('draw')
    .values({ ...draw, method: asJson(draw.method), sites: asJson(draw.sites) })
    .execute()
  await db.insertInto('drawSecret').values({ drawId: draw.id, secret }).execute()
}

/** The secret of a draw that is about to be made. Never sent before that. */
export async function findSecret(db: Database, drawId: DrawId): Promise<string> {
  const { secret } = await db
    .selectFrom('drawSecret')
    .select('secret')
    .where('drawId', '=', drawId)
    .executeTakeFirstOrThrow()
  return secret
}

/** @throws {Problem} `out-of-step` when it was drawn already: what was drawn first stays. */
export async function addOutcome(db: Database, outcome: DrawOutcome): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('drawOutcome')
    .values({ ...outcome, drawn: asJson(outcome.drawn) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new Problem('out-of-step', 'draw.already')
}
