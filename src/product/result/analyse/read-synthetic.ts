import { shareOf } from '#lib/stats/analyse/share-of.ts'
import { trialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import type { Check } from '#lib/stats/evidence/grade-evidence.ts'
import { analysePilot } from '#lib/stats/pilot/analyse-pilot.ts'
import { isRejected } from '#lib/stats/sites/permutation-interval.ts'
import { type DonorPanel, LEAST_DONORS } from '#lib/stats/synthetic/donor-panel.ts'
import { leaveOneDonorOut } from '#lib/stats/synthetic/leave-one-donor-out.ts'
import { placeboSynthetic } from '#lib/stats/synthetic/placebo-synthetic.ts'
import { syntheticControl } from '#lib/stats/synthetic/synthetic-control.ts'
import { syntheticDifference } from '#lib/stats/synthetic/synthetic-difference.ts'
import type { PilotFigures, PilotSite } from '#product/plan/trial-figures.ts'
import type { Analysis } from '../analysis.ts'
import { nothingBeside, type SecondReading } from '../analysis-parts.ts'
import type { Drawn } from '../drawn.ts'
import { type Asked, choiceOf, confidence, confidenceIn, questionFor } from './asked.ts'
import { controlChecks, type Found, guardrailChecks, readGuardrail } from './read-guardrails.ts'
import { readTrends } from './read-trends.ts'

/** With more sites that changed, their mean is no longer one site, and difference in differences has enough of them. */
const fewTreated = 3
/** Each donor is mixed anew from the others: more take seconds. */
const mostDonors = 200
/** Pale lines in the picture. */
const mostDrawn = 60

export interface Synthetic {
  readonly panel: DonorPanel
  readonly readings: readonly SecondReading[] & SecondReading[]
  readonly drawn: Drawn
}

/** One or few sites as a mixture of the others. Null where there are many, or the others are too few or have gaps. */
export function readSynthetic({ sites, since, plan }: PilotFigures): Synthetic | null {
  const panel = donorPanelOf(sites, since)
  const isAsked = plan.body.method !== null
  if (panel === null || panel.donors.length > mostDonors) return null
  if (!isAsked && sites.filter(({ treated }) => treated).length > fewTreated) return null
  const control = syntheticControl(panel)
  if (control.estimate === null) return null
  const placebo = placeboSynthetic(panel)
  const difference = syntheticDifference(panel, { confidence })
  return {
    panel,
    readings: [
      {
        method: 'synthetic-control',
        ...{ estimate: control.estimate, low: null, high: null, pValue: placebo.pValue },
      },
      ...(difference.estimate === null
        ? []
        : [
            {
              method: 'synthetic-difference',
              ...{ estimate: difference.estimate, low: difference.low, high: difference.high, pValue: null },
            },
          ]),
    ],
    drawn: {
      kind: 'synthetic',
      since,
      actual: [...panel.treated],
      synthetic: control.synthetic,
      gaps: control.gaps,
      placebos: placebosOf(panel),
      weights: control.weights,
    },
  }
}

/** Sites without a gap; the mean of those that changed stands for them. Null where there is nothing to mix. */
function donorPanelOf(sites: readonly PilotSite[], since: number): DonorPanel | null {
  const whole = sites.filter(isWhole)
  const treated = whole.filter((site) => site.treated)
  const donors = whole.filter((site) => !site.treated)
  const periods = treated[0]?.values.length ?? 0
  if (treated.length === 0 || donors.length < LEAST_DONORS || since < 2 || since >= periods) return null
  return {
    treated: Array.from({ length: periods }, (_, at) => meanOf(treated.map(({ values }) => values[at] ?? 0))),
    donors: donors.map(({ name, values }) => ({ name, values })),
    since,
  }
}

function isWhole(site: PilotSite): site is PilotSite & { values: number[] } {
  return site.values.every((value) => value !== null)
}

/** The gap of each donor, taken as if it had changed. */
function placebosOf({ donors, since }: DonorPanel): { name: string; gaps: number[] }[] {
  if (donors.length <= LEAST_DONORS) return []
  return donors.slice(0, mostDrawn).map(({ name, values }) => {
    const others = donors.filter((donor) => donor.name !== name)
    return { name, gaps: syntheticControl({ treated: values, donors: others, since }).gaps }
  })
}

/** The headline where the plan asks for a mixture of other sites. */
export function syntheticAnalysis(
  figures: PilotFigures,
  asked: Asked,
  synthetic: Synthetic | null,
  method: 'synthetic-control' | 'synthetic-difference',
): { analysis: Analysis; drawn: Drawn | null } {
  const { sites, since, plan } = figures
  const { body } = plan
  if (synthetic === null)
    return {
      analysis: { refused: refusalOf(sites, since), values: { donors: donorsOf(sites).length }, design: 'pilot' },
      drawn: null,
    }
  const { panel, drawn } = synthetic
  const control = syntheticControl(panel)
  const placebo = placeboSynthetic(panel)
  const confidence = confidenceIn(asked)
  const difference = syntheticDifference(panel, { confidence })
  const isControl = method === 'synthetic-control'
  const estimate = (isControl ? control.estimate : difference.estimate) ?? 0
  const without = leaveOneDonorOut(panel)
  const guardrails = body.guardrails.map((guardrail, at) =>
    readGuardrail(guardrail, mixed(figures.guardrails[at] ?? [], since), asked),
  )
  const found = figures.control === undefined ? null : mixed(figures.control.sites, since)
  const expected = meanOf(control.synthetic.slice(since))
  const lost = sites.filter((site) => !isWhole(site))
  const used = (panel.donors.length + 1) * panel.treated.length
  const answer = trialAnswer(
    'pilot',
    {
      method,
      effect: {
        estimate,
        standardError: isControl ? null : difference.standardError,
        low: isControl ? null : difference.low,
        high: isControl ? null : difference.high,
        confidence,
        pValue: placebo.pValue ?? 1,
        smallestPossibleP: placebo.smallestPossibleP,
      },
      relative: { estimate: shareOf(estimate, expected), low: null, high: null },
      groups: [
        { name: 'treated', units: sites.length - donorsOf(sites).length, rows: panel.treated.length, mean: null },
        {
          name: 'comparison',
          units: panel.donors.length,
          rows: panel.donors.length * panel.treated.length,
          mean: null,
        },
      ],
      rows: { used, missing: missingIn(sites), dropped: lost.length * panel.treated.length - missingIn(lost) },
      checks: [
        fitCheck(control.rmspeBefore ?? 0, placebo.units),
        donorsCheck(panel.donors.length, placebo.smallestPossibleP),
        donorCheck(without, estimate),
        ...guardrailChecks(guardrails),
        ...controlChecks(figures.control?.name, found),
      ],
    },
    { ...questionFor(body, asked), choice: choiceOf(body, since) },
  )
  return {
    analysis: {
      ...answer,
      design: 'pilot',
      method,
      weights: isControl ? control.weights : difference.weights.filter(({ weight }) => weight > 0),
      rmspeBefore: control.rmspeBefore ?? 0,
      rmspeAfter: control.rmspeAfter ?? 0,
      rank: placebo.rank,
      dropped: lost.map(({ name, treated }) => ({ name, treated })),
      guardrails,
      beside: {
        ...nothingBeside,
        readings: [...otherMixture(synthetic, method), ...plainReading(figures, asked)],
        trends: readTrends(sites.map(({ name, treated, values }) => ({ name, since: treated ? since : null, values }))),
      },
    },
    drawn,
  }
}

function otherMixture({ readings }: Synthetic, method: string): SecondReading[] {
  return readings.filter((reading) => reading.method !== method)
}

/** Against the plain mean of the others: who asks for a mixture sees what it changes. */
function plainReading({ sites, since, plan }: PilotFigures, asked: Asked): SecondReading[] {
  const panel = sites.map(({ name, treated, values }) => ({ name, treated, values }))
  const plain = analysePilot({ sites: panel, since }, questionFor(plan.body, asked))
  if ('refused' in plain) return []
  const { method, estimate, low, high, pValue } = plain
  return [{ method, estimate, low, high, pValue }]
}

/** The same reading of another metric. */
function mixed(sites: readonly PilotSite[], since: number): Found {
  const panel = donorPanelOf(sites, since)
  if (panel === null) return { refused: refusalOf(sites, since) }
  const { estimate, low, high } = syntheticDifference(panel, { confidence })
  const { pValue } = placeboSynthetic(panel)
  return estimate === null || pValue === null ? { refused: 'no-variation' } : { estimate, low, high, pValue }
}

function refusalOf(sites: readonly PilotSite[], since: number) {
  if (!sites.some((site) => site.treated && isWhole(site))) return 'no-treated-sites'
  if (donorsOf(sites).length < LEAST_DONORS) return 'too-few-donors'
  return since < 2 ? 'too-few-periods-before' : 'no-periods-after'
}

function donorsOf(sites: readonly PilotSite[]): PilotSite[] {
  return sites.filter((site) => !site.treated && isWhole(site))
}

/** The mixture followed the site before the start about as closely as mixtures follow the others. */
function fitCheck(own: number, units: readonly { rmspeBefore: number }[]): Check {
  const sorted = units.map(({ rmspeBefore }) => rmspeBefore).sort((a, b) => a - b)
  const usual = sorted[sorted.length >> 1] ?? 0
  return { code: 'fit-before', passed: own <= 2 * usual, lowersGrade: true, values: { own, usual } }
}

function donorsCheck(donors: number, smallestPossibleP: number): Check {
  const passed = isRejected(smallestPossibleP, 1 - confidence)
  return { code: 'enough-donors', passed, lowersGrade: true, values: { donors, smallestPossibleP } }
}

/** No single donor turns the effect round. */
function donorCheck({ without, low, high }: ReturnType<typeof leaveOneDonorOut>, estimate: number): Check {
  const worst = without.find((each) => each.estimate * estimate <= 0)
  return {
    code: 'no-single-donor',
    passed: low === null ? null : worst === undefined,
    lowersGrade: false,
    values: { low, high, donor: worst?.name ?? null, without: worst?.estimate ?? null },
  }
}

function missingIn(sites: readonly PilotSite[]): number {
  return sites.reduce((sum, { values }) => sum + values.filter((value) => value === null).length, 0)
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
