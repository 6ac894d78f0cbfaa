import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { TeamId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { answerOf, editIdea, Idea, IdeaMove, type Mover, mayRemove, moveIdea, movesFor, newIdea } from './idea.ts'
import { aJudge, anIdea, aPerson } from './testing/an-idea.ts'

const cedar = randomUUID() as TeamId
const maple = randomUUID() as TeamId
const now = new Date('2026-11-24T09:00:00Z')

/** PRODUCT.md, section 5: "Move of an idea". Merging comes with the noun that merges. */
const table: Record<IdeaMove, { from: Idea['state'][]; to: Idea['state']; by: ('judge' | 'trial' | 'rule')[] }> = {
  approve: { from: ['open', 'parked'], to: 'approved', by: ['judge', 'rule'] },
  park: { from: ['open', 'approved'], to: 'parked', by: ['judge'] },
  resume: { from: ['parked'], to: 'open', by: ['judge'] },
  decline: { from: ['open', 'parked'], to: 'dropped', by: ['judge'] },
  reopen: { from: ['adopted', 'dropped'], to: 'open', by: ['judge'] },
  try: { from: ['approved'], to: 'trying', by: ['trial'] },
  adopt: { from: ['trying'], to: 'adopted', by: ['trial'] },
  adapt: { from: ['trying'], to: 'approved', by: ['trial'] },
  drop: { from: ['trying'], to: 'dropped', by: ['trial'] },
}
const movers: Record<'judge' | 'trial' | 'rule', Mover> = {
  judge: aJudge(aPerson('lead')),
  trial: 'trial',
  rule: 'rule',
}
const states = Idea.shape.state.options
const everyCase = IdeaMove.options.flatMap((move) =>
  states.flatMap((state) => (['judge', 'trial', 'rule'] as const).map((by) => ({ move, state, by }))),
)

function problemOf(work: () => unknown): Pick<Problem, 'kind' | 'messageId'> {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return { kind: error.kind, messageId: error.messageId }
    throw error
  }
  throw new Error('it was allowed')
}

describe('moving an idea', () => {
  const isRight = ({ move, state, by }: (typeof everyCase)[number]) =>
    table[move].from.includes(state) && table[move].by.includes(by) && (by !== 'rule' || state === 'open')

  test.each(everyCase.filter(isRight))('$move by a $by takes it on from $state', ({ move, state, by }) => {
    const idea = anIdea({ state })
    expect(movesFor(idea, movers[by])).toContain(move)
    expect(moveIdea(idea, move, movers[by])).toEqual({
      ...idea,
      state: table[move].to,
      version: move === 'adapt' ? 2 : 1,
    })
  })

  test.each(everyCase.filter((one) => !isRight(one)))(
    '$move by a $by is refused from $state',
    ({ move, state, by }) => {
      const idea = anIdea({ state })
      expect(movesFor(idea, movers[by])).not.toContain(move)
      const { kind } = problemOf(() => moveIdea(idea, move, movers[by]))
      expect(kind).toBe(table[move].from.includes(state) ? 'not-allowed' : 'out-of-step')
    },
  )

  test('nobody answers their own idea, whatever their role', () => {
    for (const role of ['lead', 'admin', 'owner'] as const) {
      const author = aPerson(role)
      const idea = anIdea({ authorId: author.personId })
      expect(movesFor(idea, aJudge(author))).toEqual(['park'])
      expect(problemOf(() => moveIdea(idea, 'approve', aJudge(author))).messageId).toBe('idea.own')
      expect(problemOf(() => moveIdea(idea, 'decline', aJudge(author))).messageId).toBe('idea.own')
    }
  })

  test('the only judge answers their own idea, and that is marked for ever', () => {
    const author = aPerson('owner')
    const idea = anIdea({ authorId: author.personId })
    const judge = aJudge(author, true)
    expect(moveIdea(idea, 'approve', judge).state).toBe('approved')
    const given = { id: randomUUID() as never, reason: 'I am alone here', byId: author.personId, at: now }
    expect(answerOf(idea, 'approve', judge, given)).toMatchObject({ isSelfJudged: true, isByRule: false })
    expect(answerOf(anIdea(), 'approve', judge, given)).toMatchObject({ isSelfJudged: false })
    expect(answerOf(idea, 'approve', 'rule', given)).toMatchObject({ isSelfJudged: false, isByRule: true })
  })

  test('being the only judge gives no right that the role does not', () => {
    const author = aPerson('member')
    expect(movesFor(anIdea({ authorId: author.personId }), aJudge(author, true))).toEqual([])
  })

  test('viewers and members answer nothing', () => {
    for (const role of ['viewer', 'member'] as const)
      for (const state of states) expect(movesFor(anIdea({ state }), aJudge(aPerson(role)))).toEqual([])
  })

  test("a lead answers the own team's ideas, those of no team, and in no team everybody's", () => {
    const answers = ['approve', 'park', 'decline']
    expect(movesFor(anIdea({ teamId: cedar }), aJudge(aPerson('lead', cedar)))).toEqual(answers)
    expect(movesFor(anIdea({ teamId: null }), aJudge(aPerson('lead', cedar)))).toEqual(answers)
    expect(movesFor(anIdea({ teamId: cedar }), aJudge(aPerson('lead', null)))).toEqual(answers)
    expect(movesFor(anIdea({ teamId: maple }), aJudge(aPerson('lead', cedar)))).toEqual([])
    expect(movesFor(anIdea({ teamId: maple }), aJudge(aPerson('admin', cedar)))).toEqual(answers)
  })

  test('an anonymous idea is nobody’s own', () => {
    expect(movesFor(anIdea({ authorId: null }), aJudge(aPerson('lead')))).toContain('approve')
  })
})

