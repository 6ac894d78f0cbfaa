import { limits as house } from '#platform/anywhere/limits.ts'

export interface SheetLimits {
  bytes: number
  columns: number
  /** Characters of a cell, and of a line; lines under 64 KiB are not measured. */
  cell: number
  line: number
  sites: number
  periods: number
  /** Of a workbook: files in it, bytes it may unpack to, and how many times as long a file may become. */
  entries: number
  inflated: number
  ratio: number
}

export const sheetLimits: SheetLimits = {
  bytes: house.sheetBytes,
  columns: house.sheetColumns,
  cell: house.sheetCell,
  line: house.sheetLine,
  sites: house.trialSites,
  periods: house.trialPeriods,
  entries: house.workbookFiles,
  inflated: house.workbookBytes,
  ratio: house.workbookRatio,
}
