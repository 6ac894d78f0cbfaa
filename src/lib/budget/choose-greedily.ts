import {
  type Ballot,
  breakTie,
  type Candidate,
  candidatesOf,
  type Proposal,
  requireBudget,
  type Tie,
} from './ballots.ts'

export interface GreedyOptions {
  /** `skip` (default): what does not fit is passed over, and cheaper ones with fewer votes follow. `stop`: ends at the first that does not fit. */
  whenTooDear?: 'skip' | 'stop'
  /** The most that each category may cost; a category not named here has only the whole budget. */
  categoryBudgets?: Readonly<Record<string, number>>
  /** After the categories' budgets, spends what is left without them, again by votes. Default false. */
  spendsLeftover?: boolean
}

export interface GreedyChoice {
  /** Ids, in the order in which they were chosen. */
  chosen: string[]
  cost: number
  left: number
  /** What did not fit when its turn came, in that order. */
  tooDear: string[]
  /** Where equal votes were told apart, and it mattered: the order decided who got in. */
  ties: Tie[]
  /** Where `whenTooDear` is `stop`: the one at which it stopped, for those who pay a part of it. */
  stoppedAt: string | null
}

/**
 * By votes: the most approved first, as long as the budget lasts. What most cities do, and what most people expect.
 *
 * Equal votes go to the cheaper, then to the first on the list. A proposal without a vote is not chosen. A majority can take the
 * whole budget: see `equalShares`.
 *
 * @param budget In the unit of the costs, at least 0.
 * @throws {RangeError} when a cost, a budget or a ballot is impossible.
 * @see Talmon & Faliszewski (2019), AAAI 33, 2181-2188 (the rule "greedy by votes").
 */
export function chooseGreedily(
  proposals: readonly (Proposal & { category?: string | undefined })[],
  ballots: readonly Ballot[],
  budget: number,
  { whenTooDear = 'skip', categoryBudgets = {}, spendsLeftover = false }: GreedyOptions = {},
): GreedyChoice {
  requireBudget(budget)
  for (const most of Object.values(categoryBudgets)) requireBudget(most)
  const candidates = candidatesOf(proposals, ballots).filter(({ votes }) => votes > 0)
  const ranked = [...candidates].sort((a, b) => b.votes - a.votes || a.cost - b.cost || a.place - b.place)
  const categoryLeft = new Map(Object.entries(categoryBudgets))
  const chosen: Candidate[] = []
  let [left, stoppedAt]: [number, Candidate | null] = [budget, null]

  const go = (candidatesLeft: readonly Candidate[], isByCategory: boolean): Candidate[] => {
    const passed: Candidate[] = []
    for (const candidate of candidatesLeft) {
      const category = proposals[candidate.place]?.category ?? ''
      const room = isByCategory ? Math.min(left, categoryLeft.get(category) ?? left) : left
      if (candidate.cost > room) {
        passed.push(candidate)
        if (whenTooDear === 'skip') continue
        stoppedAt = candidate
        break
      }
      chosen.push(candidate)
      left -= candidate.cost
      categoryLeft.set(category, (categoryLeft.get(category) ?? left + candidate.cost) - candidate.cost)
    }
    return passed
  }
  const passed = go(ranked, true)
  const tooDear = spendsLeftover && whenTooDear === 'skip' ? go(passed, false) : passed
  return {
    chosen: chosen.map(({ id }) => id),
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    left,
    tooDear: tooDear.map(({ id }) => id),
    ties: tiesThatMattered(ranked, new Set(chosen)),
    stoppedAt: (stoppedAt as Candidate | null)?.id ?? null,
  }
}

/** Among equal votes, some in and some out: then it was not the votes that chose. */
function tiesThatMattered(ranked: readonly Candidate[], chosen: ReadonlySet<Candidate>): Tie[] {
  return [...Map.groupBy(ranked, ({ votes }) => votes).values()].flatMap((level) => {
    const isSplit =
      level.length > 1 && level.some((each) => chosen.has(each)) && level.some((each) => !chosen.has(each))
    return isSplit ? [breakTie([...level].sort((a, b) => a.place - b.place)).tie] : []
  })
}
