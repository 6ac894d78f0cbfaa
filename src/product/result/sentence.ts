import { type Analysis, type AnsweredAnalysis, isRefused } from './analysis.ts'
import type { GuardrailReading } from './analysis-parts.ts'
import { comparedLines } from './compared-lines.ts'
import { type Line, line, sizesOf, typed } from './line.ts'
import type { PilotAnalysis } from './pilot-analysis.ts'
import { facing, type Question } from './result.ts'
import { inSpoken, scaled, spokenOf } from './spoken.ts'

/** A result in words: one honest sentence, and the second line under it. */
export interface Told {
  /** The headline. Two lines only where the first is "Looking back:". */
  readonly sentence: readonly Line[]
  readonly lead: readonly Line[]
}

/**
 * What a trial showed, as its page, the command line and the report all say it. Harm to a guardrail is said first.
 * "No effect" is never said: an interval around zero says what is still possible, and a placebo test its chance and the
 * smallest chance that these sites could show at all.
 */
export function sentenceOf(analysis: Analysis, question: Question): Told {
  if (isRefused(analysis)) {
    const { refused, values, design = 'pilot' } = analysis
    const code = refused === 'no-variation' && design !== 'pilot' ? 'no-noise' : refused
    return { sentence: [line(`result.refused.${code}`, values)], lead: [line(`result.remedy.${code}`)] }
  }
  const main = isMismatched(analysis) ? line('result.no-winner') : effectLine(analysis, question, contrastOf(analysis))
  const harmed = analysis.guardrails.filter(({ verdict }) => verdict === 'harm')
  const first = harmed[0] ? harmLine(harmed[0]) : main
  return {
    sentence: question.planned === 'after' ? [line('result.looking-back'), first] : [first],
    lead: [
      ...(first === main ? [] : [main]),
      ...worthLines(analysis, question),
      ...comparedLines(analysis, question),
      ...associationLines(analysis),
      ...noIntervalLines(analysis),
      ...planLines(analysis, question),
    ],
  }
}

/** Something other than chance chose who was counted: until that is found, nothing has won. */
export function isMismatched({ checks }: AnsweredAnalysis): boolean {
  return checks.some(({ code, passed }) => code === 'sample-ratio' && passed === false)
}

/** What the figures with the change are held against. */
type Contrast = { readonly design: 'other' | 'series' | 'switchback' | 'split' } & Record<
  'treated' | 'comparison',
  string
>

function contrastOf(analysis: AnsweredAnalysis): Contrast {
  const names = { treated: '', comparison: '' }
  if (analysis.design === 'before-after') return { design: 'series', ...names }
  if (analysis.design === 'switchback') return { design: 'switchback', ...names }
  if (analysis.design !== 'split') return { design: 'other', ...names }
  const [treated, comparison] = analysis.groups
  return { design: 'split', treated: treated?.name ?? '', comparison: comparison?.name ?? '' }
}

const nobody: Contrast = { design: 'other', treated: '', comparison: '' }

/** What every design finds, as far as its sentence needs it. */
export type EffectFound = Pick<
  PilotAnalysis,
  'estimate' | 'low' | 'high' | 'verdict' | 'worthHaving' | 'pValue' | 'smallestPossibleP' | 'confidence'
>

