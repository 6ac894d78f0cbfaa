import { formatNumber } from '#platform/anywhere/format.ts'
import { type Language, localeOf } from '#platform/anywhere/message.ts'

export type Span = readonly [low: number, high: number]

/** From a value to a place on the paper. */
export type Scale = (value: number) => number

/** A straight scale. A domain without width lands in the middle of the range. */
export function linear([d0, d1]: Span, [r0, r1]: Span): Scale {
  if (d0 === d1) return () => (r0 + r1) / 2
  return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0)
}

/**
 * The step between round numbers (1, 2 or 5 times a power of ten) that cuts a span into about `count` pieces.
 * @throws {RangeError} when the span is not a positive finite number.
 * @see D3, d3-array `tickStep`: the same thresholds, the square roots of 50, 10 and 2.
 */
export function roundStep(span: number, count: number): number {
  if (!(span > 0 && span < Infinity)) throw new RangeError(`span must be positive and finite, got ${span}`)
  const raw = span / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(raw))
  const rest = raw / power
  const factor = rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.SQRT2 ? 2 : 1
  return factor * power
}

export interface Ticks {
  /** The span, widened to round numbers. */
  domain: Span
  /** The round numbers in it, both ends included. */
  at: readonly number[]
  step: number
}

/** A span widened to round ends, and the round numbers in it. A span without width gets some. */
export function roundTicks([low, high]: Span, count: number): Ticks {
  const span = high - low || Math.abs(low) || 1
  const [from, to] = high === low ? [low - span / 2, high + span / 2] : [low, high]
  const step = roundStep(to - from, count)
  // A hair of tolerance, so that 0.30000000000000004 does not ask for one more step.
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  const at = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step))
  return { domain: [tidy(first * step), tidy(last * step)], at, step }
}

/** A tick's number in words, with just the decimals that the step needs. */
export function tickText(value: number, step: number, language: Language): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const whole = Math.abs(value) >= 1 ? Math.floor(Math.log10(Math.abs(value)) + 1e-9) + 1 : 0
  return formatNumber(tidy(value), language, Math.max(1, whole + decimals))
}

/** A number with exactly `decimals` decimals: numbers below each other that are compared. Written with its sign when asked. */
export function fixedText(value: number, decimals: number, language: Language, withSign = false): string {
  const text = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: withSign ? 'exceptZero' : 'negative',
  }).format(value)
  return text.replace('-', '−')
}

/** How many decimals show two digits of the largest of these numbers. */
export function decimalsOf(values: Iterable<number | null>): number {
  const span = extent(values)
  const largest = span ? Math.max(Math.abs(span[0]), Math.abs(span[1])) : 0
  return largest > 0 ? Math.max(0, 1 - Math.floor(Math.log10(largest) + 1e-9)) : 0
}

/** Lowest and highest of the numbers that are there; null when none is. */
export function extent(values: Iterable<number | null>): Span | null {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return low > high ? null : [low, high]
}

function tidy(value: number): number {
  return Number(value.toPrecision(12)) || 0
}
