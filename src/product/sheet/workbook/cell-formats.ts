import { builtInFormat, type NumberFormat, numberFormat } from '#lib/sheet/number-format.ts'
import { readWholeXml } from './read-xml.ts'

/** What each style of a workbook makes of its numbers, by the number that cells refer to. */
export async function cellFormats(source: AsyncIterable<Buffer> | null): Promise<NumberFormat[]> {
  const own = new Map<number, NumberFormat>()
  const styles: number[] = []
  if (!source) return []
  let isCells = false
  await readWholeXml(source, {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') own.set(Number(numFmtId), numberFormat(formatCode))
      else if (name === 'cellXfs') isCells = true
      else if (name === 'xf' && isCells) styles.push(Number(numFmtId))
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return styles.map((id) => own.get(id) ?? builtInFormat(id))
}
