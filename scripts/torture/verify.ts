import { readdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { afterwards, invariants, marked } from './invariants.ts'
import { type Kind, kinds, type Oracle } from './oracle.ts'
import type { Product } from './product.ts'

/** What is stored. */
export interface Counted {
  readonly ideas: number
  readonly decisions: number
  readonly lines: number
}

/** The product's pool, the queue's, and the connections that listen. One that is made anew must not leave another behind. */
const connectionsMost = 18
/** Files and sockets of Node: connections both ways, and a good measure more. */
const filesMost = 250

/** Holds what is stored against what clients were told. To be called while nobody writes. */
export async function verify(product: Product, oracle: Oracle): Promise<Counted> {
  return product.asSuperuser(async (client) => {
    await countConnections(client, product, oracle)
    await client.query('begin isolation level repeatable read read only')
    const rows = await compareWrites(client, oracle)
    await compareKeys(client, oracle)
    await hold(client, oracle, invariants)
    const { rows: counted } = await client.query<{ lines: number }>('select count(*)::int as lines from gain')
    await client.query('commit')
    return { ideas: rows.idea, decisions: rows.decision, lines: counted[0]?.lines ?? 0 }
  })
}

/**
 * Holds what must be true once everything has settled: nothing waits, and every index knows every row.
 * @returns how long the settling took, in milliseconds.
 */
export async function verifyEnd(product: Product, oracle: Oracle, withinMs: number): Promise<number> {
  const begun = performance.now()
  await product.asSuperuser(async (client) => {
    let waiting: string[]
    do {
      await pause(100)
      waiting = []
      await hold(client, { blame: (_sort, detail) => void waiting.push(detail) }, afterwards)
    } while (waiting.length > 0 && performance.now() - begun < withinMs)
    await hold(client, oracle, afterwards)
  })
  const settledMs = performance.now() - begun
  await product.asSuperuser((client) => checkIndexes(client, oracle))
  return settledMs
}

async function compareWrites(client: pg.Client, oracle: Oracle): Promise<Record<Kind, number>> {
  const { rows } = await client.query<{ kind: Kind; id: string; mark: string | null }>(marked)
  const idsOf = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, string[]>()])) as Record<
    Kind,
    Map<string, string[]>
  >
  // A trial is known by its id alone; two of one idea would be one too many, and are acknowledged by nobody.
  const markOfTrial = new Map([...oracle.acknowledged.trial].map(([mark, id]) => [id, mark]))
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  let unknownTrials = 0
  for (const { kind, id, mark } of rows) {
    counts[kind] += 1
    const known = kind === 'trial' ? markOfTrial.get(id) : mark
    if (known === undefined) unknownTrials += 1
    else idsOf[kind].set(known ?? 'none', [...(idsOf[kind].get(known ?? 'none') ?? []), id])
  }
  for (const kind of kinds) {
    for (const [mark, id] of oracle.acknowledged[kind])
      if (!idsOf[kind].get(mark)?.includes(id)) oracle.blame('lost', `${kind} ${mark} was acknowledged as ${id}`)
    for (const [mark, ids] of idsOf[kind]) {
      if (ids.length > 1) oracle.blame('doubled', `${kind} ${mark} is there ${ids.length} times`)
      if (!oracle.acknowledged[kind].has(mark) && !oracle.unsure.has(mark))
        oracle.blame('unasked', `${kind} ${mark} is there, and nobody was told so`)
    }
  }
  const givenUpTrials = [...oracle.unsure].length
  if (unknownTrials > givenUpTrials) oracle.blame('doubled', `${unknownTrials} trials that nobody was told of`)
  return counts
}

/** The answer is kept in the transaction of its write: one is never there without the other. */
async function compareKeys(client: pg.Client, oracle: Oracle): Promise<void> {
  const { rows } = await client.query<{ key: string }>(`select key from idempotency where key like 'mark-%'`)
  const stored = new Set(rows.map(({ key }) => key))
  for (const [mark, key] of oracle.keys)
    if (!stored.has(key)) oracle.blame('half-applied', `${mark} is there without the answer to its key ${key}`)
  const known = new Set(oracle.keys.values())
  for (const key of stored) {
    if (!known.has(key) && !oracle.unsure.has(key.slice(0, 11)))
      oracle.blame('half-applied', `the answer to the key ${key} is kept, and nobody was told so`)
  }
}

async function countConnections(client: pg.Client, product: Product, oracle: Oracle): Promise<void> {
  const { rows } = await client.query<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity where usename = 'ratchet_app'`,
  )
  const open = rows[0]?.open ?? 0
  if (open > connectionsMost)
    oracle.blame('leak', `${open} connections to PostgreSQL, at most ${connectionsMost} expected`)
  // Only Linux tells.
  const files = await readdir(`/proc/${product.pid()}/fd`).catch(() => [])
  if (files.length > filesMost) oracle.blame('leak', `${files.length} open files, at most ${filesMost} expected`)
}

async function hold(
  client: pg.Client,
  oracle: Pick<Oracle, 'blame'>,
  statements: readonly { says: string; sql: string }[],
): Promise<void> {
  for (const { says, sql } of statements) {
    const { rows } = await client.query<{ broken: string }>(sql)
    for (const { broken } of rows) oracle.blame(`not so: ${says}`, broken)
  }
}

/** @see https://www.postgresql.org/docs/18/amcheck.html */
async function checkIndexes(client: pg.Client, oracle: Oracle): Promise<void> {
  await client.query('create extension if not exists amcheck')
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
    where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p' and i.indisvalid`)
  for (const { name } of rows) {
    try {
      await client.query('select bt_index_check($1::regclass, true)', [name])
    } catch (error) {
      oracle.blame('broken index', `${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
}
