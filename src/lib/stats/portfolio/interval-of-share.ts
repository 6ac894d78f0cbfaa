import { betaQuantile, betaUpperQuantile } from '../distribution/beta.ts'
import { requireConfidence } from '../means/require-confidence.ts'

/**
 * The exact interval of a share, `yes` of `of`: Clopper and Pearson's. `of` at least 1.
 *
 * @see Clopper & Pearson (1934), Biometrika 26, 404-413.
 */
export function intervalOfShare(yes: number, of: number, confidence: number): { low: number; high: number } {
  requireConfidence(confidence)
  const tail = (1 - confidence) / 2
  return {
    low: yes === 0 ? 0 : betaQuantile(tail, yes, of - yes + 1),
    high: yes === of ? 1 : betaUpperQuantile(tail, yes + 1, of - yes),
  }
}
