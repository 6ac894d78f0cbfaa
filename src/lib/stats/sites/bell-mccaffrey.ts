/**
 * Degrees of freedom for the difference of two means with the HC2 (or, one value per cluster, CR2) variance.
 *
 * Satterthwaite's for a working model of equal variances: from the smaller group's size less 1 (very uneven groups) to
 * the total less 2 (even groups). Known before the data are, so fit for a plan; not for groups known to vary unequally.
 *
 * @param a Values (or clusters) in one group, a whole number of at least 2.
 * @param b In the other, likewise.
 * @throws {RangeError} when a size is not such a number.
 * @see Imbens & Kolesár (2016), Review of Economics and Statistics 98, 701-712, section III.
 */
export function bellMcCaffrey(a: number, b: number): number {
  if (!(Number.isInteger(a) && Number.isInteger(b) && a >= 2 && b >= 2))
    throw new RangeError(`each group needs at least 2, got ${a} and ${b}`)
  return ((a + b) ** 2 * (a - 1) * (b - 1)) / (a * a * (a - 1) + b * b * (b - 1))
}