describe('writing and editing an idea', () => {
  test('a new idea is open, its author’s and their team’s, and named by its first words', () => {
    const author = aPerson('member', cedar)
    const written = { text: 'Warm the blankets. They are cold at night.' }
    const { id } = anIdea()
    expect(newIdea(written, id, author, now)).toEqual({
      ...written,
      id,
      title: 'Warm the blankets',
      state: 'open',
      version: 1,
      authorId: author.personId,
      teamId: cedar,
      goalId: null,
      createdAt: now,
      editedAt: null,
    })
  })

  test('a title nobody has touched follows the words; one that was chosen stays', () => {
    const admin = aJudge(aPerson('admin'))
    const derived = anIdea({ text: 'Move the bin', title: 'Move the bin' })
    expect(editIdea(derived, { text: 'Move the red bin' }, admin, now).title).toBe('Move the red bin')
    const chosen = anIdea({ text: 'Move the bin', title: 'The bin question' })
    expect(editIdea(chosen, { text: 'Move the red bin' }, admin, now).title).toBe('The bin question')
  })

  test('an edit changes what it names and nothing else', () => {
    const idea = anIdea({ goalId: randomUUID() as never })
    const admin = aJudge(aPerson('admin'))
    expect(editIdea(idea, { title: 'Another title' }, admin, now)).toEqual({
      ...idea,
      title: 'Another title',
      editedAt: now,
    })
    expect(editIdea(idea, { goalId: null }, admin, now).goalId).toBeNull()
  })

  test('its author edits it until somebody has answered', () => {
    const author = aPerson('member')
    const own = { authorId: author.personId }
    expect(editIdea(anIdea(own), { text: 'Better words' }, aJudge(author), now).text).toBe('Better words')
    for (const state of states.filter((state) => state !== 'open'))
      expect(problemOf(() => editIdea(anIdea({ ...own, state }), { text: 'Late words' }, aJudge(author), now))).toEqual(
        {
          kind: 'out-of-step',
          messageId: 'idea.answered',
        },
      )
  })

  test('a lead edits at any time what the own team wrote, and nothing of another', () => {
    const lead = aJudge(aPerson('lead', cedar))
    for (const state of states)
      expect(editIdea(anIdea({ state, teamId: cedar }), { title: 'Clearer' }, lead, now).title).toBe('Clearer')
    expect(problemOf(() => editIdea(anIdea({ teamId: maple }), { title: 'Clearer' }, lead, now)).kind).toBe(
      'not-allowed',
    )
  })

  test('a member does not edit what somebody else wrote', () => {
    expect(problemOf(() => editIdea(anIdea(), { title: 'Mine now' }, aJudge(aPerson('member')), now)).kind).toBe(
      'not-allowed',
    )
  })
})

describe('taking an idea back', () => {
  const author = aPerson('member')
  const fresh = anIdea({ authorId: author.personId, createdAt: now })
  const nearly = new Date(now.getTime() + limits.freshIdeaMs - 1)

  test('its author may while it is fresh and nobody has answered', () => {
    expect(mayRemove(fresh, 0, author, nearly)).toBe(true)
  })
  test('not after a day, not after an answer, not somebody else', () => {
    expect(mayRemove(fresh, 0, author, new Date(now.getTime() + limits.freshIdeaMs))).toBe(false)
    expect(mayRemove(fresh, 1, author, nearly)).toBe(false)
    expect(mayRemove({ ...fresh, state: 'parked' }, 0, author, nearly)).toBe(false)
    expect(mayRemove(fresh, 0, aPerson('owner'), nearly)).toBe(false)
  })
  test('nobody takes back an anonymous one: nothing says whose it is', () => {
    expect(mayRemove({ ...fresh, authorId: null }, 0, author, nearly)).toBe(false)
  })
})
