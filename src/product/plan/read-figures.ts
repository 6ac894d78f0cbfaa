import type { Database } from '#platform/database.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import type { Design, PlanBody } from './plan-body.ts'
import type { DesignReading, SheetRead } from './read/design-reading.ts'
import { readings } from './read/readings.ts'
import type { FiguresPart } from './trial-figures.ts'

/**
 * Reads sheets by a plan of any design, one at a time, and puts them together.
 * @param see Called with what each sheet holds, which is then let go.
 * @throws {Problem} `bad-input` when a sheet does not fit the plan.
 */
export function figuresBy(
  db: Database,
  body: PlanBody,
  ids: readonly SheetId[],
  see?: (sheet: SheetRead<Design>) => void,
): Promise<FiguresPart<Design>> {
  // The reading of a design takes the plans of that design only, and this plan says which it is.
  const reading = readings[body.design] as unknown as DesignReading<Design>
  return reading.figures(db, body, ids, see)
}
