import type { Generator } from '../numeric/seeded-generator.ts'
import { permuteDesign } from '../sites/permute-design.ts'
import type { Gate } from '../testing/gate.ts'
import type { RerandomisedPlan } from './allocation-plan.ts'
import { balanceThreshold } from './balance-threshold.ts'
import { drawAllocation } from './draw-allocation.ts'
import { mahalanobisBalance } from './mahalanobis-balance.ts'
import { randomiseOrder } from './randomise-order.ts'
import { randomiseSwitchback } from './randomise-switchback.ts'

const units = Array.from({ length: 12 }, (_, i) => `u${i}`)
const covariates = units.map((_, i) => [i, (i * i) % 5])
const plan: RerandomisedPlan = {
  method: 'rerandomised',
  base: { method: 'complete', units },
  covariates,
  threshold: balanceThreshold(2, 0.2),
}
const distanceOf = mahalanobisBalance(covariates)
const accepts = (isTreated: Uint8Array) => distanceOf(isTreated) <= plan.threshold
/** How many of the 924 draws are kept: known from the covariates alone. */
const KEPT = permuteDesign(
  drawAllocationOnce().map((arm, i) => ({ value: i, treated: arm === 'treated' })),
  { seed: 1, accepts },
).arrangements
const stepOf = (arrangements: number) => (2 * Math.floor((0.05 * arrangements) / 2 + 1e-9)) / arrangements

/** Twelve sites whose result follows the covariates, drawn until balanced. */
function rerandomised(effect: number, generator: Generator) {
  const { arms } = drawAllocation(plan, generator)
  return arms.map((arm, i) => {
    const treated = arm === 'treated'
    return { value: i + generator.normal() + (treated ? effect : 0), treated }
  })
}
const reject = (pValue: number | null) => (pValue ?? 1) <= 0.05 + 1e-12
const threeArms = [
  { name: 'a', parts: 2 },
  { name: 'b', parts: 1 },
]

export const gates: Gate[] = [
  {
    ...{
      name: 're-randomised, 6 v 6 sites, only acceptable draws permuted: rejects a true null',
      nominal: stepOf(KEPT),
    },
    ...{ runs: 4_000, inTests: 150, seed: 401 },
    once: (g) => reject(permuteDesign(rerandomised(0, g), { seed: 1, accepts }).pValue),
  },
  {
    ...{ name: 're-randomised: the interval holds the effect', nominal: 1 - stepOf(KEPT), runs: 3_000, seed: 402 },
    once: (g) => {
      const { low, high } = permuteDesign(rerandomised(3, g), { seed: 1, accepts })
      return (low ?? Number.NEGATIVE_INFINITY) <= 3 && 3 <= (high ?? Number.POSITIVE_INFINITY)
    },
  },
  {
    ...{ name: 're-randomised, but all draws permuted: rejects a true null', nominal: 0.05, should: 'broken' },
    ...{ runs: 3_000, inTests: 400, seed: 403 },
    once: (g) => reject(permuteDesign(rerandomised(0, g), { seed: 1 }).pValue),
  },
  {
    ...{ name: 'complete draw of 5 units, two parts of three: the first unit is in it', nominal: 2 / 3, seed: 404 },
    ...{ runs: 60_000, inTests: 3_000 },
    once: (g) => drawAllocation({ method: 'complete', units: units.slice(0, 5), arms: threeArms }, g).arms[0] === 'a',
  },
  {
    ...{ name: 'stratum of 3: the last unit is treated', nominal: 0.5, runs: 60_000, seed: 405 },
    once: (g) => {
      const strata = units.map((_, i) => (i < 9 ? 'a' : 'b'))
      return drawAllocation({ method: 'stratified', units, strata }, g).arms[11] === 'treated'
    },
  },
  {
    ...{ name: 'blocks of 2 and 4: the seventh arrival is treated', nominal: 0.5, runs: 60_000, seed: 406 },
    once: (g) => drawAllocation({ method: 'blocked', units, blockSizes: [2, 4] }, g).arms[6] === 'treated',
  },
  {
    ...{ name: 'blocks of 2 alone: whoever knows six arms guesses the next at even odds, and the eighth for sure' },
    ...{ nominal: 0.5, should: 'broken', runs: 2_000, seed: 407 },
    once: (g) => {
      const { arms } = drawAllocation({ method: 'blocked', units, blockSizes: [2] }, g)
      return arms[7] !== arms[6]
    },
  },
  {
    ...{
      name: 'order of 6 sites in 3 steps with 2 strata, seed after seed: the first site starts first',
      nominal: 1 / 3,
    },
    ...{ runs: 60_000, inTests: 3_000, seed: 408 },
    once: (_, run) => {
      const strata = ['x', 'x', 'x', 'y', 'y', 'y']
      return randomiseOrder({ sites: units.slice(0, 6), perStep: [2, 2, 2], strata }, run).starts[0]?.step === 0
    },
  },
  {
    ...{ name: 'switchback, seed after seed: the second window is on', nominal: 0.5, runs: 60_000, seed: 409 },
    once: (_, run) =>
      randomiseSwitchback({ sites: ['a'], windows: 4, windowLength: 1 }, run).schedule[0]?.on[1] === true,
  },
]

/** Any acceptable arms do: the count is the same. */
function drawAllocationOnce(): string[] {
  for (let mask = 0; mask < 2 ** 12; mask++) {
    const isTreated = Uint8Array.from(units, (_, i) => (mask >> i) & 1)
    if (isTreated.reduce((sum, v) => sum + v, 0) === 6 && accepts(isTreated))
      return Array.from(isTreated, (v) => (v ? 'treated' : 'comparison'))
  }
  return []
}
