// node bench/sheets-way.ts WAY FILE: reads a spreadsheet in one way and prints how long it took, on the clock and on
// the processor, and the most memory that it held. bench/sheets.ts starts it, once for each figure.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { panelReader } from '#lib/sheet/panel-reader.ts'
import { partOf } from '#platform/nameless-file.ts'
import { unpacked } from '#product/sheet/row-block.ts'
import { surveySheet } from '#product/sheet/survey-sheet.ts'

const [way, path = ''] = process.argv.slice(2)

async function fileAt(name: string) {
  const file = await open(name)
  const { size } = await file.stat()
  return { size, read: (from = 0, to = size) => partOf(file, from, to) }
}

const survey = async () => surveySheet(await fileAt(path), { tab: null, layout: 'as-found' })
let begun = performance.now()
let ms = 0
if (way === 'csv-parse') {
  for await (const _ of createReadStream(path).pipe(parse()));
} else {
  const surveyed = await survey()
  // A panel is made from what is stored, as each request does.
  if (way === 'panel') {
    begun = performance.now()
    const header = surveyed.description.columns.map(({ name }) => name)
    const mapping = { site: 'shop', period: 'week', value: 'sales', treated: { column: 'pilot' }, since: '2015-W01' }
    const reader = panelReader(header, mapping)
    for await (const { content } of surveyed.blocks()) {
      const { numbers, columns } = unpacked(content, [...header.keys()])
      for (const [at, row] of numbers.entries())
        reader.add(
          row,
          columns.map(({ texts, codes }) => texts[codes[at] ?? 0] ?? ''),
        )
    }
    reader.finish()
  }
  ms = performance.now() - begun
  await surveyed.close()
}
ms ||= performance.now() - begun
const { maxRSS, userCPUTime } = process.resourceUsage()
process.stdout.write(JSON.stringify({ ms, cpuMs: userCPUTime / 1000, peak: maxRSS * 1024 }))
process.exit(0)
