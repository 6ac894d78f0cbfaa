import type { Figures } from '#platform/anywhere/figures.ts'
import { line, type Unit } from './line.ts'
import type { Question } from './result.ts'

/** How the figures of a question are written: shares in parts of a hundred, everything else as it stands. */
export interface Spoken {
  readonly factor: number
  readonly unit: Unit
}

export function spokenOf({
  metric,
  isShare = false,
}: Pick<Question, 'metric'> & Partial<Pick<Question, 'isShare'>>): Spoken {
  return isShare ? { factor: 100, unit: line('result.points') } : { factor: 1, unit: metric.unit }
}

/** Figures as they are written. 0.07 times 100 is 7, whatever binary fractions say. */
export function inSpoken({ estimate, low, high }: Figures, { factor }: Spoken): Figures {
  const times = (value: number) => scaled(value, factor)
  return { estimate: times(estimate), low: low === null ? null : times(low), high: high === null ? null : times(high) }
}

export function scaled(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12))
}
