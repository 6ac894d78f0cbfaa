import { type DonorPanel, type DonorRefusal, donorRefusal } from './donor-panel.ts'
import { mixDonors } from './mix-donors.ts'

export interface LeaveOneDonorOut {
  /** One per donor with weight, the heaviest first: the estimate without it, in the unit of the metric. */
  without: { name: string; weight: number; estimate: number; rmspeBefore: number }[]
  /** Smallest and largest of those and the full estimate; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  reason: DonorRefusal | null
}

/**
 * How far the estimate hangs on single donors: the mixture fitted anew without each donor that has weight.
 *
 * Not an interval: it says nothing about chance. A donor without weight changes nothing and is left out.
 *
 * @throws {RangeError} when the panel is malformed (see `donorRefusal`).
 * @see Abadie, Diamond & Hainmueller (2015), American Journal of Political Science 59, 495-510, section 4.
 */
export function leaveOneDonorOut(panel: DonorPanel): LeaveOneDonorOut {
  const reason = donorRefusal(panel)
  if (reason) return { without: [], low: null, high: null, reason }
  const { weights, estimate } = mixDonors(panel)
  const without = panel.donors
    .map(({ name }, j) => ({ name, weight: weights[j] as number }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name, weight }) => {
      const left = mixDonors({ ...panel, donors: panel.donors.filter((donor) => donor.name !== name) })
      return { name, weight, estimate: left.estimate, rmspeBefore: left.rmspeBefore }
    })
  const estimates = [estimate, ...without.map((each) => each.estimate)]
  return { without, low: Math.min(...estimates), high: Math.max(...estimates), reason: null }
}
