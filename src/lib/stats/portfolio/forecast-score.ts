import { clopperPearson } from '../counts/exact-proportion-interval.ts'

export interface Forecast {
  /** That it happens, in [0, 1], as said beforehand. */
  probability: number
  happened: boolean
}

export interface ReliabilityRow {
  /** Forecasts from here on, to the next row's; the last row includes 1. */
  from: number
  to: number
  count: number
  /** Mean of what was said. */
  said: number
  /** Share that happened, with its exact interval. */
  happened: number
  low: number
  high: number
}

export interface ForecastScore {
  count: number
  /** Mean squared distance between what was said and what happened, in [0, 1]; 0 is perfect, 0.25 a coin. */
  brier: number
  /** Its parts: brier = reliability - resolution + uncertainty + within. */
  reliability: number
  resolution: number
  uncertainty: number
  /** What the rows hide because forecasts within one differ; 0 when each row has one value. */
  within: number
  /** 1 - brier / uncertainty: 0 is no better than always saying the overall share; null when all turned out alike. */
  skill: number | null
  /** Of the rows that hold forecasts, lowest first. */
  rows: ReliabilityRow[]
}

/**
 * How good a record of forecasts is ("this will work: 70 %"): does 70 % happen seven times in ten, and do the forecasts
 * tell good from bad?
 *
 * Under about 50 forecasts the intervals of the rows are wide; read them before the curve.
 *
 * @param forecasts At least one.
 * @param options `rows`: how many equal steps of probability, 1 to 100, default 10. `confidence` in (0, 1), default 0.95.
 * @throws {RangeError} when there are none, or a probability lies outside [0, 1].
 * @see Brier (1950), Monthly Weather Review 78, 1-3; Murphy (1973), J. Applied Meteorology 12, 595-600 (the parts);
 *   Stephenson, Coelho & Jolliffe (2008), Weather and Forecasting 23, 752-757 (within).
 */
export function forecastScore(
  forecasts: readonly Forecast[],
  { rows = 10, confidence = 0.95 }: { rows?: number; confidence?: number } = {},
): ForecastScore {
  if (!(Number.isInteger(rows) && rows >= 1 && rows <= 100)) throw new RangeError(`rows must be in 1..100, got ${rows}`)
  if (forecasts.length === 0) throw new RangeError('there must be at least one forecast')
  for (const { probability } of forecasts)
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`probability must be in [0, 1], got ${probability}`)
  const count = forecasts.length
  const brier = meanOf(forecasts, ({ probability, happened }) => (probability - Number(happened)) ** 2)
  const overall = meanOf(forecasts, ({ happened }) => Number(happened))
  const table: ReliabilityRow[] = []
  let [reliability, resolution] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const inside = forecasts.filter(({ probability }) => Math.min(rows - 1, Math.floor(probability * rows)) === row)
    if (inside.length === 0) continue
    const said = meanOf(inside, ({ probability }) => probability)
    const yes = inside.filter(({ happened }) => happened).length
    const happened = yes / inside.length
    reliability += (inside.length / count) * (said - happened) ** 2
    resolution += (inside.length / count) * (happened - overall) ** 2
    const [low, high] = clopperPearson(yes, inside.length, (1 - confidence) / 2)
    table.push({ from: row / rows, to: (row + 1) / rows, count: inside.length, said, happened, low, high })
  }
  const uncertainty = overall * (1 - overall)
  return {
    count,
    brier,
    reliability,
    resolution,
    uncertainty,
    within: brier - reliability + resolution - uncertainty,
    skill: uncertainty === 0 ? null : 1 - brier / uncertainty,
    rows: table,
  }
}

function meanOf(forecasts: readonly Forecast[], of: (forecast: Forecast) => number): number {
  return forecasts.reduce((sum, forecast) => sum + of(forecast), 0) / forecasts.length
}
