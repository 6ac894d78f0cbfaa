/**
 * A series as a level that wanders, a season, known influences, and noise. The state, in order: level, drift (if any),
 * the season's last `season - 1` values, the weights of the regressors.
 */
export interface StructuralModel {
  /** Whether the level drifts by a constant amount per period. */
  hasDrift: boolean
  /** Periods in a cycle, a whole number of at least 2; null: no season. */
  season: number | null
  /** One row per period, one value per regressor; empty rows: none. */
  regressors: readonly (readonly number[])[]
}

/** In the unit of the series squared. */
export interface StructuralVariances {
  irregular: number
  /** Of the level's step from period to period; 0: the level is constant. */
  level: number
  /** Prior variance of each regressor's weight about 0; null: nothing is known beforehand. */
  weight: number | null
}

export function stateSize({ hasDrift, season, regressors }: StructuralModel): number {
  return 1 + Number(hasDrift) + (season === null ? 0 : season - 1) + (regressors[0]?.length ?? 0)
}

/** What of the state the period `time` shows: its value is this times the state, plus noise. */
export function loadingsAt(model: StructuralModel, time: number): Float64Array {
  const { hasDrift, season, regressors } = model
  const loadings = new Float64Array(stateSize(model))
  loadings[0] = 1
  const seasonAt = 1 + Number(hasDrift)
  if (season !== null) loadings[seasonAt] = 1
  loadings.set(regressors[time] ?? [], loadings.length - (regressors[0]?.length ?? 0))
  return loadings
}

/** Moves a state one period on, in place; `at(i)` is where its i-th value lies. */
export function moveState(model: StructuralModel, values: Float64Array, from: number, step: number): void {
  const { hasDrift, season } = model
  if (hasDrift) moveDrift(values, from, step)
  if (season === null) return
  const first = from + (1 + Number(hasDrift)) * step
  const last = first + (season - 2) * step
  let sum = 0
  for (let i = first; i <= last; i += step) sum += values[i] as number
  for (let i = last; i > first; i -= step) values[i] = values[i - step] as number
  values[first] = -sum
}

/** The same for a covariance, row by row, then column by column; whole rows are moved at once. */
export function moveCovariance(model: StructuralModel, covariance: Float64Array, size: number): void {
  const { hasDrift, season } = model
  if (hasDrift) for (let j = 0; j < size; j++) moveDrift(covariance, j, size)
  if (season !== null) {
    const first = 1 + Number(hasDrift)
    const sums = new Float64Array(size)
    for (let i = first; i < first + season - 1; i++)
      for (let j = 0; j < size; j++) sums[j] = (sums[j] as number) - (covariance[i * size + j] as number)
    covariance.copyWithin((first + 1) * size, first * size, (first + season - 2) * size)
    covariance.set(sums, first * size)
  }
  for (let i = 0; i < size; i++) moveState(model, covariance, i * size, 1)
}

function moveDrift(values: Float64Array, from: number, step: number): void {
  values[from] = (values[from] as number) + (values[from + step] as number)
}
