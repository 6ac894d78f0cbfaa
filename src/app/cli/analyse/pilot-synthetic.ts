import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { studentTTwoSided } from '#lib/stats/distribution/student-t.ts'
import { augmentedSyntheticControl } from '#lib/stats/synthetic/augmented-synthetic-control.ts'
import { type DonorPanel, LEAST_DONORS } from '#lib/stats/synthetic/donor-panel.ts'
import { placeboSynthetic } from '#lib/stats/synthetic/placebo-synthetic.ts'
import { syntheticControl } from '#lib/stats/synthetic/synthetic-control.ts'
import { syntheticDifference } from '#lib/stats/synthetic/synthetic-difference.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import type { PilotFound } from './pilot-methods.ts'

/** Sites without the change, mixed so that they did before what the treated one did. */
export function bySynthetic(panel: SheetPanel): PilotFound {
  const { donors, count } = donorsOf(panel, 'synthetic-control')
  const { estimate, weights, synthetic, rmspeBefore, rmspeAfter, reason } = syntheticControl(donors)
  const placebo = placeboSynthetic(donors)
  if (estimate === null || placebo.pValue === null) throw new WrongInput(refusals[reason ?? 'no-variation'])
  return {
    method: 'synthetic-control',
    effect: {
      ...{ estimate, standardError: null, low: null, high: null },
      ...{ pValue: placebo.pValue, smallestPossibleP: placebo.smallestPossibleP },
    },
    words: {
      name: 'Synthetic control, placebos',
      steps: [
        ...meanOfSeveral(count),
        mixture(weights),
        `It missed by ${written(rmspeBefore)} before the start and by ${written(rmspeAfter)} after it.`,
        `Each of the others was taken for the one with the change: by after over before it ranks ${placebo.rank} of ${placebo.units.length}. There is no interval.`,
      ],
      sources: ['Abadie, Diamond & Hainmueller (2010), Journal of the American Statistical Association 105, 493-505'],
    },
    expected: synthetic,
    weights,
  }
}

/** The same, corrected where no mixture comes near. */
export function byAugmented(panel: SheetPanel): PilotFound {
  const { donors, count } = donorsOf(panel, 'augmented')
  const found = augmentedSyntheticControl(donors)
  const { estimate, gaps, rmspeBefore, rmspePlain, extrapolation, reason } = found
  if (estimate === null) throw new WrongInput(refusals[reason ?? 'no-variation'])
  const placebo = placeboSynthetic(donors, { method: 'augmented' })
  if (placebo.pValue === null) throw new WrongInput(refusals['no-variation'])
  return {
    method: 'augmented-synthetic-control',
    effect: {
      ...{ estimate, standardError: null, low: null, high: null },
      ...{ pValue: placebo.pValue, smallestPossibleP: placebo.smallestPossibleP },
    },
    words: {
      name: 'Augmented synthetic control, placebos',
      steps: [
        ...meanOfSeveral(count),
        `A ridge regression takes the mixture’s misfit before the start from ${written(rmspePlain)} to ${written(rmspeBefore)}; negative weights add up to ${written(extrapolation)} (0: no reaching beyond the others).`,
        `Each of the others was taken for the one with the change: by after over before it ranks ${placebo.rank} of ${placebo.units.length}. There is no interval.`,
      ],
      sources: [
        'Ben-Michael, Feller & Rothstein (2021), Journal of the American Statistical Association 116, 1789-1803',
      ],
    },
    expected: donors.treated.map((value, at) => value - (gaps[at] ?? 0)),
    weights: byWeight(found.weights),
  }
}

/** Difference in differences against others weighted to move alike. */
export function bySyntheticDifference(panel: SheetPanel): PilotFound {
  const { donors, count } = donorsOf(panel, 'synthetic-difference')
  const { estimate, standardError, degreesOfFreedom, low, high, weights, reason } = syntheticDifference(donors, {
    treatedUnits: count,
  })
  if (estimate === null || standardError === null || degreesOfFreedom === null)
    throw new WrongInput(refusals[reason ?? 'no-variation'])
  const mixed = donors.treated.map((_, at) =>
    donors.donors.reduce((sum, { values }, j) => sum + (weights[j]?.weight ?? 0) * (values[at] ?? 0), 0),
  )
  return {
    method: 'synthetic-difference',
    effect: {
      ...{ estimate, standardError, low, high, smallestPossibleP: null },
      pValue: studentTTwoSided(estimate / standardError, degreesOfFreedom),
    },
    words: {
      name: 'Synthetic difference in differences',
      steps: [
        ...meanOfSeveral(count),
        mixture(byWeight(weights)),
        'Levels may differ, only movements are matched; the interval comes from the same estimate for each of the others.',
      ],
      sources: ['Arkhangelsky, Athey, Hirshberg, Imbens & Wager (2021), American Economic Review 111, 4088-4118'],
    },
    expected: mixed,
    weights: byWeight(weights),
  }
}

/** One line for those with the change, and the others that miss no period. @throws {WrongInput} */
function donorsOf({ sites, since }: SheetPanel, method: string): { donors: DonorPanel; count: number } {
  const whole = sites.flatMap(({ name, treated, values }) => {
    const present = values.flatMap((value) => (value === null ? [] : [value]))
    return present.length === values.length ? [{ name, treated, values: present }] : []
  })
  const treated = whole.filter((site) => site.treated)
  const [first] = treated
  if (!first)
    throw new WrongInput(`--method ${method}: it needs every period, and every site with the change misses some.`)
  const mean = first.values.map(
    (_, at) => treated.reduce((sum, { values }) => sum + (values[at] ?? 0), 0) / treated.length,
  )
  return { donors: { treated: mean, donors: whole.filter((site) => !site.treated), since }, count: treated.length }
}

const refusals: Record<'too-few-donors' | 'too-few-periods-before' | 'no-periods-after' | 'no-variation', string> = {
  'too-few-donors': `Nothing can be told: a mixture needs at least ${LEAST_DONORS} sites without the change that miss no period. Leave --method out to compare them as they are.`,
  'too-few-periods-before':
    'Nothing can be told: a mixture needs at least 2 periods before the start, and 12 to be believed.',
  'no-periods-after': 'Nothing can be told: the figures end before the change starts.',
  'no-variation': 'Nothing varies between the sites before the start, so there is no noise to judge by.',
}

function byWeight(weights: readonly { name: string; weight: number }[]) {
  return weights.filter(({ weight }) => weight !== 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}

function mixture(weights: readonly { name: string; weight: number }[]): string {
  const listed = weights.slice(0, 6).map(({ name, weight }) => `${name} ${formatNumber(weight, 'en', 3)}`)
  return `Held against a mixture of the others: ${listed.join(', ')}${weights.length > 6 ? `, and ${weights.length - 6} more` : ''}.`
}

function meanOfSeveral(count: number): string[] {
  return count === 1 ? [] : [`The ${count} sites with the change are taken together, as their mean.`]
}

function written(value: number | null): string {
  return value === null ? 'an unknown amount' : formatNumber(value, 'en', 3)
}
