import {
  type Ballot,
  breakTie,
  type Candidate,
  candidatesOf,
  type Proposal,
  requireBudget,
  type Tie,
} from './ballots.ts'

export interface EqualSharesOptions {
  /**
   * What a person gains from a chosen proposal of theirs. `cost` (default): what it costs, so a vote is worth the money it steers. `one`: one each,
   * so many small ones win over a large one.
   */
  utility?: 'cost' | 'one'
  /**
   * What is done with money that no group of voters can spend together. `none`: it is left. `greedy`: by votes. `add-one`: the shares
   * are raised step by step, up to the last that keeps within the budget. `add-one-greedy` (default): one after the other.
   */
  completion?: 'none' | 'greedy' | 'add-one' | 'add-one-greedy'
  /** By how much a share is raised each time, in the unit of the costs, above 0; default a hundredth of it. Cities often take 1. */
  step?: number
  /** The most steps, whole, default 1,000; with the default step that is eleven times the share. */
  steps?: number
}

/** One proposal that its voters paid. */
export interface Purchase {
  id: string
  /** Voters who paid something. */
  payers: number
  /** What a voter paid at most, in the unit of the costs: the least such sum of all proposals, for each unit of utility. */
  price: number
}

export interface EqualSharesChoice {
  /** Ids: first what voters paid, in that order, then what was added by votes. */
  chosen: string[]
  cost: number
  left: number
  /** What each voter had: budget / voters, and what the steps added. */
  share: number
  stepsTaken: number
  purchases: Purchase[]
  /** What each voter paid, in the order of the ballots; never more than the share. */
  paid: number[]
  /** Chosen by votes with what was left. */
  addedByVotes: string[]
  ties: Tie[]
  /** Whether nothing that somebody voted for could still be afforded. */
  isExhausted: boolean
}

/** Differences below this, relative, are rounding: such prices are level. */
const ROUNDING = 1e-9

/**
 * The method of equal shares: each voter gets the same part of the budget, and it pays only for what the voter approves of.
 *
 * Again and again that proposal is bought whose supporters pay least for what they gain, each as much as the others or all they have
 * left. So a group that is a fifth of the voters decides on a fifth of the money. Level prices go to more votes, then to the
 * cheaper, then to the first on the list, and are reported.
 *
 * With no voter or no vote nothing is chosen. In doubles: prices within a billionth of each other count as level.
 *
 * @param budget In the unit of the costs, at least 0.
 * @throws {RangeError} when a cost, budget, ballot or option is impossible.
 * @see Peters & Skowron (2020), EC '20, 793-794, arXiv 1911.11747; Peters, Pierczynski & Skowron (2021), NeurIPS 34,
 *   arXiv 2008.13276, section 3 (costs), and section 3.4 (completion).
 */
export function equalShares(
  proposals: readonly Proposal[],
  ballots: readonly Ballot[],
  budget: number,
  options: EqualSharesOptions = {},
): EqualSharesChoice {
  const { utility = 'cost', completion = 'add-one-greedy', steps = 1_000 } = options
  requireBudget(budget)
  const start = ballots.length === 0 ? 0 : budget / ballots.length
  const step = options.step ?? (start > 0 ? start / 100 : 1)
  if (!(step > 0 && step < Number.POSITIVE_INFINITY)) throw new RangeError(`step must be above 0, got ${step}`)
  if (!(Number.isSafeInteger(steps) && steps >= 0)) throw new RangeError(`steps must be whole and >= 0, got ${steps}`)
  const candidates = candidatesOf(proposals, ballots).filter(({ votes }) => votes > 0)
  const supporters = supportersOf(candidates, ballots)
  const buy = (share: number) => buyAll(candidates, supporters, ballots.length, share, utility)
  const fits = (chosen: readonly Candidate[]) => costOf(chosen) <= budget
  const isExhausted = (chosen: readonly Candidate[]) => {
    const left = budget - costOf(chosen)
    return candidates.every((each) => chosen.includes(each) || each.cost > left)
  }
  let [share, stepsTaken, bought] = [start, 0, buy(start)]
  if (completion.startsWith('add-one'))
    while (stepsTaken < steps && !isExhausted(bought.chosen)) {
      const next = buy(start + (stepsTaken + 1) * step)
      if (!fits(next.chosen)) break
      stepsTaken += 1
      share = start + stepsTaken * step
      bought = next
    }
  const added = completion.endsWith('greedy') ? addByVotes(candidates, bought.chosen, budget) : { chosen: [], ties: [] }
  const chosen = [...bought.chosen, ...added.chosen]
  return {
    chosen: chosen.map(({ id }) => id),
    cost: costOf(chosen),
    left: budget - costOf(chosen),
    share,
    stepsTaken,
    purchases: bought.purchases,
    paid: bought.left.map((left) => Math.max(0, share - left)),
    addedByVotes: added.chosen.map(({ id }) => id),
    ties: [...bought.ties, ...added.ties],
    isExhausted: isExhausted(chosen),
  }
}

