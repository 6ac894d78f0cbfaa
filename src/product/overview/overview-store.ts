import { type RawBuilder, sql } from 'kysely'
import type { Signed } from '#platform/anywhere/identity.ts'
import type { Database } from '#platform/database.ts'
import { listWaiting } from '#product/idea/idea-store.ts'
import { type FirstSteps, type Hit, mostNeeds, type Need } from './overview.ts'

const mostHits = 20

/** What was typed, as the database looks for it. */
interface Wanted {
  /** Every word, or the beginning of one, in the tsquery form of the "simple" configuration. */
  readonly words: string
  /** The whole of it somewhere in a title, as a LIKE pattern. */
  readonly pattern: string
}

/**
 * What holds the words of `typed` or words that begin with them: titles first, then the newest, at most 20. Takes
 * anything that can be typed.
 */
export async function search(db: Database, typed: string): Promise<Hit[]> {
  const wanted = wantedIn(typed)
  if (!wanted) return []
  // One query for all kinds. Each part stops at its own limit, so that a common word costs no more than a page.
  const parts = [...ideas(wanted), ...goals(wanted)].map(
    (part) => sql`(${part} order by created_at desc limit ${mostHits})`,
  )
  const { rows } = await sql<Hit>`
    select kind, id, title, state from (${sql.join(parts, sql` union all `)}) hit
    group by kind, id, title, state, created_at
    order by bool_or(is_titled) desc, created_at desc limit ${mostHits}`.execute(db)
  return rows
}

function ideas({ words, pattern }: Wanted): RawBuilder<unknown>[] {
  const hit = sql`select 'idea' as kind, id, title, state, created_at`
  return [
    sql`${hit}, true as is_titled from idea where lower(title) like lower(${pattern})`,
    sql`${hit}, false from idea where search @@ to_tsquery('simple', ${words})`,
  ]
}

function goals({ words, pattern }: Wanted): RawBuilder<unknown>[] {
  const hit = sql`select 'goal' as kind, id, title, null as state, created_at`
  return [
    sql`${hit}, true as is_titled from goal where lower(title) like lower(${pattern})`,
    sql`${hit}, false from goal where searchable(title || ' ' || why) @@ to_tsquery('simple', ${words})`,
  ]
}

/** Null when nothing is left to look for. */
function wantedIn(typed: string): Wanted | null {
  // PostgreSQL's text knows no NUL and no half of a character.
  const clean = typed.toWellFormed().replaceAll('\0', ' ').trim()
  if (clean === '') return null
  const words = (clean.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, 12)
  return {
    words: words.map((word) => `'${word}':*`).join(' & '),
    pattern: `%${clean.replace(/[\\%_]/g, '\\$&')}%`,
  }
}

/** What waits for this person, longest first, at most `mostNeeds`. */
export async function listNeeds(db: Database, signed: Signed): Promise<Need[]> {
  const ideas = await listWaiting(db, signed, mostNeeds)
  // Trials that wait to be planned or decided join here.
  return ideas.map(({ id, title, authorName, createdAt }) => ({
    kind: 'answer-idea',
    id,
    title,
    byName: authorName,
    since: createdAt,
  }))
}

export async function findFirstSteps(db: Database): Promise<FirstSteps> {
  const { rows } = await sql<FirstSteps>`select
    exists (select from idea) as has_idea,
    exists (select from trial) as has_trial,
    exists (select from trial where state = 'decided') as has_decided_trial,
    exists (select from goal) as has_goal,
    exists (
      select from person where workspace_id = current_workspace() and deactivated_at is null offset 1
    ) as has_second_person`.execute(db)
  const [steps] = rows
  if (!steps) throw new Error('a select without from gave no row')
  return steps
}
