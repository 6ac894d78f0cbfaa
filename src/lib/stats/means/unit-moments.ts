import { type Moments, momentsOf } from '../numeric/moments.ts'

/** One row of one unit: a week of a shop, an order of a customer. */
export interface UnitRow {
  /** Names the unit that was drawn into the arm. */
  unit: string
  value: number
}

/**
 * The moments of an arm with one value per unit, however many rows each unit has.
 *
 * Rows of one unit resemble each other; counted as units, they make chance look like an effect (four weekly rows a shop:
 * p 4e-10 instead of 1e-3). The unit that was randomised is the unit of analysis.
 *
 * @param by What a unit's value is: its `total` (default; missing rows count as nothing sold) or its `mean` (units with
 *   more rows count no more than others).
 * @throws {RangeError} when a value is not finite.
 */
export function unitMoments(rows: Iterable<UnitRow>, by: 'total' | 'mean' = 'total'): Moments {
  const units = new Map<string, { total: number; rows: number }>()
  for (const { unit, value } of rows) {
    const seen = units.get(unit)
    if (seen) {
      seen.total += value
      seen.rows += 1
    } else units.set(unit, { total: value, rows: 1 })
  }
  return momentsOf([...units.values()].map((each) => (by === 'total' ? each.total : each.total / each.rows)))
}
