export interface SimplexMinimum {
  x: number[]
  value: number
  converged: boolean
}

export interface SimplexOptions {
  /** Ends when the corners' values differ by less than this share (of at least 1) and the corners by its root; default 1e-12. */
  tolerance?: number
  /** How often f may be asked; default 1000 per part of x, at most 20,000. */
  evaluations?: number
}

interface Corner {
  x: number[]
  value: number
}

/**
 * Where `f` is smallest, near `start`, by a simplex of n + 1 corners that reflects, stretches and shrinks.
 *
 * For functions with kinks or noise, whose slopes mislead, and few parts of x. Slow, and not sure to end in a minimum:
 * it is started again from where it ended until that gains nothing. NaN counts as worst.
 *
 * @throws {RangeError} when start is empty.
 * @see Nelder & Mead (1965), Computer Journal 7, 308-313; Gao & Han (2012) for factors that depend on n.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { tolerance = 1e-12, evaluations = Math.min(20_000, 1_000 * start.length) }: SimplexOptions = {},
): SimplexMinimum {
  const n = start.length
  if (n === 0) throw new RangeError('start must have at least one part')
  let left = evaluations
  const at = (x: number[]): Corner => {
    left -= 1
    const value = f(x)
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  let best = at([...start])
  for (let round = 0; left > 0; round++) {
    const reached = descend(best, 0.1 / 2 ** round)
    const gain = best.value - reached.value
    best = reached
    if (!(gain > tolerance * Math.max(1, Math.abs(best.value))) && left > 0) return { ...best, converged: true }
  }
  return { ...best, converged: false }

  function descend(from: Corner, size: number): Corner {
    const corners = [
      from,
      ...from.x.map((_, i) => at(from.x.map((part, j) => (i === j ? stretched(part, size) : part)))),
    ]
    while (left > 0) {
      corners.sort((a, b) => a.value - b.value)
      const [first, worst, nextWorst] = [corners[0] as Corner, corners[n] as Corner, corners[n - 1] as Corner]
      if (isSmall(corners, tolerance)) break
      const centre = start.map((_, j) => corners.slice(0, n).reduce((sum, { x }) => sum + (x[j] as number), 0) / n)
      const towards = (share: number) => at(centre.map((part, j) => part + share * ((worst.x[j] as number) - part)))
      const mirrored = towards(-1)
      if (mirrored.value < first.value) {
        const further = towards(-(1 + 2 / Math.max(2, n)))
        corners[n] = further.value < mirrored.value ? further : mirrored
      } else if (mirrored.value < nextWorst.value) corners[n] = mirrored
      else {
        const share = 0.75 - 1 / (2 * Math.max(2, n))
        const nearer = towards(mirrored.value < worst.value ? -share : share)
        if (nearer.value < Math.min(worst.value, mirrored.value)) corners[n] = nearer
        else
          for (let i = 1; i <= n; i++) {
            const { x } = corners[i] as Corner
            corners[i] = at(x.map((part, j) => ((first.x[j] as number) + part) / 2))
          }
      }
    }
    return corners.reduce((low, corner) => (corner.value < low.value ? corner : low))
  }
}

function stretched(part: number, size: number): number {
  return part + size * Math.max(1, Math.abs(part))
}

function isSmall(corners: readonly Corner[], tolerance: number): boolean {
  const [first, last] = [corners[0] as Corner, corners.at(-1) as Corner]
  const isLevel = last.value - first.value <= tolerance * Math.max(1, Math.abs(first.value))
  const room = Math.sqrt(tolerance)
  return (
    isLevel &&
    corners.every(({ x }) =>
      x.every((part, j) => Math.abs(part - (first.x[j] as number)) <= room * Math.max(1, Math.abs(part))),
    )
  )
}
