import { futilityBounds } from './futility-bounds.ts'
import { scheduledBounds } from './scheduled-bounds.ts'

/** What one look of a schedule may show and conclude. */
export interface PlannedLook {
  /** 1 is the first. */
  look: number
  /** Of the planned periods, in (0, 1]; 1 is the end. */
  fraction: number
  /**
   * Of the interval, and for the test, at this look: with it, all looks of the schedule together err with the planned
   * chance. Null where it would be so near to 1 that the interval says nothing: too early to tell.
   */
  confidence: number | null
  /** z (better is positive) at or below this: giving up is cheap. Null at the end, and where there is nothing to spend. */
  futileAt: number | null
  /**
   * The one-sided p-value at or below which harm stops here: the same caution at every look, so that harm is seen while
   * there is something to save. All looks together err with half of what the intervals may, on the one side that matters.
   */
  harmLevel: number
}

export interface LookScheduleOptions {
  /** Of all looks together, in (0, 1), default 0.95. */
  readonly confidence?: number
  /** The chance of finding the planned effect although futile trials are stopped, in (0.5, 1), default 0.8. */
  readonly power?: number
}

/** A p-value this small says less of the effect than of the model. */
const LEAST_LEVEL = 1e-6

/** Futility binds nobody, so it need not be exact: computed at so many looks, and between them along a line. */
const FUTILITY_LOOKS = 12

/**
 * The looks of a trial that is looked at with every period: how sure each interval must be, so that whoever looks every day
 * and stops when they like is wrong no more often than whoever looks once. O'Brien-Fleming type spending: cautious at
 * first, and at the end nearly as narrow as if nobody had looked. Harm has a level of its own (Pocock type): it must be
 * seen early, and a false alarm costs less than a harm that goes on.
 *
 * Give the analysis of any design the look's `confidence`: its intervals are then repeated confidence intervals. Made
 * for figures that come at an even pace. With a baseline, or with noise that stays with a site, looks are more alike than
 * the schedule supposes, and it errs on the safe side. Futility does not bind: going on in spite of it costs no error.
 *
 * @param looks Whole number, 1 to 1,000: the periods that the trial is planned to run.
 * @throws {RangeError} when `looks` is out of range, or an option is.
 * @see Jennison & Turnbull (1989), Journal of the Royal Statistical Society B 51, 305-361 (repeated confidence
 *   intervals); Lan & DeMets (1983), Biometrika 70, 659-663; futilityBounds.
 */
export function lookSchedule(
  looks: number,
  { confidence = 0.95, power = 0.8 }: LookScheduleOptions = {},
): PlannedLook[] {
  if (!Number.isInteger(looks) || looks < 1 || looks > 1000)
    throw new RangeError(`looks must be a whole number in 1..1000, got ${looks}`)
  const fractions = Array.from({ length: looks }, (_, at) => (at + 1) / looks)
  const bounds = scheduledBounds(fractions, { confidence })
  const harm = scheduledBounds(fractions, { confidence: (1 + confidence) / 2, sides: 1, spending: 'pocock' })
  const futileAt = futilityLine(looks, (1 + confidence) / 2, power)
  return bounds.map(({ fraction, level }, at) => ({
    look: at + 1,
    fraction,
    confidence: level === null || level < LEAST_LEVEL ? null : 1 - level,
    futileAt: at === looks - 1 ? null : futileAt(fraction),
    harmLevel: harm[at]?.level ?? 0,
  }))
}

/** The futility bound by fraction: straight lines of the score (z times the root of the fraction) between a few looks. */
function futilityLine(looks: number, confidence: number, power: number): (fraction: number) => number | null {
  const count = Math.min(looks, FUTILITY_LOOKS)
  if (count < 2) return () => null
  const fractions = Array.from({ length: count }, (_, at) => (at + 1) / count)
  const { looks: bounds } = futilityBounds(fractions, { confidence, power })
  const scores = bounds.map(({ lower, fraction }) => (lower === null ? null : lower * Math.sqrt(fraction)))
  return (fraction) => {
    const place = fraction * count - 1
    const before = Math.floor(place + 1e-9)
    const [from, to] = [scores[before] ?? null, scores[Math.min(before + 1, count - 1)] ?? null]
    if (from === null || to === null) return null
    return (from + (to - from) * (place - before)) / Math.sqrt(fraction)
  }
}
