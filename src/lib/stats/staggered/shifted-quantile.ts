import { normalCdf, normalQuantile } from '../distribution/normal.ts'

/** The c with which a normal variable of mean `shift` and variance 1 lies within -c and c in all but `level` of cases. */
export function shiftedQuantile(shift: number, level: number): number {
  let [low, high] = [shift - normalQuantile(level), shift - normalQuantile(level / 2)]
  for (let step = 0; step < 70 && high > low; step++) {
    const middle = (low + high) / 2
    if (normalCdf(shift - middle) + normalCdf(-shift - middle) > level) low = middle
    else high = middle
  }
  return (low + high) / 2
}
