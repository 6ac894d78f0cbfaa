/** Events over a known exposure: complaints in 310 shop-days, stops in 1,240 machine-hours. */
export interface Rate {
  /** Whole number, at least 0; one unit may have several. */
  events: number
  /** Time, units or volume in which they could happen, in any unit, at least 0. */
  exposure: number
}

/** @throws {RangeError} when events are no whole number or the exposure is negative or not finite. */
export function checkRate({ events, exposure }: Rate): void {
  if (!(Number.isSafeInteger(events) && events >= 0))
    throw new RangeError(`events must be a whole number, at least 0, got ${events}`)
  if (!(exposure >= 0 && exposure < Number.POSITIVE_INFINITY))
    throw new RangeError(`exposure must be at least 0 and finite, got ${exposure}`)
  if (exposure === 0 && events > 0) throw new RangeError(`${events} events need an exposure above 0`)
}
