export interface Stakes {
  /** What one unit gains when the change works, in money or the metric's unit, at least 0. */
  gainPerUnit: number
  /** What one unit loses when it harms, at least 0. */
  lossPerUnit: number
  /** Units that get the change during the trial. */
  unitsInTrial: number
  /** Units that would get it afterwards, until somebody would notice. */
  unitsAfter: number
  /** Chance to find a change that works; chance to adopt one that harms or does nothing (the level of one side). */
  power: number
  falseAlarm: number
}

export interface CostOfBeingWrong {
  /** What the trial itself loses if the change harms: this is spent in any case. */
  duringTrial: number
  /** Expected loss after it if the change harms: rarely, it is adopted all the same. */
  adoptedInError: number
  /** Expected gain forgone if the change works: it is missed. */
  missed: number
  /** What adopting without a trial would lose if it harms. */
  withoutTrial: number
}

/**
 * What it costs to be wrong, either way, as plain arithmetic: to be set beside the cost of a longer trial.
 *
 * Each line is conditional ("if it harms", "if it works"); how likely that is, nobody knows before the trial.
 *
 * @throws {RangeError} when an amount is negative or a chance outside [0, 1].
 */
export function costOfBeingWrong({
  gainPerUnit,
  lossPerUnit,
  unitsInTrial,
  unitsAfter,
  power,
  falseAlarm,
}: Stakes): CostOfBeingWrong {
  for (const amount of [gainPerUnit, lossPerUnit, unitsInTrial, unitsAfter])
    if (!(amount >= 0 && amount < Number.POSITIVE_INFINITY))
      throw new RangeError(`amounts must be at least 0, got ${amount}`)
  for (const chance of [power, falseAlarm])
    if (!(chance >= 0 && chance <= 1)) throw new RangeError(`chances must be in [0, 1], got ${chance}`)
  return {
    duringTrial: lossPerUnit * unitsInTrial,
    adoptedInError: falseAlarm * lossPerUnit * unitsAfter,
    missed: (1 - power) * gainPerUnit * unitsAfter,
    withoutTrial: lossPerUnit * (unitsInTrial + unitsAfter),
  }
}
