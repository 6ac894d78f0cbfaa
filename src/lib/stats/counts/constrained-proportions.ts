import type { Proportion } from './proportion.ts'

/** The likeliest proportions of two arms under a hypothesis, as shares in [0, 1]. */
export interface ConstrainedProportions {
  treated: number
  comparison: number
}

/**
 * The likeliest proportions of two arms that differ by exactly `difference`. Relative accuracy about 1e-12.
 *
 * Their cubic has a closed form that loses digits where two roots meet (none of n in both arms): it serves as a start, and
 * Newton steps on the score, which is monotone, restore them.
 *
 * @param difference Treated less comparison, in [-1, 1].
 * @see Miettinen & Nurminen (1985), Statistics in Medicine 4, 213-226, appendix I; Farrington & Manning (1990).
 */
export function proportionsAtDifference(
  treated: Proportion,
  comparison: Proportion,
  difference: number,
): ConstrainedProportions {
  const [x1, n1, x2, n2] = [treated.events, treated.units, comparison.events, comparison.units]
  const [least, most] = [Math.max(0, -difference), Math.min(1, 1 - difference)]
  if (least >= most) return { treated: least + difference, comparison: least }
  if (difference === 0) return { treated: (x1 + x2) / (n1 + n2), comparison: (x1 + x2) / (n1 + n2) }
  // Both proportions are passed: at an end one of them is exactly 0 or 1, which their sum may miss by rounding.
  const slope = (p1: number, p2: number) =>
    (x1 && x1 / p1) - (n1 - x1 && (n1 - x1) / (1 - p1)) + (x2 && x2 / p2) - (n2 - x2 && (n2 - x2) / (1 - p2))
  const [start, end] =
    difference > 0
      ? [
          { treated: difference, comparison: 0 },
          { treated: 1, comparison: most },
        ]
      : [
          { treated: 0, comparison: least },
          { treated: 1 + difference, comparison: 1 },
        ]
  // The slope falls: at an end where it already points outwards, that end is the likeliest.
  if (slope(start.treated, start.comparison) <= 0) return start
  if (slope(end.treated, end.comparison) >= 0) return end
  let [low, high] = [least, most]
  let p = Math.min(most, Math.max(least, cubicRoot(treated, comparison, difference)))
  for (let step = 0; step < 100; step++) {
    if (!(p > low && p < high)) p = (low + high) / 2
    const treatedShare = Math.min(1, Math.max(0, p + difference))
    const here = slope(treatedShare, p)
    if (here > 0) low = p
    else high = p
    const curvature =
      (x1 && x1 / treatedShare ** 2) +
      (n1 - x1 && (n1 - x1) / (1 - treatedShare) ** 2) +
      (x2 && x2 / p ** 2) +
      (n2 - x2 && (n2 - x2) / (1 - p) ** 2)
    const next = p + here / curvature
    if (Math.abs(next - p) <= 1e-15 * p || low === high) break
    p = next
  }
  p = Math.min(most, Math.max(least, p))
  return { treated: Math.min(1, Math.max(0, p + difference)), comparison: p }
}

function cubicRoot(treated: Proportion, comparison: Proportion, d: number): number {
  const [x1, n1, x2, n2] = [treated.events, treated.units, comparison.events, comparison.units]
  const n = n1 + n2
  const c2 = ((n2 + n) * d - n - x1 - x2) / n
  const c1 = ((n2 * d - n - 2 * x2) * d + x1 + x2) / n
  const c0 = (x2 * d * (1 - d)) / n
  const third = c2 / 3
  const q = third ** 3 - (c1 * c2) / 6 + c0 / 2
  const size = Math.sign(q) * Math.sqrt(Math.max(0, third ** 2 - c1 / 3))
  const cosine = size === 0 ? 0 : Math.min(1, Math.max(-1, q / size ** 3))
  return 2 * size * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third
}

/**
 * The likeliest proportions of two arms whose ratio is exactly `ratio` (treated over comparison).
 *
 * @param ratio Positive and finite.
 * @see Miettinen & Nurminen (1985), appendix I; Koopman (1984), Biometrics 40, 513-517.
 */
export function proportionsAtRatio(treated: Proportion, comparison: Proportion, ratio: number): ConstrainedProportions {
  const [x1, n1, x2, n2] = [treated.events, treated.units, comparison.events, comparison.units]
  // (n1 + n2) ratio p² - b p + c = 0; its smaller root, as a quotient that does not cancel.
  const b = (n1 + x2) * ratio + n2 + x1
  const c = x1 + x2
  // b² - 4ac, rearranged as a sum of parts that are not negative: nothing cancels where the roots meet.
  const across = (n1 + x2) * ratio - (n2 + x1)
  const between = 4 * ratio * (n1 - x1) * (n2 - x2)
  const p = (2 * c) / (b + Math.sqrt(Math.max(0, across * across + between)))
  const comparisonShare = Math.min(1, 1 / ratio, p)
  return { treated: Math.min(1, ratio * comparisonShare), comparison: comparisonShare }
}
