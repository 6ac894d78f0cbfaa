import type { ClusteredRows } from './cluster-fit.ts'

/**
 * Rows that are independent again: of each, a part of its cluster's mean is taken off, and what is left is scaled by the
 * root of its weight. Least squares on them is generalised least squares under a random intercept.
 *
 * @param ratio Variance between clusters over variance within, at least 0. Infinity takes the whole mean off: fixed effects.
 * @see Fuller & Battese (1973), Journal of the American Statistical Association 68, 626-632.
 */
export function partlyDemeaned({ y, x, clusters, weights }: ClusteredRows, ratio: number): ClusteredRows {
  const weightOf = (i: number) => weights?.[i] ?? 1
  const columns = x[0]?.length ?? 0
  const answer = { y: [...y], x: x.map((row) => [...row]), clusters }
  for (const members of Map.groupBy(clusters.keys(), (i) => clusters[i] as string).values()) {
    const total = members.reduce((sum, i) => sum + weightOf(i), 0)
    const part = ratio === Number.POSITIVE_INFINITY ? 1 : 1 - 1 / Math.sqrt(1 + total * ratio)
    const meanOf = (values: (i: number) => number) =>
      members.reduce((sum, i) => sum + weightOf(i) * values(i), 0) / total
    const means = Array.from({ length: columns }, (_, j) => meanOf((i) => x[i]?.[j] ?? 0))
    const level = meanOf((i) => y[i] ?? 0)
    for (const i of members) {
      const root = Math.sqrt(weightOf(i))
      answer.y[i] = root * ((y[i] as number) - part * level)
      answer.x[i] = means.map((mean, j) => root * ((x[i]?.[j] ?? 0) - part * mean))
    }
  }
  return answer
}
