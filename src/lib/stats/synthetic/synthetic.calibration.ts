import { studentTQuantile } from '../distribution/student-t.ts'
import { momentsOf } from '../numeric/moments.ts'
import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import type { DonorPanel } from './donor-panel.ts'
import { placeboSynthetic } from './placebo-synthetic.ts'
import { syntheticControl } from './synthetic-control.ts'
import { syntheticDifference } from './synthetic-difference.ts'

/** Twenty units that share two slow paths, with AR(1) noise of 0.3; one is treated, drawn at random, nothing happens. */
function factorPanel({ normal, uniform }: Generator, donors: number, periods: number, since: number): DonorPanel {
  const paths = [0, 1].map(() => {
    let level = 0
    return Array.from({ length: periods }, () => {
      level += normal()
      return level
    })
  })
  const [treated = [], ...rest] = Array.from({ length: donors + 1 }, () => {
    const loads = paths.map(() => uniform())
    let noise = normal() / Math.sqrt(1 - 0.09)
    return Array.from({ length: periods }, (_, t) => {
      noise = t === 0 ? noise : 0.3 * noise + normal()
      return 10 + noise + loads.reduce((sum, load, k) => sum + load * (paths[k]?.[t] ?? 0), 0)
    })
  })
  return { treated, donors: rest.map((values, j) => ({ name: `d${j}`, values })), since }
}

export const gates: Gate[] = [
  {
    name: '19 donors, 24 periods: placebos reject no effect at 10 %',
    nominal: 0.1,
    tolerance: 0.01,
    runs: 1_500,
    inTests: 60,
    seed: 1,
    once: (generator) => (placeboSynthetic(factorPanel(generator, 19, 24, 16)).pValue ?? 1) <= 0.1 + 1e-9,
  },
  {
    name: '19 donors, 18 periods: placebos of the augmented control reject no effect at 10 %',
    nominal: 0.1,
    tolerance: 0.025,
    runs: 400,
    inTests: 12,
    seed: 4,
    once: (generator) =>
      (placeboSynthetic(factorPanel(generator, 19, 18, 12), { method: 'augmented' }).pValue ?? 1) <= 0.1 + 1e-9,
  },
  {
    name: '19 donors: a test at the smallest possible p rejects no effect in 1 of 20',
    nominal: 0.05,
    tolerance: 0.01,
    runs: 2_000,
    seed: 2,
    once: (generator) => (placeboSynthetic(factorPanel(generator, 19, 12, 8)).pValue ?? 1) <= 0.05 + 1e-9,
  },
  {
    name: '19 donors: a t test of the gaps after the start, period by period, rejects no effect (control)',
    nominal: 0.05,
    should: 'broken',
    runs: 2_000,
    inTests: 200,
    seed: 1,
    once: (generator) => {
      const { gaps } = syntheticControl(factorPanel(generator, 19, 24, 16))
      const { count, mean, sumOfSquares } = momentsOf(gaps.slice(16))
      return Math.abs(mean) > studentTQuantile(0.975, count - 1) * Math.sqrt(sumOfSquares / (count - 1) / count)
    },
  },
  {
    name: 'synthetic difference, 19 donors, 24 periods: the placebo interval covers no effect',
    nominal: 0.95,
    tolerance: 0.015,
    runs: 300,
    inTests: 12,
    seed: 3,
    once: (generator) => {
      const { low, high } = syntheticDifference(factorPanel(generator, 19, 24, 16))
      return low !== null && high !== null && low <= 0 && high >= 0
    },
  },
]
