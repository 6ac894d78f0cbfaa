import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'
import { Places, type SheetWarning } from '#lib/sheet/sheet-warning.ts'

/** One sheet of a workbook, in the order of its tabs. */
export interface Tab {
  name: string
  isHidden: boolean
}

export interface Workbook {
  tabs: Tab[]
  /** The tab that is read: the one that was asked for, or the first visible one with a table. */
  tab: string
  rows: AsyncGenerator<SheetRow[]>
  /** What its rows cannot say; final once they have been read. */
  warnings(): SheetWarning[]
}

/** What was found that rows of text cannot say. */
export interface TabFacts {
  hiddenRows: Places
  /** Formulas that no program has computed yet: their cells are empty. */
  uncomputed: Places
  /** Cells that were given the text of the merged cell they belong to. */
  filled: Places
}

export function tabFacts(): TabFacts {
  return { hiddenRows: new Places(), uncomputed: new Places(), filled: new Places() }
}

/** Columns that any program has. */
export const widest = 16_384

/** Rows of two or more cells that make a table, and rows that are looked at for them. */
export const enoughRows = 2
export const lookedAt = 200

/** @throws {SheetProblem} `no-tab`, saying which there are. */
export function tabNamed<Found extends Tab>(tabs: readonly Found[], wanted: string): Found {
  const named = tabs.find(({ name }) => name === wanted)
  if (named) return named
  throw new SheetProblem('no-tab', { tab: wanted, found: tabs.map(({ name }) => name).join(', ') })
}

export function warningsOf(facts: TabFacts, tabs: readonly Tab[], { name }: Tab): SheetWarning[] {
  return [...warningsIn(facts, tabs.length, name)]
}

function* warningsIn({ hiddenRows, uncomputed, filled }: TabFacts, tabs: number, tab: string): Generator<SheetWarning> {
  if (tabs > 1) yield { code: 'other-tabs', values: { tab, others: tabs - 1 } }
  if (filled.count) yield { code: 'merged-cells', values: { count: filled.count }, ...filled.all }
  if (hiddenRows.count) yield { code: 'hidden-rows', values: { count: hiddenRows.count }, ...hiddenRows.all }
  if (uncomputed.count) yield { code: 'uncomputed-cells', values: { count: uncomputed.count }, ...uncomputed.all }
}
