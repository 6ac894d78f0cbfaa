import { addMultiple, dot } from '../numeric/matrix.ts'

/**
 * The weights, each at least 0 and summing to 1, whose mix of `columns` comes nearest to `target` in squared distance.
 *
 * An active set finds them exactly: it ends at the optimum after finitely many steps, to about 1e-10 of the weights where
 * the columns are not collinear. Where several mixes are equally near (more columns than rows), one of them is given.
 *
 * The trick: with c the rows `columns - target` and one more row of ones, least squares towards (0, ..., 0, 1) with
 * weights of at least 0 has the wanted weights as its answer, up to their sum; no equality is left to be kept.
 *
 * @param ridge Adds `ridge` times the sum of squared weights to the squared distance; at least 0, default 0.
 * @returns One weight per column; columns that are not used have exactly 0.
 * @throws {RangeError} when there are no columns, lengths differ, a value is not finite, or the ridge is negative.
 * @see Lawson & Hanson (1974), Solving Least Squares Problems, chapter 23 (algorithm NNLS); Wolfe (1976), "Finding
 *   the nearest point in a polytope", Mathematical Programming 11.
 */
export function simplexWeights(
  columns: readonly ArrayLike<number>[],
  target: ArrayLike<number>,
  { ridge = 0 }: { ridge?: number } = {},
): number[] {
  if (columns.length === 0) throw new RangeError('there must be at least one column')
  if (!(ridge >= 0 && ridge < Number.POSITIVE_INFINITY)) throw new RangeError(`ridge must be at least 0, got ${ridge}`)
  const rows = target.length
  const penalty = ridge > 0 ? columns.length : 0
  const distances = columns.map((column, j) => {
    if (column.length !== rows) throw new RangeError(`column ${j} has ${column.length} values instead of ${rows}`)
    const distance = new Float64Array(rows + penalty + 1)
    for (let i = 0; i < rows; i++) distance[i] = (column[i] as number) - (target[i] as number)
    if (penalty > 0) distance[rows + j] = Math.sqrt(ridge)
    if (!distance.every(Number.isFinite)) throw new RangeError(`values must be finite numbers, see column ${j}`)
    return distance
  })
  // In units of the largest: no square leaves the range of doubles.
  const largest = distances.reduce((most, distance) => distance.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0)
  if (largest > 0)
    for (const distance of distances)
      for (let i = 0; i < distance.length; i++) distance[i] = (distance[i] as number) / largest
  const lengths = distances.map((distance) => Math.sqrt(dot(distance, distance)))
  // The row of ones is as large as the nearest column: much smaller, and rounding would drown it.
  const size = Math.min(...lengths)
  // So near that its square is nothing: that column is the target.
  if (size < 1e-100) return lengths.map((_, j) => (j === lengths.indexOf(size) ? 1 : 0))
  for (const distance of distances) distance[distance.length - 1] = size
  const weights = nonNegative(distances, size)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** The x of at least 0 for which the sum of columns times x is nearest to (0, ..., 0, last). */
function nonNegative(columns: readonly Float64Array[], last: number): number[] {
  const x = Array<number>(columns.length).fill(0)
  const rows = columns[0]?.length ?? 0
  const target = new Float64Array(rows)
  target[rows - 1] = last
  const free: number[] = []
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)))
  const barred = new Set<number>()
  // Each round adds one column; a bound, because rounding could make it return to where it was.
  for (let round = 0; round < 30 * columns.length; round++) {
    const rest = target.slice()
    for (const j of free) addMultiple(rest, -(x[j] as number), columns[j] as Float64Array)
    let [best, steepest] = [-1, 1e-12 * last]
    for (const [j, column] of columns.entries()) {
      if (free.includes(j) || barred.has(j)) continue
      const slope = dot(column, rest) / (lengths[j] as number)
      if (slope > steepest) [best, steepest] = [j, slope]
    }
    if (best < 0) return x
    free.push(best)
    const moved = settle(x, free, columns, target)
    if (!free.includes(best) && !moved) barred.add(best)
    else barred.clear()
  }
  return x
}

/** Solves over the free columns, and frees those of their place whose weight would be negative. True: something moved. */
function settle(x: number[], free: number[], columns: readonly Float64Array[], target: Float64Array): boolean {
  let moved = false
  while (free.length > 0) {
    const solved = solveColumns(
      free.map((j) => columns[j] as Float64Array),
      target,
    )
    let step = 1
    free.forEach((j, k) => {
      const [from, to] = [x[j] as number, solved[k] as number]
      if (to <= 0) step = Math.min(step, from > 0 ? from / (from - to) : 0)
    })
    free.forEach((j, k) => {
      x[j] = (x[j] as number) + step * ((solved[k] as number) - (x[j] as number))
    })
    if (step > 0) moved = true
    if (step === 1) return moved
    const kept = free.filter((j, k) => {
      const leaves = (solved[k] as number) <= 0 && (x[j] as number) <= 1e-14
      if (leaves) x[j] = 0
      return !leaves
    })
    if (kept.length === free.length) return moved
    free.splice(0, free.length, ...kept)
  }
  return moved
}

/** Least squares by Householder reflections; a column that adds nothing gets 0, and so leaves. */
function solveColumns(columns: readonly Float64Array[], target: Float64Array): number[] {
  const rows = target.length
  const right = target.slice()
  const upper = columns.map((column) => column.slice())
  const isIdle = columns.map(() => false)
  let at = 0
  const pivots: number[] = []
  upper.forEach((column, j) => {
    const length = Math.sqrt(dot(column, column))
    const remaining = at < rows ? Math.sqrt(dot(column, column, at)) : 0
    if (!(remaining > 1e-12 * length)) {
      isIdle[j] = true
      pivots.push(-1)
      return
    }
    const reflection = column.slice()
    reflection.fill(0, 0, at)
    reflection[at] = (column[at] as number) + ((column[at] as number) < 0 ? -remaining : remaining)
    const scale = 2 / dot(reflection, reflection, at)
    for (const other of [...upper.slice(j), right])
      addMultiple(other, -scale * dot(reflection, other, at), reflection, at)
    pivots.push(at)
    at += 1
  })
  const solved = columns.map(() => 0)
  for (let j = columns.length - 1; j >= 0; j--) {
    if (isIdle[j]) continue
    const row = pivots[j] as number
    let value = right[row] as number
    for (let k = j + 1; k < columns.length; k++)
      value -= ((upper[k] as Float64Array)[row] as number) * (solved[k] as number)
    solved[j] = value / ((upper[j] as Float64Array)[row] as number)
  }
  return solved
}
