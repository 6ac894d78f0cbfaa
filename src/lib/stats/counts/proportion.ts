/** How many of an arm's units did it: `events` of `units`, each unit once. */
export interface Proportion {
  /** Whole number in 0..units. */
  events: number
  /** The units that were randomised (people, visits, shops), not their rows. Whole number, at least 0. */
  units: number
}

/** An interval for one unknown quantity. */
export interface Interval {
  low: number
  high: number
}

/** @throws {RangeError} when `events` and `units` are not whole numbers with 0 <= events <= units. */
export function checkProportion({ events, units }: Proportion): void {
  if (!(Number.isSafeInteger(events) && Number.isSafeInteger(units) && events >= 0 && events <= units))
    throw new RangeError(`need whole numbers 0 <= events <= units, got ${events} of ${units}`)
}

/** The events and units of several arms or strata together. */
export function pooledProportion(proportions: readonly Proportion[]): Proportion {
  return proportions.reduce((sum, { events, units }) => ({ events: sum.events + events, units: sum.units + units }), {
    events: 0,
    units: 0,
  })
}

/** The smallest expected count of the table "arm by did it or not", if all arms had one proportion. 0 without arms. */
export function smallestExpectedCount(arms: readonly Proportion[]): number {
  const { events, units } = pooledProportion(arms)
  if (units === 0) return 0
  const fewest = Math.min(...arms.map((arm) => arm.units))
  return (fewest * Math.min(events, units - events)) / units
}
