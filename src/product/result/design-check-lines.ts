import type { AnsweredAnalysis } from './analysis.ts'
import type { Check } from './analysis-parts.ts'
import { type Line, line, rough } from './line.ts'
import type { Question } from './result.ts'

/** Names of the checks that only other designs than the pilot have. */
export const designTitles: Record<string, Line['id']> = {
  'sample-ratio': 'result.check.sample-ratio',
  adjusted: 'result.check.adjusted',
  'all-compared': 'result.check.all-compared',
  'enough-orders': 'result.check.enough-orders',
  steady: 'result.check.steady',
  'enough-windows': 'result.check.enough-windows',
  'enough-points': 'result.check.enough-points',
  residuals: 'result.check.residuals',
  'memory-known': 'result.check.memory-known',
  'all-terms': 'result.check.all-terms',
  'fit-before': 'result.check.fit-before',
  'enough-donors': 'result.check.enough-donors',
  'no-single-donor': 'result.check.no-single-donor',
}

interface Detail {
  readonly check: Check
  readonly analysis: AnsweredAnalysis
  readonly question: Question
}

/** What a check of any design but difference in differences gave. */
export function designDetail(check: Check, analysis: AnsweredAnalysis, question: Question): Line {
  return details[check.code]?.({ check, analysis, question }) ?? line('result.check.other.detail')
}

const details: Record<string, (of: Detail) => Line> = {
  'sample-ratio': ratioDetail,
  'missing-values': ({ check }) =>
    line('result.check.missing-values.share', { share: { share: worst(check, ['largestShare', 'share', 'most']) } }),
  'methods-agree': ({ check }) => line('result.check.methods-agree.sides', { outcome: outcomeOf(check) }),
  adjusted: ({ check }) =>
    check.passed === true
      ? line('result.check.adjusted.detail', { share: { share: numberIn(check, 'varianceReduction') } })
      : line('result.check.adjusted.open'),
  'pre-trend': ({ check }) =>
    check.passed === null
      ? line('result.check.pre-trend.open')
      : line('result.check.pre-trend.test', {
          effects: numberIn(check, 'effects'),
          p: { p: numberIn(check, 'pValue') },
        }),
  'all-compared': ({ check }) =>
    line('result.check.all-compared.detail', {
      skipped: numberIn(check, 'skipped'),
      effects: numberIn(check, 'effects'),
    }),
  'enough-orders': ({ check }) =>
    line('result.check.floor', { floor: { chance: numberIn(check, 'smallestPossibleP') } }),
  'enough-windows': ({ check }) =>
    line('result.check.enough-windows.detail', {
      on: numberIn(check, 'on'),
      off: numberIn(check, 'off'),
      floor: { chance: numberIn(check, 'smallestPossibleP') },
    }),
  steady: ({ check }) =>
    check.passed === null
      ? line('result.check.steady.open')
      : line('result.check.steady.detail', { p: { p: numberIn(check, 'pValue') } }),
  'enough-points': ({ check }) =>
    line('result.check.enough-points.detail', {
      before: numberIn(check, 'before'),
      after: numberIn(check, 'after'),
      least: worst(check, ['least', 'leastBefore']),
    }),
  residuals: ({ check }) =>
    check.values['pValue'] === null
      ? line('result.check.residuals.open')
      : line('result.check.residuals.detail', { p: { p: numberIn(check, 'pValue') }, outcome: outcomeOf(check) }),
  'memory-known': ({ check }) =>
    line('result.check.memory-known.detail', {
      outcome: outcomeOf(check),
      size: { chance: numberIn(check, 'autocorrelation') },
    }),
  'all-terms': ({ check }) =>
    line('result.check.all-terms.detail', { outcome: outcomeOf(check), left: String(check.values['left'] ?? '') }),
  'fit-before': ({ check, question }) =>
    line('result.check.fit-before.detail', {
      own: rough(numberIn(check, 'own'), question.metric.unit),
      usual: rough(numberIn(check, 'usual'), ''),
    }),
  'enough-donors': ({ check }) =>
    line('result.check.enough-donors.detail', {
      donors: numberIn(check, 'donors'),
      floor: { chance: numberIn(check, 'smallestPossibleP') },
    }),
  'no-single-donor': donorDetail,
}

function ratioDetail({ check }: Detail): Line {
  if (check.passed === null) return line('result.check.sample-ratio.open')
  return line('result.check.sample-ratio.detail', {
    treated: numberIn(check, 'treated'),
    comparison: numberIn(check, 'comparison'),
    p: { p: numberIn(check, 'pValue') },
    outcome: outcomeOf(check),
  })
}

function donorDetail({ check, question }: Detail): Line {
  const { low, high, donor } = check.values
  const { unit } = question.metric
  if (donor != null)
    return line('result.check.no-single-donor.failed', {
      donor: String(donor),
      without: rough(numberIn(check, 'without'), unit),
    })
  if (low === null) return line('result.check.no-single-donor.open')
  return line('result.check.no-single-donor.detail', { low: rough(Number(low), ''), high: rough(Number(high), unit) })
}

function outcomeOf({ passed }: Check): 'yes' | 'no' | 'open' {
  return passed === null ? 'open' : passed ? 'yes' : 'no'
}

/** The first of the numbers that is there. */
function worst({ values }: Check, names: readonly string[]): number {
  const found = names.map((name) => values[name]).find((value) => typeof value === 'number')
  return Number(found ?? 0)
}

function numberIn({ values }: Check, name: string): number {
  return Number(values[name] ?? 0)
}
