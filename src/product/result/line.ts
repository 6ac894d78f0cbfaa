import { decimalsOf, type Figures, writeFixed } from '#platform/anywhere/figures.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import type { Language, MessageId, Say } from '#platform/anywhere/message.ts'

/** A size in a unit, with as many decimals as its neighbours; a p-value with its sign of relation, or a share in [0, 1]. */
export type Written = Size | { readonly p: number } | { readonly chance: number } | { readonly share: number }

interface Size {
  readonly size: number
  readonly decimals: number
  readonly unit: Unit
}

/** As somebody typed it ("boxes"), or one of our own words ("percentage points"). Empty: a bare number. */
export type Unit = string | Line

/** A sentence that is settled, but not yet said in anybody's language. */
export interface Line {
  readonly id: MessageId
  /** A bare number counts something and picks the plural; every other number is written as its kind asks. */
  readonly values: Readonly<Record<string, string | number | Written | Line>>
}

export function line(id: MessageId, values: Line['values'] = {}): Line {
  return { id, values }
}

/** Writes sizes of one interval, all with the same decimals, with their signs. */
export function signedOf(figures: Figures, unit: Unit): (value: number) => Size {
  const decimals = decimalsOf(figures)
  return (size) => ({ size, decimals, unit })
}

/** The same without a sign: the words say which way. */
export function sizesOf(figures: Figures, unit: Unit): (value: number) => Size {
  const signed = signedOf(figures, unit)
  return (value) => signed(Math.abs(value))
}

/** Writes an effect with the word of its side: "3.1 h lower". Exactly zero has no side. */
export function sidedOf(figures: Figures, unit: Unit): (value: number) => Line | Size {
  const size = sizesOf(figures, unit)
  return (value) =>
    value === 0 ? size(0) : line(value < 0 ? 'result.size-down' : 'result.size-up', { size: size(value) })
}

/** Writes a range of effects as the headline does, the smaller size first: "6.6 to 13.7 higher", "1 lower to 2 higher". */
export function sidedRangeOf(figures: Figures, unit: Unit): (low: number, high: number) => Line {
  const [size, bare] = [sizesOf(figures, unit), sizesOf(figures, '')]
  return (low, high) => {
    if (low < 0 && high > 0) return line('result.range-both', { low: size(low), high: size(high) })
    const [least, most] = high <= 0 ? [high, low] : [low, high]
    return line(high <= 0 ? 'result.range-down' : 'result.range-up', { low: bare(least), high: size(most) })
  }
}

/** A number that somebody typed, such as a margin: nothing of it is rounded away. */
export function typed(value: number, unit: Unit): Size {
  const decimals = Math.min(12, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0)
  return { size: value, decimals, unit }
}

/** A computed number that stands alone: three digits say enough. */
export function rough(value: number, unit: Unit): Size {
  const digits = Number(value.toPrecision(3))
  return { ...typed(digits, unit), size: digits }
}

export function sayLine({ id, values }: Line, say: Say, language: Language): string {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value !== 'object' ? value : sayWritten(value, say, language),
  ])
  return say(id, Object.fromEntries(written))
}

/** A line, or a number by itself. */
export function sayWritten(value: Line | Written, say: Say, language: Language): string {
  return 'id' in value ? sayLine(value, say, language) : write(value, say, language)
}

export function sayLines(lines: readonly Line[], say: Say, language: Language): string {
  return lines.map((each) => sayLine(each, say, language)).join(' ')
}

function write(value: Written, say: Say, language: Language): string {
  if ('share' in value) return formatShare(value.share, language)
  if ('chance' in value) return formatNumber(value.chance, language, 2)
  if ('p' in value) return writeP(value.p, language)
  const { size, decimals, unit } = value
  return withUnit(writeFixed(size, decimals, language), typeof unit === 'string' ? unit : sayLine(unit, say, language))
}

/** "= 0.043". Below one in a thousand the exact size tells nobody anything: "< 0.001". */
function writeP(p: number, language: Language): string {
  return p < 0.001 ? `<\u00a0${formatNumber(0.001, language)}` : `=\u00a0${formatNumber(p, language, 2)}`
}

/** The space does not break. A metric without a unit (the command line knows none) is a bare number. */
function withUnit(number: string, unit: string): string {
  return unit === '' ? number : `${number}\u00a0${unit}`
}
