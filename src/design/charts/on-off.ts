import type { Values } from './series.ts'

/** Neighbouring periods in one state. */
export interface Stretch {
  /** From the beginning of this period to the beginning of that one. */
  from: number
  to: number
  isOn: boolean
  /** Of the values that count; null where none does. */
  mean: number | null
  /** Periods at the beginning of windows in which the window before may still work. */
  leftOut: readonly number[]
}

/** The stretches of a schedule, with their means; periods outside of it belong to none. */
export function onOffStretches(
  { on, values }: { on: readonly (boolean | null)[]; values: Values },
  { windowLength, carryOver }: { windowLength: number; carryOver: number },
): Stretch[] {
  const first = on.findIndex((each) => each !== null)
  const stretches: { from: number; to: number; isOn: boolean; sum: number; count: number; leftOut: number[] }[] = []
  on.forEach((isOn, period) => {
    if (isOn === null) return
    let last = stretches.at(-1)
    if (!last || last.isOn !== isOn || last.to !== period) {
      last = { from: period, to: period, isOn, sum: 0, count: 0, leftOut: [] }
      stretches.push(last)
    }
    last.to = period + 1
    const value = values[period] ?? null
    if ((period - first) % windowLength < carryOver) last.leftOut.push(period)
    else if (value !== null) {
      last.sum += value
      last.count += 1
    }
  })
  return stretches.map(({ sum, count, ...stretch }) => ({ ...stretch, mean: count === 0 ? null : sum / count }))
}
