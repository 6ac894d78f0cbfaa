import { sql } from 'kysely'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { Database } from '#platform/database.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import type { IdeaRow } from '#product/idea/idea-api.ts'
import { namedIdeas, rowColumns } from '#product/idea/idea-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import type { Purse, Vote } from './vote.ts'
import type { Standing } from './vote-api.ts'

declare module '#platform/database.ts' {
  interface Tables {
    vote: Vote
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'vote.changed': { ideaId: IdeaId }
  }
}

/** Keeps an idea where it stands until this transaction ends: nobody answers it between a look at it and a vote. */
export async function holdIdea(db: Database, id: IdeaId): Promise<void> {
  await db.selectFrom('idea').select('id').where('id', '=', id).forShare().execute()
}

export async function findPurse(db: Database, personId: PersonId): Promise<Purse> {
  const { votesOut } = await findWorkspace(db)
  const { out } = await db
    .selectFrom('vote')
    .innerJoin('idea', 'idea.id', 'vote.ideaId')
    .select(({ fn }) => fn.countAll().as('out'))
    .where('vote.personId', '=', personId)
    .where('idea.state', '=', 'open')
    .executeTakeFirstOrThrow()
  return { most: votesOut, out: Number(out) }
}

/** The vote, or null. */
export async function findVote(db: Database, { ideaId, personId }: Pick<Vote, 'ideaId' | 'personId'>) {
  const vote = await db
    .selectFrom('vote')
    .selectAll()
    .where('ideaId', '=', ideaId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return vote ?? null
}

export async function addVote(db: Database, vote: Vote): Promise<void> {
  await db.insertInto('vote').values(vote).execute()
}

export async function removeVote(db: Database, { ideaId, personId }: Pick<Vote, 'ideaId' | 'personId'>): Promise<void> {
  await db.deleteFrom('vote').where('ideaId', '=', ideaId).where('personId', '=', personId).execute()
}

/** Of each of `ideaIds`, in their order. Ideas that are not there have no votes. */
export async function countVotes(db: Database, ideaIds: readonly IdeaId[], personId: PersonId): Promise<Standing[]> {
  const rows = await db
    .selectFrom('vote')
    .select(({ fn }) => [
      'ideaId',
      fn.countAll().as('votes'),
      fn.agg<boolean>('bool_or', [sql`person_id = ${personId}`]).as('isMine'),
    ])
    .where(sql<boolean>`idea_id = any(${[...ideaIds]}::uuid[])`)
    .groupBy('ideaId')
    .execute()
  const found = new Map(rows.map(({ ideaId, votes, isMine }) => [ideaId, { votes: Number(votes), isMine }]))
  return ideaIds.map((ideaId) => ({ ideaId, votes: 0, isMine: false, ...found.get(ideaId) }))
}

/** What somebody has voted for, the latest first, at most `limits.listPage`. */
export function listVotedFor(db: Database, personId: PersonId): Promise<IdeaRow[]> {
  return namedIdeas(db)
    .innerJoin('vote', 'vote.ideaId', 'idea.id')
    .select(rowColumns)
    .where('vote.personId', '=', personId)
    .orderBy('vote.votedAt', 'desc')
    .orderBy('idea.id')
    .limit(limits.listPage)
    .execute()
}

/** Everybody who voted for an idea and is still here. */
export async function listVoters(db: Database, ideaId: IdeaId): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('vote')
    .innerJoin('person', 'person.id', 'vote.personId')
    .select('vote.personId')
    .where('vote.ideaId', '=', ideaId)
    .where('person.deactivatedAt', 'is', null)
    .orderBy('vote.personId')
    .execute()
  return rows.map(({ personId }) => personId)
}
