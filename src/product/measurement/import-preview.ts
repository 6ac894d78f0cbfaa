import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { Change, Outcome } from './measurement.ts'

/** What an import would do, as far as a page shows it. */
export const ImportPreview = Outcome.extend({
  /** Rows that were looked at; `isPart` says that there are more, which are read with the import. */
  rows: z.int().min(0),
  isPart: z.boolean(),
  sites: z.int().min(0),
  firstOn: day.nullable(),
  lastOn: day.nullable(),
  /** Sites that nobody knows yet: how many, and the first 200 names. */
  newSites: z.strictObject({ count: z.int().min(0), names: z.array(z.string()) }),
  /** The first 50 figures that would change. */
  changes: z.array(Change),
  /** A date and a number that read both ways while nothing settles it. */
  unsure: z.strictObject({ date: z.string().nullable(), number: z.string().nullable() }),
})
export type ImportPreview = z.output<typeof ImportPreview>
