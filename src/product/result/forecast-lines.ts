import type { Figures } from '#platform/anywhere/figures.ts'
import type { AnsweredAnalysis } from './analysis.ts'
import type { Expected } from './expected.ts'
import { type Line, line, typed, type Unit } from './line.ts'
import { effectOf, facing, type Question } from './result.ts'
import { isMismatched } from './sentence.ts'
import { inSpoken, spokenOf } from './spoken.ts'

/**
 * How an expectation turned out. `right`: what was found lies in it. `possible`: it is not ruled out. `more`, `less`: more,
 * or less, was expected than fits the figures. `open`: the figures hold nobody to anything.
 */
export type Foreseen = 'right' | 'possible' | 'more' | 'less' | 'open'

/** Whether an expectation agrees with an effect, both with better as positive. */
export function foreseen({ low, high }: Pick<Expected, 'low' | 'high'>, found: Figures): Foreseen {
  if (low <= found.estimate && found.estimate <= high) return 'right'
  // Without an interval nothing says how far beside the estimate is still possible.
  if (found.low === null || found.high === null) return 'open'
  if (high < found.low) return 'less'
  return low > found.high ? 'more' : 'possible'
}

/** One expectation and what became of it. */
export interface ForecastTold {
  readonly name: string | null
  readonly outcome: Foreseen
  readonly figures: Figures
  readonly range: Line
  readonly says: Line
}

export interface ForecastsTold {
  /** How many were right, or which way most were wrong. */
  readonly sentence: Line
  /** As they were written down. */
  readonly each: readonly ForecastTold[]
}

/** Who expected what, and who was right. Null where nobody said anything. */
export function forecastLines(
  analysis: AnsweredAnalysis,
  question: Question,
  expected: readonly Expected[],
): ForecastsTold | null {
  const found = effectOf(analysis, question.metric.better)
  if (found === null || expected.length === 0) return null
  // Groups of the wrong size have no winner; then nobody has foreseen it either.
  const outcomeOf = (one: Expected) => (isMismatched(analysis) ? 'open' : foreseen(one, found))
  const each = expected.map((one) => {
    const outcome = outcomeOf(one)
    return { name: one.name, outcome, ...spokenRange(one, question), says: line(`result.foreseen.${outcome}`) }
  })
  return { sentence: sentenceFor(each.map(({ outcome }) => outcome)), each }
}

function spokenRange({ low, high }: Expected, question: Question): { figures: Figures; range: Line } {
  const spoken = spokenOf(question)
  const { better } = question.metric
  const figures = inSpoken({ estimate: (low + high) / 2, low, high }, spoken)
  // The words are the metric's own, as in the headline.
  const worded = facing(figures, better)
  return { figures, range: typedRange(worded.low ?? 0, worded.high ?? 0, spoken.unit) }
}

/** As somebody typed it, with the word of its side: "6 to 9 boxes higher". */
function typedRange(low: number, high: number, unit: Unit): Line {
  const size = (value: number) => typed(Math.abs(value), unit)
  if (low === 0 && high === 0) return line('result.forecast-nothing')
  if (low === high) return line(low < 0 ? 'result.size-down' : 'result.size-up', { size: size(low) })
  if (low < 0 && high > 0) return line('result.range-both', { low: size(low), high: size(high) })
  const [least, most] = high <= 0 ? [high, low] : [low, high]
  const said = { low: typed(Math.abs(least), ''), high: size(most) }
  return line(high <= 0 ? 'result.range-down' : 'result.range-up', said)
}

/** Of equally many, the kinder one is said first. */
const order = ['right', 'possible', 'more', 'less', 'open'] as const

function sentenceFor(outcomes: readonly Foreseen[]): Line {
  const countOf = (one: Foreseen) => outcomes.filter((outcome) => outcome === one).length
  const most = order.reduce((first, next) => (countOf(next) > countOf(first) ? next : first))
  const [count, all] = [countOf(most), outcomes.length]
  const right = most === 'right' || count === all ? 0 : countOf('right')
  return line(`result.forecasts.${most}`, { count, all, isAll: count === all ? 'yes' : 'no', right })
}
