import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'
import type { SheetFile } from '../sheet-file.ts'
import { type DocumentStyles, documentStyles } from './document-styles.ts'
import { fillMerged } from './fill-merged.ts'
import { openZip, type Zip, type ZipLimits } from './open-zip.ts'
import { type DocumentRow, readDocument } from './read-document.ts'
import { readWholeXml } from './read-xml.ts'
import {
  enoughRows,
  lookedAt,
  type Tab,
  type TabFacts,
  tabFacts,
  tabNamed,
  type Workbook,
  warningsOf,
} from './workbook.ts'

interface Found extends Tab {
  /** Its place among the tabs. */
  at: number
  hasTable: boolean
}

const content = 'content.xml'
/** Rows handed on at once. */
const batch = 1000
/** Bytes of repeated rows and cells that are no bomb, however short the file is. */
const small = 16 * 1_048_576
/** Bytes that a row costs beside its text, and each formula that is counted in it. */
const rowBytes = 32

/** Whether an archive is an OpenDocument file, or what is left of one behind its password. */
export function isDocument(zip: Zip): boolean {
  return (zip.has(content) || zip.has('encrypted-package')) && !zip.has('[Content_Types].xml')
}

/**
 * Opens an .ods workbook, as LibreOffice saves it. Its rows are read as they are asked for, in bounded memory: all tabs
 * stand in one file, which is looked through once for the tabs, and once for the rows of one of them.
 * @param wanted The name of a tab.
 * @throws {SheetProblem} when it is no spreadsheet, has no table, or is protected, broken or too large unpacked.
 */
export async function openDocument(file: SheetFile, limits: ZipLimits, wanted?: string): Promise<Workbook> {
  const zip = await openZip(file, limits)
  if (await isEncrypted(zip)) throw new SheetProblem('is-protected', {})
  const styles = documentStyles()
  if (zip.has('styles.xml')) await readWholeXml(zip.read('styles.xml'), { open: styles.open })
  const tabs = await tabsOf(zip, styles)
  const chosen = chosenOf(tabs, wanted)
  const facts = tabFacts()
  // A budget of its own: this was only a look through the file.
  const source = (await openZip(file, limits)).read(content)
  const budget = { left: Math.max(small, limits.ratio * file.size), limit: limits.inflated }
  return {
    tabs: tabs.map(({ name, isHidden }) => ({ name, isHidden })),
    tab: chosen.name,
    rows: documentRows(source, chosen.at, styles, facts, budget),
    warnings: () => warningsOf(facts, tabs, chosen),
  }
}

async function isEncrypted(zip: Zip): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml'
  if (!zip.has(content)) return true
  if (!zip.has(manifest)) return false
  let isFound = false
  await readWholeXml(zip.read(manifest), {
    open(name) {
      if (name === 'encryption-data') isFound = true
    },
  })
  return isFound
}

async function tabsOf(zip: Zip, styles: DocumentStyles): Promise<Found[]> {
  const tabs: Found[] = []
  let [rows, looked] = [0, 0]
  const parts = readDocument(zip.read(content), styles, {
    tab(name, isHidden) {
      tabs.push({ name, isHidden, at: tabs.length, hasTable: false })
      ;[rows, looked] = [0, 0]
      return true
    },
    row({ cells, times }) {
      if (cells.filter((cell) => cell !== '').length > 1) rows += times
      looked += times
      const tab = tabs.at(-1)
      if (tab && rows >= enoughRows) tab.hasTable = true
      return rows < enoughRows && looked < lookedAt
    },
  })
  for await (const _ of parts);
  return tabs
}

function chosenOf(tabs: readonly Found[], wanted: string | undefined): Found {
  if (wanted !== undefined) return tabNamed(tabs, wanted)
  const visible = tabs.filter(({ isHidden }) => !isHidden)
  const chosen = visible.find(({ hasTable }) => hasTable) ?? visible[0]
  if (!chosen) throw new SheetProblem('empty-file', {})
  return chosen
}

interface Waiting extends DocumentRow {
  fill: (row: number, cells: string[]) => void
}

/** The rows of one tab as text; blank ones are left out. */
async function* documentRows(
  source: AsyncIterable<Buffer>,
  wanted: number,
  styles: DocumentStyles,
  facts: TabFacts,
  budget: { left: number; limit: number },
): AsyncGenerator<SheetRow[]> {
  let waiting: Waiting[] = []
  let [at, isOver] = [-1, false]
  const mergers = fillMerged(facts.filled)
  const parts = readDocument(source, styles, {
    tab: () => ++at === wanted,
    merged: mergers.begin,
    row(row) {
      // What a few letters of the file stand for a million times is a bomb like any other.
      budget.left -= costOf(row)
      if (budget.left < 0) throw new SheetProblem('unpacks-too-large', { limit: budget.limit })
      waiting.push({ ...row, fill: mergers.filler() })
      return true
    },
    tabEnds() {
      isOver = true
    },
  })
  for await (const _ of parts) {
    if (waiting.length > 0) yield* batchesOf(waiting, facts)
    waiting = []
    if (isOver) return
  }
}

/** Bytes that a row and those like it come to. */
function costOf({ cells, times, uncomputed }: DocumentRow): number {
  return times * cells.reduce((all, cell) => all + cell.length + 1, rowBytes * (1 + uncomputed))
}

function* batchesOf(rows: readonly Waiting[], { hiddenRows, uncomputed }: TabFacts): Generator<SheetRow[]> {
  let found: SheetRow[] = []
  for (const { row: first, times, cells, isHidden, uncomputed: formulas, fill } of rows)
    for (let row = first; row < first + times; row++) {
      // Readers may write into the cells of a row, so each gets its own.
      const own = [...cells]
      if (isHidden) hiddenRows.add({ row })
      for (let formula = 0; formula < formulas; formula++) uncomputed.add({ row })
      fill(row, own)
      found.push({ row, cells: own })
      if (found.length < batch) continue
      yield found
      found = []
    }
  if (found.length > 0) yield found
}