interface Bought {
  chosen: Candidate[]
  purchases: Purchase[]
  /** Of each voter's share. */
  left: number[]
  ties: Tie[]
}

function buyAll(
  candidates: readonly Candidate[],
  supporters: ReadonlyMap<Candidate, readonly number[]>,
  voters: number,
  share: number,
  utility: 'cost' | 'one',
): Bought {
  const left = Array.from({ length: voters }, () => share)
  const bought: Bought = { chosen: [], purchases: [], left, ties: [] }
  // A price only rises as people spend: what was dear before need not be looked at while something is cheaper.
  const open = new Map(candidates.map((candidate) => [candidate, 0]))
  for (;;) {
    const level: { candidate: Candidate; price: number }[] = []
    let best = Number.POSITIVE_INFINITY
    for (const [candidate, known] of [...open].sort(([, a], [, b]) => a - b)) {
      if (known > best * (1 + ROUNDING)) break
      const price = priceOf(candidate.cost, supporters.get(candidate) ?? [], left)
      if (price === null) {
        open.delete(candidate)
        continue
      }
      const perUtility = utility === 'one' || candidate.cost === 0 ? price : price / candidate.cost
      open.set(candidate, perUtility)
      if (perUtility < best * (1 - ROUNDING)) level.length = 0
      if (perUtility <= best * (1 + ROUNDING)) level.push({ candidate, price })
      best = Math.min(best, perUtility)
    }
    if (level.length === 0) return bought
    const inOrder = level.map(({ candidate }) => candidate).sort((a, b) => a.place - b.place)
    const broken = inOrder.length > 1 ? breakTie(inOrder) : null
    if (broken) bought.ties.push(broken.tie)
    const { candidate, price } =
      level.find((each) => each.candidate === broken?.chosen) ?? (level[0] as (typeof level)[0])
    open.delete(candidate)
    bought.chosen.push(candidate)
    const payers = supporters.get(candidate) ?? []
    bought.purchases.push({ id: candidate.id, price, payers: payers.filter((voter) => (left[voter] ?? 0) > 0).length })
    for (const voter of payers) {
      const rest = (left[voter] ?? 0) - price
      left[voter] = rest > share * ROUNDING ? rest : 0
    }
  }
}

/** The least that each supporter must pay at most so that all together pay the cost; null when they cannot. */
function priceOf(cost: number, supporters: readonly number[], left: readonly number[]): number | null {
  const purses = supporters.map((voter) => left[voter] ?? 0).sort((a, b) => a - b)
  let [owed, payers] = [cost, purses.length]
  for (const purse of purses) {
    if (purse * payers >= owed * (1 - ROUNDING)) return owed / payers
    owed -= purse
    payers -= 1
  }
  return owed <= cost * ROUNDING ? (purses.at(-1) ?? 0) : null
}

function addByVotes(
  candidates: readonly Candidate[],
  bought: readonly Candidate[],
  budget: number,
): { chosen: Candidate[]; ties: Tie[] } {
  const chosen: Candidate[] = []
  const ties: Tie[] = []
  let left = budget - costOf(bought)
  for (;;) {
    const fitting = candidates.filter((each) => each.cost <= left && !bought.includes(each) && !chosen.includes(each))
    const most = Math.max(...fitting.map(({ votes }) => votes))
    const level = fitting.filter(({ votes }) => votes === most)
    const [only] = level
    if (!only) return { chosen, ties }
    const broken = level.length > 1 ? breakTie(level) : null
    // Where all of them fit together nothing was decided between them.
    if (broken && costOf(level) > left) ties.push(broken.tie)
    const next = broken?.chosen ?? only
    chosen.push(next)
    left -= next.cost
  }
}

function supportersOf(candidates: readonly Candidate[], ballots: readonly Ballot[]): Map<Candidate, number[]> {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const supporters = new Map<Candidate, number[]>(candidates.map((candidate) => [candidate, []]))
  for (const [voter, ballot] of ballots.entries())
    for (const id of ballot) {
      const candidate = byId.get(id)
      if (candidate) supporters.get(candidate)?.push(voter)
    }
  return supporters
}

function costOf(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { cost }) => sum + cost, 0)
}
