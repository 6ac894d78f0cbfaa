import type { Generator } from '../numeric/seeded-generator.ts'
import { compareMeans } from '../sites/compare-means.ts'
import type { Gate } from '../testing/gate.ts'
import { andersonRubin } from './anderson-rubin.ts'
import { type CompliedUnit, compliersEffect } from './compliers-effect.ts'
import type { InstrumentedRows } from './instrumented-rows.ts'
import { twoStageLeastSquares } from './two-stage-least-squares.ts'

/** A trial in which `share` comply; others take it or not by a trait that raises their outcome anyway. Effect: 1. */
function trial({ normal, uniform }: Generator, perArm: number, share: number): [CompliedUnit[], CompliedUnit[]] {
  const arm = (drawn: boolean) =>
    Array.from({ length: perArm }, () => {
      const trait = normal()
      const took = uniform() < share ? drawn : trait > 0.5
      return { outcome: (took ? 1 : 0) + trait + normal(), took: took ? 1 : 0 }
    })
  return [arm(true), arm(false)]
}

/** Instrument and treatment share clusters with an intracluster correlation of 0.05 in the outcome's error. Effect: 1. */
function clustered({ normal }: Generator, clusters: number, size: number, strength: number): InstrumentedRows {
  const rows: { outcome: number[]; treatment: number[]; drawn: number[]; clusters: number[] } = {
    outcome: [],
    treatment: [],
    drawn: [],
    clusters: [],
  }
  for (let g = 0; g < clusters; g++) {
    const shared = Math.sqrt(0.05) * normal()
    for (let i = 0; i < size; i++) {
      const own = normal()
      const error = shared + Math.sqrt(0.95) * own
      const taken = strength * (g % 2) + 0.5 * own + normal()
      rows.outcome.push(taken + error)
      rows.treatment.push(taken)
      rows.drawn.push(g % 2)
      rows.clusters.push(g)
    }
  }
  return { outcome: rows.outcome, treatment: rows.treatment, instruments: [rows.drawn], clusters: rows.clusters }
}

function holds({ low, high, reason }: { low: number | null; high: number | null; reason: string | null }): boolean {
  if (reason === 'unbounded') return true
  if (low === null || high === null) return false
  return reason === 'two-rays' ? 1 <= high || 1 >= low : low <= 1 && 1 <= high
}

export const gates: Gate[] = [
  {
    name: '60 an arm, 70 % comply: the compliers’ interval covers their effect',
    nominal: 0.95,
    tolerance: 0.01,
    runs: 4_000,
    inTests: 300,
    seed: 1,
    once: (generator) => holds(compliersEffect(...trial(generator, 60, 0.7))),
  },
  {
    name: '60 an arm, 70 % comply: takers against others, as treated, covers it (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 4_000,
    inTests: 300,
    seed: 1,
    once: (generator) => {
      const all = trial(generator, 60, 0.7).flat()
      const outcomes = (took: number) => all.filter((unit) => unit.took === took).map(({ outcome }) => outcome)
      return holds(compareMeans(outcomes(1), outcomes(0)))
    },
  },
  {
    name: '20 an arm, 8 % comply (weak): Anderson-Rubin covers',
    nominal: 0.95,
    tolerance: 0.01,
    runs: 4_000,
    inTests: 300,
    seed: 2,
    once: (generator) => {
      const [treated, comparison] = trial(generator, 20, 0.08)
      return holds(andersonRubin(rowsOf(treated, comparison)))
    },
  },
  {
    name: '60 rows, six instruments, treatment nearly unmoved (weak): the two-stage interval covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 2_000,
    inTests: 200,
    seed: 3,
    once: ({ normal }) => {
      const drawn = [0, 1, 2, 3, 4, 5].map(() => Array.from({ length: 60 }, () => normal()))
      const hidden = Array.from({ length: 60 }, () => normal())
      const treatment = hidden.map((value, i) => value + 0.1 * normal() + 0.02 * (drawn[0]?.[i] ?? 0))
      const outcome = treatment.map((value, i) => value + (hidden[i] ?? 0))
      return holds(twoStageLeastSquares({ outcome, treatment, instruments: drawn }))
    },
  },
  {
    name: '24 clusters of 10, ICC 0.05: the clustered two-stage interval covers',
    nominal: 0.95,
    tolerance: 0.02,
    runs: 1_500,
    seed: 4,
    once: (generator) => holds(twoStageLeastSquares(clustered(generator, 24, 10, 1.5))),
  },
  {
    name: '24 clusters of 30, ICC 0.05: the interval that ignores the clusters covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 400,
    inTests: 60,
    seed: 5,
    once: (generator) => {
      const { outcome, treatment, instruments } = clustered(generator, 24, 30, 1.5)
      return holds(twoStageLeastSquares({ outcome, treatment, instruments }))
    },
  },
]

function rowsOf(treated: readonly CompliedUnit[], comparison: readonly CompliedUnit[]): InstrumentedRows {
  const all = [...treated, ...comparison]
  return {
    outcome: all.map(({ outcome }) => outcome),
    treatment: all.map(({ took }) => took),
    instruments: [all.map((_, i) => (i < treated.length ? 1 : 0))],
  }
}
