/** Figures that a site has to have before one can be called unusual for it. */
const fewest = 8
/** Scaled median absolute deviations from the median, as Iglewicz and Hoaglin (1993) advise. */
const reach = 3.5

export interface Usual {
  /** Half of the figures are below. */
  middle: number
  /** Figures outside of these are far off. */
  low: number
  high: number
}

/**
 * Where a site's figures usually are: its median and 3.5 scaled median absolute deviations on each side, so that the
 * odd ones themselves do not widen it. Null while there are fewer than eight figures, or all are the same.
 */
export function usualOf(figures: readonly number[]): Usual | null {
  if (figures.length < fewest) return null
  const middle = medianOf(figures)
  const off = figures.map((figure) => Math.abs(figure - middle))
  // More than half of them the same: the mean deviation, with the same factor for a normal distribution.
  const scale = 1.4826 * medianOf(off) || 1.2533 * (off.reduce((sum, one) => sum + one, 0) / off.length)
  if (scale === 0) return null
  return { middle, low: middle - reach * scale, high: middle + reach * scale }
}

export function isOutlying(figure: number, usual: Usual | null): boolean {
  return usual !== null && (figure < usual.low || figure > usual.high)
}

/**
 * What to ask about a figure that somebody has typed, once: `part` when it is so many times smaller than usual, `times`
 * when larger, both rounded; `off` when it is merely far away. Null when there is nothing to ask.
 */
export function slipOf(
  figure: number,
  usual: Usual | null,
): { as: 'part' | 'times'; by: number } | { as: 'off' } | null {
  if (usual === null || !isOutlying(figure, usual)) return null
  const ratio = usual.middle === 0 ? 0 : figure / usual.middle
  if (ratio >= 3) return { as: 'times', by: Math.round(ratio) }
  if (ratio > 0 && ratio <= 1 / 3) return { as: 'part', by: Math.round(1 / ratio) }
  return { as: 'off' }
}

function medianOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
