/** One place, team or shop: what it was given, and what was measured there. */
export interface PanelSite {
  /** Unique within the panel, not empty. */
  name: string
  /** Whether this site got the change. */
  treated: boolean
  /** One value per period, oldest first, in the unit of the metric; null where nothing was measured. */
  values: readonly (number | null)[]
}

/** A value for every site and period of a pilot: all sites share the periods and the start. */
export interface Panel {
  sites: readonly PanelSite[]
  /** Index of the first treated period, included: periods 0 to since - 1 lie before the change. Whole number. */
  since: number
}

/** Larger than any measure of the world, and far from the overflow of a square. */
const LARGEST = 1e100

/**
 * The number of periods of `panel`, once it is known to be well formed. 0 when there are no sites.
 *
 * A start outside the periods is possible input, not malformed: callers refuse it with a code of their own.
 *
 * @throws {RangeError} when names are empty or repeated, sites differ in their number of periods, `since` is not a
 *   whole number, or a value is neither null nor a number of size at most 1e100.
 */
export function periodsOf({ sites, since }: Panel): number {
  if (!Number.isInteger(since)) throw new RangeError(`since must be a whole number, got ${since}`)
  const periods = sites[0]?.values.length ?? 0
  const names = new Set<string>()
  for (const { name, values } of sites) {
    if (name === '' || names.has(name)) throw new RangeError(`site names must be unique and not empty, got "${name}"`)
    names.add(name)
    if (values.length !== periods)
      throw new RangeError(`every site needs ${periods} periods, "${name}" has ${values.length}`)
    for (const value of values)
      if (value !== null && !(Math.abs(value) <= LARGEST))
        throw new RangeError(`values must be null or numbers of size at most 1e100, "${name}" has ${value}`)
  }
  return periods
}
