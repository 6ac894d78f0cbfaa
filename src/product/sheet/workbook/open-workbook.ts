import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'
import type { SheetFile } from '../sheet-file.ts'
import { cellFormats } from './cell-formats.ts'
import { mergedCells } from './merged-cells.ts'
import { openZip, type Zip, type ZipLimits } from './open-zip.ts'
import { attributeOf, readWholeXml } from './read-xml.ts'
import { sharedStrings } from './shared-strings.ts'
import { enoughRows, lookedAt, type Tab, tabFacts, tabNamed, type Workbook, warningsOf } from './workbook.ts'
import { type WorksheetParts, worksheetRows } from './worksheet-rows.ts'

interface Found extends Tab {
  path: string
}

/**
 * Opens an .xlsx or .xlsm workbook. Its rows are read as they are asked for, in bounded memory.
 * @param wanted The name of a tab.
 * @throws {SheetProblem} when it is no workbook, has no table, or is protected, broken or too large unpacked.
 */
export async function openWorkbook(file: SheetFile, limits: ZipLimits, wanted?: string): Promise<Workbook> {
  const zip = await openZip(file, limits)
  const { tabs, is1904, parts } = await contentsOf(zip)
  const strings = await sharedStrings(parts.strings === null ? null : zip.read(parts.strings))
  try {
    const formats = await cellFormats(parts.styles === null ? null : zip.read(parts.styles))
    const refers = { strings, formats, is1904 }
    const chosen = await chosenOf(zip, tabs, refers, wanted)
    const facts = tabFacts()
    // A budget of its own: this only looks through the file.
    const merged = await mergedCells((await openZip(file, limits)).read(chosen.path))
    return {
      tabs: tabs.map(({ name, isHidden }) => ({ name, isHidden })),
      tab: chosen.name,
      rows: closing(worksheetRows(zip.read(chosen.path), { ...refers, merged }, facts), strings.close),
      warnings: () => warningsOf(facts, tabs, chosen),
    }
  } catch (error) {
    await strings.close()
    throw error
  }
}

async function* closing(rows: AsyncGenerator<SheetRow[]>, close: () => Promise<void>): AsyncGenerator<SheetRow[]> {
  try {
    yield* rows
  } finally {
    await close()
  }
}

async function chosenOf(
  zip: Zip,
  tabs: readonly Found[],
  refers: Omit<WorksheetParts, 'merged'>,
  wanted: string | undefined,
): Promise<Found> {
  if (wanted !== undefined) return tabNamed(tabs, wanted)
  const visible = tabs.filter(({ isHidden }) => !isHidden)
  for (const tab of visible) if (await hasTable(zip, tab, refers)) return tab
  const [first] = visible
  if (!first) throw new SheetProblem('empty-file', {})
  return first
}

async function hasTable(zip: Zip, { path }: Found, refers: Omit<WorksheetParts, 'merged'>): Promise<boolean> {
  const unseen = tabFacts()
  let [rows, looked] = [0, 0]
  for await (const batch of worksheetRows(zip.read(path), { ...refers, merged: [] }, unseen)) {
    for (const { cells } of batch) {
      if (cells.filter((cell) => cell !== '').length > 1) rows++
      if (rows >= enoughRows) return true
      if (++looked >= lookedAt) return false
    }
  }
  return false
}

/** The tabs and where their rows, texts and formats are. */
async function contentsOf(zip: Zip) {
  const main = [...(await relationsOf(zip, '')).values()].find(({ type }) => type.endsWith('/officeDocument'))
  const path = main?.path ?? 'xl/workbook.xml'
  if (/\.bin$/i.test(path) || zip.has('xl/workbook.bin')) throw new SheetProblem('is-xlsx', { type: 'xlsb' })
  if (!zip.has(path)) throw new SheetProblem('is-archive', { type: 'zip' })
  const relations = await relationsOf(zip, path)
  const tabs: Found[] = []
  let is1904 = false
  await readWholeXml(zip.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attributeOf(attributes, 'id') ?? '')
      // A chart may have a tab of its own.
      if (!relation?.type.endsWith('/worksheet')) return
      const isHidden = /hidden$/i.test(attributes['state'] ?? '')
      tabs.push({ name: (attributes['name'] ?? '').slice(0, 200), isHidden, path: relation.path })
    },
  })
  const partOf = (kind: string) => {
    const found = [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))
    return found && zip.has(found.path) ? found.path : null
  }
  return { tabs, is1904, parts: { strings: partOf('sharedStrings'), styles: partOf('styles') } }
}

/** What a file of the workbook refers to, by the name it uses. Paths are from the root of the archive. */
async function relationsOf(zip: Zip, path: string): Promise<Map<string, { type: string; path: string }>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const at = `${folder}_rels/${path.slice(folder.length)}.rels`
  const relations = new Map<string, { type: string; path: string }>()
  if (!zip.has(at)) return relations
  await readWholeXml(zip.read(at), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      relations.set(Id, { type: Type, path: decodeURI(URL.parse(Target, `zip:///${folder}`)?.pathname.slice(1) ?? '') })
    },
  })
  return relations
}
