import type { Check } from '../evidence/grade-evidence.ts'
import { type SteppedWedge, type SteppedWedgeOptions, steppedWedge } from '../schedule/stepped-wedge.ts'
import type { WedgeSite } from '../schedule/wedge-panel.ts'
import { isRejected } from '../sites/permutation-interval.ts'
import { type TrialAnswer, type TrialQuestion, type TrialRefusal, trialAnswer } from './trial-answer.ts'

export interface WedgeQuestion extends TrialQuestion, Pick<SteppedWedgeOptions, 'effect' | 'siteEffect'> {}

export interface WedgeAnswer extends TrialAnswer {
  design: 'staggered'
  wedge: SteppedWedge
}

/**
 * A roll-out in waves as one effect beside periods and sites: the reading of stepped wedge trials, where every site has
 * the change in the end. `analyseStaggered` is the headline; this is the second reading, and the first where rows carry
 * weights. It takes for granted that the effect is the same at all times (`effect: 'exposure'` does not).
 *
 * @throws {RangeError} as `steppedWedge`.
 * @see Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191.
 */
export function analyseWedge(
  sites: readonly WedgeSite[],
  { effect, siteEffect, ...question }: WedgeQuestion,
): WedgeAnswer | TrialRefusal<'same-start' | 'no-variation'> {
  const { confidence = 0.95, seed } = question
  const wedge = steppedWedge(sites, {
    confidence,
    seed,
    ...(effect === undefined ? {} : { effect }),
    ...(siteEffect === undefined ? {} : { siteEffect }),
  })
  const { estimate, pValue, low, high, permutation, robust } = wedge
  if (estimate === null || pValue === null)
    return { refused: wedge.reason ?? 'no-variation', values: { sites: wedge.sites } }
  const floor = permutation && wedge.method === 'permutation' ? permutation.smallestPossibleP : null
  const values = sites.flatMap((site) => site.values)
  const answer = trialAnswer(
    'staggered',
    {
      method: `wedge-${wedge.method}`,
      effect: {
        estimate,
        standardError: robust.standardError,
        low,
        high,
        confidence,
        pValue,
        smallestPossibleP: floor,
      },
      relative: { estimate: null, low: null, high: null },
      groups: [{ name: 'sites', units: wedge.sites, rows: wedge.rows, mean: null }],
      rows: { used: wedge.rows, missing: values.filter((value) => value === null).length, dropped: 0 },
      checks: [...(floor === null ? [] : [enoughOrdersCheck(floor, confidence)]), ...driftChecks(wedge)],
    },
    question,
  )
  return { ...answer, design: 'staggered', wedge }
}

/** So many orders could have been drawn that the test could have shown something. */
function enoughOrdersCheck(smallestPossibleP: number, confidence: number): Check {
  return {
    code: 'enough-orders',
    passed: isRejected(smallestPossibleP, 1 - confidence),
    lowersGrade: true,
    values: { smallestPossibleP, level: 1 - confidence },
  }
}

/** The effect does not grow or fade with the time since the start; it limits the answer where it does. */
function driftChecks({ drift }: SteppedWedge): Check[] {
  if (!drift) return []
  const { pValue, estimate } = drift
  return [
    {
      code: 'steady',
      passed: pValue === null ? null : pValue > 0.05,
      lowersGrade: false,
      values: { pValue, perPeriod: estimate },
    },
  ]
}
