/** A treated unit, the units that never got the change, and the periods they share. */
export interface DonorPanel {
  /** One value per period, oldest first, in the unit of the metric. */
  treated: readonly number[]
  /** At least two; names unique and not empty. */
  donors: readonly { name: string; values: readonly number[] }[]
  /** Index of the first treated period, included. Whole number. */
  since: number
}

/** Why there is no synthetic unit. */
export type DonorRefusal = 'too-few-donors' | 'too-few-periods-before' | 'no-periods-after'

/** Fewer donors than this are no mixture: the smallest possible p of their placebos is over 1 in 6. */
export const LEAST_DONORS = 5

/**
 * Null when the panel can be used, or why not: under 5 donors, under 2 periods before the start, none after.
 *
 * @throws {RangeError} when names are empty or repeated, units differ in their periods, a value is not a number of size
 *   at most 1e100 (leave units with gaps out), or since is not a whole number of at least 0.
 */
export function donorRefusal({ treated, donors, since }: DonorPanel): DonorRefusal | null {
  if (!(Number.isInteger(since) && since >= 0)) throw new RangeError(`since must be a whole number, got ${since}`)
  const names = new Set<string>()
  for (const { name, values } of [{ name: ' ', values: treated }, ...donors]) {
    if (name === '' || names.has(name)) throw new RangeError(`donor names must be unique and not empty, got "${name}"`)
    names.add(name)
    if (values.length !== treated.length)
      throw new RangeError(`every donor needs ${treated.length} periods, "${name}" has ${values.length}`)
    for (const value of values)
      if (!(Math.abs(value) <= 1e100))
        throw new RangeError(`values must be numbers of size at most 1e100, got ${value}`)
  }
  if (donors.length < LEAST_DONORS) return 'too-few-donors'
  if (since < 2) return 'too-few-periods-before'
  return since >= treated.length ? 'no-periods-after' : null
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] as number
  return sum / values.length
}

/** Root mean square. */
export function rootMeanSquare(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return 0
  return largest * Math.sqrt(meanOf(values.map((value) => (value / largest) ** 2)))
}
