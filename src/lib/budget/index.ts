// Written by hand: the functions and types that other folders may use.

export type { Ballot, Proposal, Tie } from './ballots.ts'
export { chooseGreedily, type GreedyChoice, type GreedyOptions } from './choose-greedily.ts'
export { type EqualSharesChoice, type EqualSharesOptions, equalShares, type Purchase } from './equal-shares.ts'
export { PabulibProblem, type PabulibProblemCode, type PabulibProblems } from './pabulib-problem.ts'
export {
  type PabulibElection,
  type PabulibProject,
  type PabulibVoter,
  type PabulibVoteType,
  type PabulibWarning,
  readPabulib,
} from './read-pabulib.ts'
