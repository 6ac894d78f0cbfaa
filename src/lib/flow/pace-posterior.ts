import type { HistoryWeek } from './finish-history.ts'

/** One way in which the team may be working now, and how likely that is after its history. */
export interface Pace {
  /** Natural logarithm of the items finished on an ordinary working day. */
  logRate: number
  /** Variance of a week's count over its mean: 1 is chance alone, more is bursts. */
  dispersion: number
  /** How much the logarithm of the rate wanders in a week, as a standard deviation. */
  drift: number
  probability: number
}

/**
 * What is thought before anything is seen: most teams are a little burstier than chance alone, and most wander a little.
 * Chosen on simulated teams, and widened a little after a look at real ones: README.md says what it achieves.
 */
const DISPERSIONS: readonly (readonly [value: number, weight: number])[] = [
  [1, 0.35],
  [1.5, 0.22],
  [2.5, 0.17],
  [4, 0.11],
  [7, 0.08],
  [12, 0.05],
  [20, 0.02],
]
const DRIFTS: readonly (readonly [value: number, weight: number])[] = [
  [0, 0.45],
  [0.04, 0.2],
  [0.08, 0.17],
  [0.16, 0.11],
  [0.32, 0.07],
]
const SIZE = 49
/** Between neighbours of the grid of log rates. */
export const RATE_STEP = 0.12

/**
 * How fast the team works now, how bursty it is and how much its pace wanders: every combination on a grid, weighted by how well it
 * explains the weeks so far. The last weeks say most about the pace where it wanders, all weeks where it does not.
 *
 * A week's count is negative binomial around rate x effort (Poisson at dispersion 1), the log rate a random walk from week to
 * week; the filter over the grid is exact but for its steps. The rate is flat before the first week on a scale between its logarithm and its square root.
 *
 * @param weeks Oldest first, with at least one item and some effort.
 * @see Hamilton (1989), Econometrica 57, 357-384 (the filter); Raftery et al. (1997), JASA 92, 179-191 (averaging over models).
 */
export function pacePosterior(weeks: readonly HistoryWeek[]): Pace[] {
  const finished = weeks.reduce((sum, week) => sum + week.finished, 0)
  const effort = weeks.reduce((sum, week) => sum + week.effort, 0)
  const lowest = Math.log(finished / effort) - RATE_STEP * Math.floor(SIZE * 0.55)
  const logRates = Array.from({ length: SIZE }, (_, i) => lowest + i * RATE_STEP)
  const logFactorials = logFactorialsTo(Math.max(...weeks.map((week) => week.finished)))
  const paces: Pace[] = []
  const logWeights: number[] = []
  for (const [dispersion, likely] of DISPERSIONS) {
    const seen = weeks.map((week) => logRates.map((logRate) => logChance(week, logRate, dispersion, logFactorials)))
    for (const [drift, asLikely] of DRIFTS) {
      const { logEvidence, now } = filter(seen, logRates, kernelOf(drift))
      for (const [i, share] of now.entries()) {
        paces.push({ logRate: logRates[i] as number, dispersion, drift, probability: share })
        logWeights.push(logEvidence + Math.log(likely * asLikely))
      }
    }
  }
  const largest = Math.max(...logWeights)
  const total = paces.reduce(
    (sum, pace, i) => sum + pace.probability * Math.exp((logWeights[i] as number) - largest),
    0,
  )
  return paces.map((pace, i) => ({
    ...pace,
    probability: (pace.probability * Math.exp((logWeights[i] as number) - largest)) / total,
  }))
}

/** How likely the weeks are, and where the rate stands after the last. */
function filter(seen: readonly number[][], logRates: readonly number[], kernel: readonly number[]) {
  let now = normalised(logRates.map((logRate) => Math.exp(0.25 * (logRate - (logRates[0] as number)))))
  let logEvidence = 0
  for (const [week, logChances] of seen.entries()) {
    const before = week === 0 ? now : spread(now, kernel)
    const largest = Math.max(...logChances)
    const joint = before.map((share, i) => share * Math.exp((logChances[i] as number) - largest))
    const sum = joint.reduce((total, each) => total + each, 0)
    logEvidence += Math.log(sum) + largest
    now = joint.map((each) => each / sum)
  }
  return { logEvidence, now }
}

/** One week's wander; what would leave the grid stays at its end. */
function spread(shares: readonly number[], kernel: readonly number[]): number[] {
  const reach = kernel.length - 1
  if (reach === 0) return [...shares]
  const moved = shares.map(() => 0)
  for (const [i, share] of shares.entries()) {
    if (share < 1e-12) continue
    for (let step = -reach; step <= reach; step++) {
      const place = Math.min(SIZE - 1, Math.max(0, i + step))
      moved[place] = (moved[place] ?? 0) + share * (kernel[Math.abs(step)] as number)
    }
  }
  return moved
}

/** Chances of moving 0, 1, 2, ... steps either way, with the variance of the drift. */
function kernelOf(drift: number): number[] {
  const variance = (drift / RATE_STEP) ** 2
  if (variance === 0) return [1]
  // Narrower than the grid: three points with the right variance; a normal curve cut into steps would lose it.
  if (variance < 0.6) return [1 - variance, variance / 2]
  const reach = Math.ceil(4 * Math.sqrt(variance))
  const heights = Array.from({ length: reach + 1 }, (_, step) => Math.exp((-step * step) / (2 * variance)))
  const sum = heights.reduce((total, height, step) => total + (step === 0 ? height : 2 * height), 0)
  return heights.map((height) => height / sum)
}

function logChance(
  { finished, effort }: HistoryWeek,
  logRate: number,
  dispersion: number,
  logFactorials: number[],
): number {
  if (effort === 0) return 0
  const mean = effort * Math.exp(logRate)
  const logFactorial = logFactorials[finished] as number
  if (dispersion === 1) return finished * Math.log(mean) - mean - logFactorial
  const size = mean / (dispersion - 1)
  // The gamma functions of size + finished and size, as a product: no approximation needed.
  let logRising = 0
  for (let i = 0; i < finished; i++) logRising += Math.log(size + i)
  return logRising - logFactorial - size * Math.log(dispersion) + finished * Math.log1p(-1 / dispersion)
}

function logFactorialsTo(largest: number): number[] {
  const logs = [0]
  for (let n = 1; n <= largest; n++) logs.push((logs[n - 1] as number) + Math.log(n))
  return logs
}

function normalised(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
