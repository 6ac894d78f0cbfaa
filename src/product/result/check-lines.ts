import { type AnsweredAnalysis, isPilot } from './analysis.ts'
import type { Check } from './analysis-parts.ts'
import { designDetail, designTitles } from './design-check-lines.ts'
import { type Line, line, rough, sidedOf, sidedRangeOf, typed } from './line.ts'
import type { PilotAnalysis } from './pilot-analysis.ts'
import type { Question } from './result.ts'

/** One check in words. A check that failed, or could not be made, is never left out. */
export interface CheckTold {
  /** Unique within the result: several guardrails have one code. */
  readonly id: string
  readonly code: string
  readonly passed: boolean | null
  readonly title: Line
  readonly detail: Line
}

/** What was checked and what it gave, in the order of the analysis. */
export function checkLines(analysis: AnsweredAnalysis, question: Question): CheckTold[] {
  return analysis.checks.map((check, at) => ({
    id: `${check.code}-${at}`,
    code: check.code,
    passed: check.passed,
    title: checkTitle(check),
    detail: detailOf(check, analysis, question),
  }))
}

function detailOf(check: Check, analysis: AnsweredAnalysis, question: Question): Line {
  const shared = sharedDetails[check.code]
  if (shared) return shared({ check, analysis })
  if (!isPilot(analysis)) return designDetail(check, analysis, question)
  return (pilotDetails[check.code] ?? unknownDetail)({ check, analysis, unit: question.metric.unit })
}

/** A check's name, as it turned out. */
export function checkTitle({ code, passed, values }: Check): Line {
  const outcome = passed === null ? 'open' : passed ? 'yes' : 'no'
  const id = titles[code] ?? designTitles[code] ?? 'result.check.other'
  return line(id, { outcome, name: String(values['name'] ?? code) })
}

const titles: Record<string, Line['id']> = {
  'pre-trend': 'result.check.pre-trend',
  'outweighs-drift': 'result.check.outweighs-drift',
  'missing-values': 'result.check.missing-values',
  'enough-sites': 'result.check.enough-sites',
  variation: 'result.check.variation',
  'no-single-site': 'result.check.no-single-site',
  'methods-agree': 'result.check.methods-agree',
  guardrail: 'result.check.guardrail',
  'plan-unchanged': 'result.check.plan-unchanged',
  'plan-tried-once': 'result.check.plan-tried-once',
  'negative-control': 'result.check.negative-control',
}

interface Detail {
  check: Check
  analysis: PilotAnalysis
  unit: string
}

/** Checks that mean the same in every design. */
const sharedDetails: Record<string, (of: { check: Check; analysis: AnsweredAnalysis }) => Line> = {
  guardrail: guardrailDetail,
  'plan-unchanged': ({ check }) =>
    line('result.check.plan-unchanged.detail', { versions: numberIn(check, 'versions') }),
  'plan-tried-once': ({ check }) => line('result.check.plan-tried-once.detail', { tries: numberIn(check, 'tries') }),
  'negative-control': ({ check }) =>
    check.passed === null
      ? line('result.check.guardrail.refused')
      : line('result.check.negative-control.detail', { p: { p: numberIn(check, 'pValue') } }),
}

const pilotDetails: Record<string, (of: Detail) => Line> = {
  'pre-trend': preTrendDetail,
  'outweighs-drift': driftDetail,
  'missing-values': missingDetail,
  'enough-sites': sitesDetail,
  variation: ({ check }) => line('result.check.variation.detail', { outcome: check.passed === false ? 'no' : 'yes' }),
  'no-single-site': singleSiteDetail,
  'methods-agree': methodsDetail,
}

function unknownDetail(): Line {
  return line('result.check.other.detail')
}

function preTrendDetail({ check, analysis: { preTrend }, unit }: Detail): Line {
  const { reason, periods, difference } = preTrend
  if (reason !== null) return line(`result.check.pre-trend.${reason}`, { periods })
  return line('result.check.pre-trend.detail', {
    slope: rough(Math.abs(difference?.estimate ?? 0), unit),
    p: { p: numberIn(check, 'pValue') },
  })
}

function driftDetail({ analysis, unit }: Detail): Line {
  const bias = analysis.preTrend.impliedBias?.estimate ?? null
  if (bias === null) return line('result.check.outweighs-drift.open')
  return line('result.check.outweighs-drift.detail', {
    bias: roughSided(bias, ''),
    estimate: sidedOf(analysis, unit)(analysis.estimate),
  })
}

function missingDetail({ check, analysis: { dropped } }: Detail): Line {
  return line('result.check.missing-values.detail', {
    treated: { share: numberIn(check, 'treatedShare') },
    comparison: { share: numberIn(check, 'comparisonShare') },
    none: numberIn(check, 'treatedShare') + numberIn(check, 'comparisonShare') === 0 ? 'yes' : 'no',
    dropped: dropped.length,
  })
}

function sitesDetail({ analysis: { groups, smallestPossibleP } }: Detail): Line {
  const sites = { treated: groups[0].sites, comparison: groups[1].sites }
  if (smallestPossibleP === null) return line('result.check.enough-sites.detail', sites)
  return line('result.check.enough-sites.floor', { ...sites, floor: { chance: smallestPossibleP } })
}

function singleSiteDetail({ check, analysis, unit }: Detail): Line {
  const { leaveOneOut } = analysis
  const { alone } = check.values
  if (alone != null)
    return line('result.check.no-single-site.alone', { site: String(check.values['site']), group: String(alone) })
  if (leaveOneOut === null) return line('result.check.no-single-site.open')
  const { low, high, site, estimateWithout } = leaveOneOut
  if (check.passed === false)
    return line('result.check.no-single-site.failed', { site, without: sidedOf(analysis, unit)(estimateWithout) })
  // Written as the effect itself is, so that the two can be compared.
  return line('result.check.no-single-site.detail', { range: sidedRangeOf(analysis, unit)(low, high) })
}

/** Why there is one method alone. Results of earlier versions do not say. */
const oneMethod: Record<string, Line['id']> = {
  'too-few-sites': 'result.check.methods-agree.too-few-sites',
  'too-many-sites': 'result.check.methods-agree.too-many-sites',
  'no-variation': 'result.check.methods-agree.no-variation',
}

function methodsDetail({ check, analysis: { secondReading, pValue } }: Detail): Line {
  if (secondReading === null)
    return line(oneMethod[String(check.values['reason'])] ?? 'result.check.methods-agree.open')
  return line('result.check.methods-agree.detail', {
    method: secondReading.method,
    second: { p: secondReading.pValue },
    p: { p: pValue },
  })
}

function guardrailDetail({ check, analysis }: { check: Check; analysis: AnsweredAnalysis }): Line {
  const reading = analysis.guardrails.find(({ name }) => name === check.values['name'])
  if (!reading || reading.estimate === null) return line('result.check.guardrail.refused')
  const { estimate, low, high, margin } = reading
  const figures = { estimate, low, high }
  const said = { size: sidedOf(figures, '')(estimate), margin: typed(margin, '') }
  if (low === null || high === null) return line('result.check.guardrail.no-range', said)
  const worse = reading.verdict === 'safe' && reading.worse ? 'yes' : 'no'
  return line('result.check.guardrail.detail', { ...said, range: sidedRangeOf(figures, '')(low, high), worse })
}

/** A computed number that stands alone, with the word of its side. */
function roughSided(value: number, unit: string): Line {
  return line(value < 0 ? 'result.size-down' : 'result.size-up', { size: rough(Math.abs(value), unit) })
}

function numberIn({ values }: Check, name: string): number {
  return Number(values[name] ?? 0)
}
