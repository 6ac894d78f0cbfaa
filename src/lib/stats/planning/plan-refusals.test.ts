import { describe, expect, test } from 'vitest'
import { planClusters } from './plan-clusters.ts'
import { planMargin } from './plan-margin.ts'
import { planMeans } from './plan-means.ts'
import { planPairs } from './plan-pairs.ts'
import { planPilot } from './plan-pilot.ts'
import { planProportions } from './plan-proportions.ts'
import { planRates } from './plan-rates.ts'
import { planSeries } from './plan-series.ts'
import { planSteppedWedge } from './plan-stepped-wedge.ts'
import { planSwitchback } from './plan-switchback.ts'
import { noiseFrom } from './site-noise.ts'

const noise = noiseFrom(1, 0.05, 0.3)
const deviation = { standardDeviation: 1 }

/** A planner with a question that it can answer, but for what is put over it. */
const planners: Record<string, (over: object) => unknown> = {
  planMeans: (over) => planMeans({ ...deviation, ...over }),
  planPairs: (over) => planPairs({ ...deviation, correlation: 0.5, ...over }),
  planClusters: (over) => planClusters({ ...deviation, intraclusterCorrelation: 0.05, clusterSize: 10, ...over }),
  planMargin: (over) => planMargin({ kind: 'non-inferiority', margin: 0.5, ...deviation, ...over }),
  planProportions: (over) => planProportions({ share: 0.2, ...over }),
  planRates: (over) => planRates({ rate: 2, ...over }),
  planPilot: (over) => planPilot({ noise, before: 8, after: 8, ...over }),
  planSeries: (over) => planSeries({ ...deviation, autocorrelation: 0.2, before: 12, ...over }),
  planSteppedWedge: (over) => planSteppedWedge({ noise, steps: 4, ...over }),
  planSwitchback: (over) => planSwitchback({ noise, blockLength: 3, ...over }),
}

const refuses = (ask: () => unknown, field: string, value: number) => {
  expect(ask).toThrow(RangeError)
  // A caller shows the fault beside the field: its name comes first, the value last.
  expect(ask).toThrow(new RegExp(`^${field} .*got ${value}$`))
}

describe.each(Object.entries(planners))('%s names the field and the value that it refuses', (name, plan) => {
  test('a size in parts, but for exposure', () => {
    if (name === 'planRates') expect(() => plan({ size: 270.7 })).not.toThrow()
    else refuses(() => plan({ size: 12.7 }), 'size', 12.7)
    for (const size of [0, -3, Number.NaN]) refuses(() => plan({ size }), 'size', size)
  })

  test('no effect, or an endless one', () => {
    if (name === 'planMargin') return refuses(() => plan({ margin: 0 }), 'margin', 0)
    for (const effect of [0, Number.NaN]) refuses(() => plan({ effect }), 'effect', effect)
  })

  test('a confidence or a power that is no chance', () => {
    for (const confidence of [0, 1, 1.2, -0.5, Number.NaN])
      refuses(() => plan({ size: 20, confidence }), 'confidence', confidence)
    for (const power of [0, 1, 80]) refuses(() => plan({ size: 20, ...without(name), power }), 'power', power)
  })
})

/** A margin is an effect: with size and power nothing would be left to find. */
const without = (name: string) => (name === 'planMargin' ? { margin: undefined } : {})

test.each([
  ['planMeans', 'standardDeviation', [-1, 0, Number.NaN]],
  ['planMeans', 'ratio', [0, -1]],
  ['planMeans', 'correlation', [1, -1.5]],
  ['planMeans', 'degreesLost', [-1, 0.5]],
  ['planPairs', 'standardDeviation', [-1, 0]],
  ['planPairs', 'correlation', [1]],
  ['planClusters', 'standardDeviation', [-1]],
  ['planClusters', 'intraclusterCorrelation', [1.1]],
  ['planClusters', 'clusterSize', [0]],
  ['planMargin', 'standardDeviation', [-1]],
  ['planProportions', 'share', [-0.1, 1.1]],
  ['planRates', 'rate', [0, -1]],
  ['planRates', 'dispersion', [0]],
  ['planPilot', 'before', [0, 2.5]],
  ['planPilot', 'after', [0]],
  ['planPilot', 'gap', [-1]],
  ['planPilot', 'effectSpread', [-1]],
  ['planSeries', 'standardDeviation', [-2]],
  ['planSeries', 'before', [1, 9.5]],
  ['planSteppedWedge', 'steps', [1]],
  ['planSteppedWedge', 'perStep', [0]],
  ['planSwitchback', 'blockLength', [0, 1.5]],
  ['planSwitchback', 'carryOver', [-1, 3]],
  ['planSwitchback', 'sites', [0]],
] as const)('%s refuses %s', (name, field, values) => {
  for (const value of values) refuses(() => planners[name]?.({ size: 20, [field]: value }), field, value)
})
