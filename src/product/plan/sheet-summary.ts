import type { SheetSummary } from '#product/trial/trial.ts'
import { timesOf } from './after-data.ts'
import type { Design } from './plan-body.ts'
import type { FiguresPart } from './trial-figures.ts'

/** What one sheet was found to hold. Of a split its sites are the people or things in it, and it has no periods. */
export function summaryOf(figures: FiguresPart<Design>, rows: number): SheetSummary {
  const hasOutcomes = timesOf(figures).after > 0
  if ('units' in figures) return { rows, sites: figures.units.length, firstPeriod: '', lastPeriod: '', hasOutcomes }
  const { periods, sites, origins } = figures
  // A series of several places is one; its places are counted by what they came from.
  const count = origins.filter(({ sheet }) => sheet.some((one) => one >= 0)).length
  return {
    rows,
    sites: Math.min(count, sites.length),
    firstPeriod: periods[0]?.label ?? '',
    lastPeriod: periods.at(-1)?.label ?? '',
    hasOutcomes,
  }
}
