import type { MessageValues, Say } from '#platform/anywhere/message.ts'
import type { ChartSignal, Step } from './chart.ts'

/** Why a pattern is one, in words: "7 weeks in a row below the mean". */
export function saySignal(
  say: Say,
  { rule, direction, count }: Pick<ChartSignal, 'rule' | 'direction' | 'count'>,
  every: Step,
): string {
  const values: MessageValues = { count, every, direction: direction ?? 'none' }
  return say(`chart.signal.${rule}`, values)
}
