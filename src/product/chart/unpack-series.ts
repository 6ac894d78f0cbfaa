import type { SeriesPoint } from './draw-series.ts'

const dayMs = 86_400_000

export interface Packed {
  /** Days since 1970-01-01, four bytes each, the high one first. */
  ons: Buffer
  /** Eight bytes each, the high one first. */
  values: Buffer
  /** The same; NaN where there is none. */
  denominators: Buffer
}

/** Series share their days: each is written out once. */
const days = new Map<number, string>()
const daysMost = 100_000

export function unpackSeries({ ons, values, denominators }: Packed): SeriesPoint[] {
  const points: SeriesPoint[] = []
  for (let at = 0; at < ons.length / 4; at++) {
    const denominator = denominators.readDoubleBE(at * 8)
    points.push({
      on: dayText(ons.readInt32BE(at * 4)),
      value: values.readDoubleBE(at * 8),
      denominator: Number.isNaN(denominator) ? null : denominator,
    })
  }
  return points
}

function dayText(number: number): string {
  const known = days.get(number)
  if (known !== undefined) return known
  if (days.size >= daysMost) days.clear()
  const text = new Date(number * dayMs).toISOString().slice(0, 10)
  days.set(number, text)
  return text
}
