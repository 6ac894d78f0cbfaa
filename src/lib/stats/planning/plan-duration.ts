export interface DurationPlan {
  /** Units needed in all arms together, positive. */
  units: number
  /** New units per period (day, week), positive. */
  perPeriod: number
  /** The part of them that takes part, in (0, 1], default 1. */
  share?: number
  /** Whole periods are run in multiples of this (7 days: every weekday as often), whole number, default 1. */
  multipleOf?: number
  /** Periods until a unit's outcome is known, default 0. */
  lag?: number
  /** The longest bearable, in periods, default none. */
  most?: number
}

export interface Duration {
  /** Periods until the result, in whole multiples plus the lag. */
  periods: number
  /** Units that will have taken part by then. */
  units: number
  /** `too-long`: more than `most`. */
  reason: 'too-long' | null
}

/**
 * How long a trial takes to gather its units.
 *
 * For new units at a steady pace. Not where the same customers come back (the first week brings most of them: count how
 * many different ones came in 1, 2, 3 weeks of history).
 *
 * @throws {RangeError} when a number is not positive or the share is outside (0, 1].
 */
export function planDuration({ units, perPeriod, share = 1, multipleOf = 1, lag = 0, most }: DurationPlan): Duration {
  if (!(units > 0 && perPeriod > 0 && units / perPeriod < Number.POSITIVE_INFINITY))
    throw new RangeError(`units and perPeriod must be positive, got ${units} and ${perPeriod}`)
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must be in (0, 1], got ${share}`)
  if (!(Number.isInteger(multipleOf) && multipleOf >= 1))
    throw new RangeError(`multipleOf must be a whole number, got ${multipleOf}`)
  if (!(lag >= 0)) throw new RangeError(`lag must be at least 0, got ${lag}`)
  const gathering = Math.ceil((units / (perPeriod * share * multipleOf)) * (1 - 1e-12)) * multipleOf
  const periods = gathering + lag
  return {
    periods,
    units: gathering * perPeriod * share,
    reason: most !== undefined && periods > most ? 'too-long' : null,
  }
}
