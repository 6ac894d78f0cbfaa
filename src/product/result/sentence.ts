import { type Analysis, isRefused, type PilotAnalysis } from './analysis.ts'
import { type Line, line, sizesOf, typed } from './line.ts'
import { facing, type Question } from './result.ts'

type GuardrailReading = PilotAnalysis['guardrails'][number]

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
    const { refused, values } = analysis
    return { sentence: [line(`result.refused.${refused}`, values)], lead: [line(`result.remedy.${refused}`)] }
  }
  const main = effectLine(analysis, question)
  const harmed = analysis.guardrails.filter(({ verdict }) => verdict === 'harm')
  const first = harmed[0] ? harmLine(harmed[0]) : main
  return {
    sentence: question.planned === 'after' ? [line('result.looking-back'), first] : [first],
    lead: [
      ...(first === main ? [] : [main]),
      ...worthLines(analysis, question),
      comparedLine(analysis),
      ...(analysis.noInterval === null ? [] : [line(`result.no-interval.${analysis.noInterval}`)]),
      ...planLines(question),
    ],
  }
}

/** What every design finds, as far as its sentence needs it. */
export type EffectFound = Pick<
  PilotAnalysis,
  'estimate' | 'low' | 'high' | 'verdict' | 'worthHaving' | 'pValue' | 'smallestPossibleP' | 'confidence'
>

/** The effect on the trial's own metric. */
export function effectLine(
  analysis: EffectFound,
  { metric, worthHaving }: Pick<Question, 'metric' | 'worthHaving'>,
): Line {
  const { low, high, estimate } = facing(analysis, metric.better)
  const said = {
    metric: metric.name,
    /** Which way the metric itself went. */
    way: analysis.estimate < 0 ? 'down' : 'up',
    standing: analysis.verdict,
  }
  // "Late pick-ups came out 10 late pick-ups higher" says it twice.
  const unit = metric.unit.toLowerCase() === metric.name.toLowerCase() ? '' : metric.unit
  if (low === null || high === null) return placeboLine(analysis, said, unit)
  const size = sizesOf(analysis, unit)
  if (analysis.verdict !== 'unclear') {
    const bare = sizesOf(analysis, '')
    const [least, most] = analysis.verdict === 'better' ? [low, high] : [high, low]
    return line('result.beyond-chance', { ...said, size: size(estimate), low: bare(least), high: bare(most) })
  }
  const possible = { metric: metric.name, worse: size(low), better: size(high) }
  if (analysis.worthHaving === 'no' && worthHaving !== null)
    return line('result.less-than-worth', { ...possible, worth: typed(worthHaving, metric.unit) })
  return line('result.unclear', possible)
}

function placeboLine(analysis: EffectFound, said: Line['values'], unit: string): Line {
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
function worthLines({ worthHaving: judged, verdict }: PilotAnalysis, { worthHaving, metric }: Question): Line[] {
  // The main sentence has said it already where nothing is beyond chance.
  if (judged === null || worthHaving === null || verdict !== 'better') return []
  return [line(`result.worth.${judged}`, { worth: typed(worthHaving, metric.unit) })]
}

/** Where sites had to be left out, of how many: the plan counts those too. */
function comparedLine({ groups: [treated, comparison], periods, dropped }: PilotAnalysis): Line {
  const lost = dropped.filter((site) => site.treated).length
  const counts = {
    treated: treated.sites,
    comparison: comparison.sites,
    before: periods.before,
    after: periods.after,
  }
  if (dropped.length === 0) return line('result.compared', counts)
  return line('result.compared-some', {
    ...counts,
    allTreated: treated.sites + lost,
    allComparison: comparison.sites + dropped.length - lost,
    lost: dropped.length,
  })
}

function planLines({ planned }: Question): Line[] {
  if (planned === 'before') return []
  return [line(planned === 'after' ? 'result.plan-after' : 'result.plan-none')]
}