/** The effect on the trial's own metric. */
export function effectLine(
  analysis: EffectFound,
  asked: Pick<Question, 'metric' | 'worthHaving'> & Partial<Pick<Question, 'isShare'>>,
  contrast: Contrast = nobody,
): Line {
  const { metric, worthHaving } = asked
  const spoken = spokenOf(asked)
  const figures = inSpoken(analysis, spoken)
  const { low, high, estimate } = facing(figures, metric.better)
  const said = {
    metric: metric.name,
    /** Which way the metric itself went. */
    way: analysis.estimate < 0 ? 'down' : 'up',
    standing: analysis.verdict,
    ...contrast,
  }
  // "Late pick-ups came out 10 late pick-ups higher" says it twice.
  const unit = metric.unit.toLowerCase() === metric.name.toLowerCase() && !asked.isShare ? '' : spoken.unit
  if (low === null || high === null) return placeboLine({ ...analysis, ...figures }, said, unit)
  const size = sizesOf(figures, unit)
  if (analysis.verdict !== 'unclear') {
    const bare = sizesOf(figures, '')
    const [least, most] = analysis.verdict === 'better' ? [low, high] : [high, low]
    return line('result.beyond-chance', { ...said, size: size(estimate), low: bare(least), high: bare(most) })
  }
  const possible = { metric: metric.name, worse: size(low), better: size(high) }
  if (analysis.worthHaving === 'no' && worthHaving !== null)
    return line('result.less-than-worth', { ...possible, worth: worthOf(worthHaving, asked) })
  return line('result.unclear', possible)
}

function worthOf(worth: number, asked: Parameters<typeof effectLine>[1]) {
  const { factor, unit } = spokenOf(asked)
  return typed(scaled(worth, factor), unit)
}

function placeboLine(analysis: EffectFound, said: Line['values'], unit: Parameters<typeof sizesOf>[1]): Line {
  const { pValue, smallestPossibleP, confidence, verdict } = analysis
  const floor = smallestPossibleP ?? 0
  const size = sizesOf({ estimate: analysis.estimate, low: null, high: null }, unit)(analysis.estimate)
  const values = { ...said, size, p: { p: pValue }, floor: { chance: floor } }
  if (verdict !== 'unclear') return line('result.placebo.beyond-chance', values)
  return line(isBlind(floor, confidence) ? 'result.placebo.blind' : 'result.placebo.unclear', values)
}

/** Even the clearest effect could not have been told from chance. Counts over counts carry rounding. */
function isBlind(floor: number, confidence: number): boolean {
  return floor > (1 - confidence) * (1 + 1e-9)
}

function harmLine({ name, estimate, low, high, better, margin }: GuardrailReading): Line {
  const figures = facing({ estimate: estimate ?? 0, low, high }, better)
  const size = sizesOf(figures, '')
  const said = { guardrail: name, size: size(figures.estimate), margin: typed(margin, '') }
  if (figures.low === null || figures.high === null) return line('result.guardrail-harm', said)
  return line('result.guardrail-harm-range', { ...said, low: size(figures.high), high: size(figures.low) })
}

/** Whether the effect is large enough, where somebody said beforehand what large enough is. */
function worthLines({ worthHaving: judged, verdict }: AnsweredAnalysis, question: Question): Line[] {
  const { worthHaving } = question
  // The main sentence has said it already where nothing is beyond chance.
  if (judged === null || worthHaving === null || verdict !== 'better') return []
  return [line(`result.worth.${judged}`, { worth: worthOf(worthHaving, question) })]
}

/** Groups that nobody drew, and that have no time before: what else tells them apart cannot be taken off. */
function associationLines({ gradeReasons }: AnsweredAnalysis): Line[] {
  return gradeReasons.some(({ code }) => code === 'split-chosen') ? [line('result.association')] : []
}

function noIntervalLines(analysis: AnsweredAnalysis): Line[] {
  if (analysis.low !== null) return []
  if ('noInterval' in analysis)
    return analysis.noInterval === null ? [] : [line(`result.no-interval.${analysis.noInterval}`)]
  return [line(analysis.method === 'synthetic-control' ? 'result.no-interval.mixture' : 'result.no-interval.floor')]
}

function planLines({ design }: AnsweredAnalysis, { planned }: Question): Line[] {
  if (planned === 'before') return []
  // One series is C at best, whenever its plan was written.
  if (design === 'before-after') return [line('result.plan-after-series')]
  return [line(planned === 'after' ? 'result.plan-after' : 'result.plan-none')]
}
