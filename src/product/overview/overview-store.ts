import { type RawBuilder, sql } from 'kysely'
import type { Signed } from '#platform/anywhere/identity.ts'
import type { Database } from '#platform/database.ts'
import { isDue } from '#product/gain/hold-check.ts'
import { listHoldChecks } from '#product/gain/hold-check-store.ts'
import { listWaiting } from '#product/idea/judge-store.ts'
import type { Trial } from '#product/trial/trial.ts'
import { type FirstSteps, Hit, mostNeeds, type Need } from './overview.ts'

const mostHits = 20
/** Of so many matches, the newest of each kind, those in a title come first. */
const mostRanked = 200
/** Of what has a name: a thousand shops begin with "Shop", and would leave no place for an idea. */
const mostNamed = 5

/** What was typed, as the database looks for it. */
interface Wanted {
  /** The whole of it, to be found anywhere in a title: German puts words into words. */
  readonly whole: string
  /** Every word, or the beginning of one, in the tsquery form of the "simple" configuration. */
  readonly words: string
}

/** A new kind of thing is a new line here. */
const kinds = { idea: ideas, goal: goals, trial: trials, metric: metrics, site: sites, person: people }

/**
 * What holds `typed` in its title, or all its words anywhere; titles first, then the newest. Takes anything that can be
 * typed.
 * @param mayRead Whether the asker may read a kind at all: a program's key may not read all that its person may.
 */
export async function search(db: Database, typed: string, mayRead: (kind: Hit['kind']) => boolean): Promise<Hit[]> {
  const wanted = wantedIn(typed)
  const parts = Hit.shape.kind.options.filter(mayRead).map((kind) => kinds[kind])
  if (!wanted || parts.length === 0) return []
  const { rows } = await sql<Hit>`
    select kind, id, title, state from (${sql.join(
      parts.map((part) => sql`(${part(wanted)})`),
      sql` union all `,
    )}) hit
    order by rank desc, created_at desc, length(title), title limit ${mostHits}`.execute(db)
  return rows
}

function ideas({ whole, words }: Wanted): RawBuilder<unknown> {
  return sql`select 'idea' as kind, id, title, state, created_at, ${rank('title', whole)} as rank
    from idea where ${holds('title', whole)} or search @@ to_tsquery('simple', ${words})
    order by created_at desc limit ${mostRanked}`
}

function goals({ whole, words }: Wanted): RawBuilder<unknown> {
  return sql`select 'goal' as kind, id, title, null as state, created_at, ${rank('title', whole)} as rank
    from goal where ${holds('title', whole)} or searchable(title || ' ' || why) @@ to_tsquery('simple', ${words})
    order by created_at desc limit ${mostRanked}`
}

function trials({ whole, words }: Wanted): RawBuilder<unknown> {
  return sql`select 'trial' as kind, id, title, state, created_at, ${rank('title', whole)} as rank
    from trial where ${holds('title', whole)} or searchable(title) @@ to_tsquery('simple', ${words})
    order by created_at desc limit ${mostRanked}`
}

function metrics({ whole, words }: Wanted): RawBuilder<unknown> {
  return sql`select 'metric' as kind, id, name as title, null as state, created_at, ${rank('name', whole)} as rank
    from metric where ${holds('name', whole)} or searchable(name) @@ to_tsquery('simple', ${words})
    order by ${nearest} limit ${mostNamed}`
}

function sites({ whole, words }: Wanted): RawBuilder<unknown> {
  return sql`select 'site' as kind, id, name as title, null as state, created_at, ${rank('name', whole)} as rank
    from site where ${holds('name', whole)} or searchable(name) @@ to_tsquery('simple', ${words})
    order by ${nearest} limit ${mostNamed}`
}

/** Whoever has left is found on the page of all. */
function people({ whole, words }: Wanted): RawBuilder<unknown> {
  return sql`select 'person' as kind, id, name as title, null as state, joined_at as created_at,
      ${rank('name', whole)} as rank
    from person where workspace_id = current_workspace() and deactivated_at is null
      and (${holds('name', whole)} or searchable(name) @@ to_tsquery('simple', ${words}))
    order by ${nearest} limit ${mostNamed}`
}

/** "Shop 1" before "Shop 10", and both before "Workshop 1". */
const nearest = sql`rank desc, length(name), name`

/** 2 is the title itself, 1 in the title, 0 elsewhere. */
function rank(title: 'title' | 'name', whole: string): RawBuilder<number> {
  return sql`case when lower(${sql.ref(title)}) = lower(${whole}) then 2 when ${holds(title, whole)} then 1 else 0 end`
}

/** Not LIKE: of a long pattern the planner expects so few rows that it leaves the index of the newest, and sorts all. */
function holds(title: 'title' | 'name', whole: string): RawBuilder<boolean> {
  return sql`position(lower(${whole}) in lower(${sql.ref(title)})) > 0`
}

/** Null when nothing is left to look for. */
function wantedIn(typed: string): Wanted | null {
  // PostgreSQL's text knows no NUL and no half of a character.
  const whole = typed.toWellFormed().replaceAll('\0', ' ').trim()
  if (whole === '') return null
  const words = (whole.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, 12)
  return { whole, words: words.map((word) => `'${word}':*`).join(' & ') }
}

/** What waits for this person on `today`, longest first, at most `mostNeeds`. */
export async function listNeeds(db: Database, signed: Signed, today: string): Promise<Need[]> {
  const ideas = (await listWaiting(db, signed, mostNeeds)).map(({ id, title, authorName, createdAt }) => ({
    kind: 'answer-idea' as const,
    id,
    title,
    byName: authorName,
    since: createdAt,
  }))
  return [...ideas, ...(await listOwnTrials(db, signed)), ...(await listOwnChecks(db, signed, today))]
    .toSorted((a, b) => a.since.getTime() - b.since.getTime())
    .slice(0, mostNeeds)
}

/** What the state of a trial asks of its owner. */
const asks = {
  draft: 'plan-trial',
  frozen: 'start-trial',
  running: 'end-trial',
  stopped: 'decide-trial',
  ended: 'decide-trial',
} as const satisfies Partial<Record<Trial['state'], Need['kind']>>

async function listOwnTrials(db: Database, { personId }: Signed): Promise<Need[]> {
  const states = Object.keys(asks) as (keyof typeof asks)[]
  const trials = await db
    .selectFrom('trial')
    .select(['id', 'title', 'state', 'createdAt', 'startedAt', 'endedAt'])
    .where('ownerId', '=', personId)
    .where('state', 'in', states)
    .orderBy('createdAt')
    .limit(mostNeeds)
    .execute()
  return trials.map(({ id, title, state, createdAt, startedAt, endedAt }) => ({
    kind: asks[state as keyof typeof asks],
    id,
    title,
    byName: null,
    since: endedAt ?? startedAt ?? createdAt,
  }))
}

/** Gains that are due to be measured again. Whoever owned the trial knows how. */
async function listOwnChecks(db: Database, { personId }: Signed, today: string): Promise<Need[]> {
  const checks = await listHoldChecks(db, today, { ownerId: personId })
  return checks
    .filter((check) => isDue(check, today))
    .map(({ trialId, trialTitle, dueOn }) => ({
      kind: 'measure-again' as const,
      id: trialId,
      title: trialTitle,
      byName: null,
      since: new Date(dueOn),
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
