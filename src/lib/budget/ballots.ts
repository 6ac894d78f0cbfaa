/** Something that costs money and may be chosen: an idea, a project. */
export interface Proposal {
  id: string
  /** In one unit for all, such as cents; finite, at least 0. */
  cost: number
}

/** The ids of what one person approves of. An id that is no proposal's is an error: votes are not dropped in silence. */
export type Ballot = readonly string[]

/**
 * Who is preferred when two are level: the one with more votes, then the cheaper one, then the one that stands first on the list.
 * Every time this decided is reported, so that people see where it was not the votes that chose.
 */
export interface Tie {
  /** The one preferred. */
  chosen: string
  /** Those that were level with it, in the order of the list. */
  level: string[]
  /** What decided; `votes` cannot where votes made them level. */
  by: 'votes' | 'cost' | 'order'
}

/** A proposal with its place on the list and how many approve of it. */
export interface Candidate extends Proposal {
  place: number
  votes: number
}

/**
 * How many ballots approve of each proposal, in the order of the list.
 *
 * @throws {RangeError} when an id stands twice on the list or on a ballot, a ballot names no proposal, or a cost is impossible.
 */
export function candidatesOf(proposals: readonly Proposal[], ballots: readonly Ballot[]): Candidate[] {
  const candidates = proposals.map(({ id, cost }, place) => ({ id, cost, place, votes: 0 }))
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  if (byId.size < proposals.length) throw new RangeError('two proposals have one id')
  for (const { id, cost } of proposals)
    if (!(cost >= 0 && cost < Number.POSITIVE_INFINITY))
      throw new RangeError(`a cost must be at least 0 and finite, got ${cost} for ${id}`)
  for (const ballot of ballots) {
    if (new Set(ballot).size < ballot.length) throw new RangeError('a ballot names a proposal twice')
    for (const id of ballot) {
      const candidate = byId.get(id)
      if (!candidate) throw new RangeError(`a ballot names ${id}, which is no proposal`)
      candidate.votes += 1
    }
  }
  return candidates
}

/** @throws {RangeError} */
export function requireBudget(budget: number): void {
  if (!(budget >= 0 && budget < Number.POSITIVE_INFINITY))
    throw new RangeError(`the budget must be at least 0 and finite, got ${budget}`)
}

/** The preferred of those that are level, and what decided. @param level At least two, in the order of the list. */
export function breakTie(level: readonly Candidate[]): { chosen: Candidate; tie: Tie } {
  const [chosen, next] = [...level].sort((a, b) => b.votes - a.votes || a.cost - b.cost || a.place - b.place) as [
    Candidate,
    Candidate,
  ]
  const by = chosen.votes > next.votes ? 'votes' : chosen.cost < next.cost ? 'cost' : 'order'
  const others = level.filter((each) => each !== chosen).map(({ id }) => id)
  return { chosen, tie: { chosen: chosen.id, level: others, by } }
}
