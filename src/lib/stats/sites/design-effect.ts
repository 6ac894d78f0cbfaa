/**
 * By how much the variance of a mean grows because rows come in clusters: 1 + ((1 + cv^2) meanSize - 1) icc.
 *
 * Multiply a plan's number of rows by it, or divide rows by it for how many independent ones they are worth. The sizes'
 * variation counts for analyses by rows with equal weights; with the best weights it is a little less.
 *
 * Not a correction of a finished analysis: use `clusterRobust` or `permuteDesign`, which need no guess of the icc.
 *
 * @param meanSize Mean rows a cluster, at least 1.
 * @param icc Intracluster correlation, in [0, 1]. Of an estimate, take the interval's high end.
 * @param cv Standard deviation of the sizes over their mean, at least 0; default 0, all equal.
 * @throws {RangeError} when an argument is out of its range.
 * @see Donner & Klar (2000), section 5.2; Eldridge, Ashby & Kerry (2006), International Journal of Epidemiology 35, 1292-1300.
 */
export function designEffect(meanSize: number, icc: number, cv = 0): number {
  if (!(meanSize >= 1 && Number.isFinite(meanSize)))
    throw new RangeError(`meanSize must be at least 1, got ${meanSize}`)
  if (!(icc >= 0 && icc <= 1)) throw new RangeError(`icc must be in [0, 1], got ${icc}`)
  if (!(cv >= 0 && Number.isFinite(cv))) throw new RangeError(`cv must be at least 0, got ${cv}`)
  return 1 + ((1 + cv * cv) * meanSize - 1) * icc
}
