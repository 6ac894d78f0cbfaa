import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Benchmark, type Figure, inSeconds } from './benchmark.ts'
import { writeZip } from './write-zip.ts'

const mb = 1_048_576
const sizes = [10, 100, 1000]
/** Of Node itself about 60 MB are nothing of ours. */
const promisedBytes = 400 * mb

/**
 * Each way runs in a process of its own, so that its peak of memory is its own: a bare loop over csv-parse, reading to say
 * what is in it and to store it, making a panel from what is stored.
 */
const ways = ['csv-parse', 'survey', 'panel'] as const
type Way = (typeof ways)[number]

export const sheets: Benchmark = {
  name: 'sheets',
  says: 'time and peak memory of reading spreadsheets, beside a bare loop over csv-parse',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'ratchet-bench-'))
    const figures: Figure[] = []
    try {
      for (const size of sizes) {
        const path = join(folder, `${size}.csv`)
        const rows = await writeCsv(path, size * mb)
        const bare = await measured('csv-parse', path)
        for (const way of ways.slice(1))
          figures.push(figureOf(`${size} MB, ${rows} rows, ${way}`, way, await measured(way, path), bare))
        await rm(path)
      }
      const book = join(folder, 'book.xlsx')
      const rows = await writeWorkbook(book, 2_000_000)
      const { size } = await stat(book)
      figures.push(
        figureOf(
          `.xlsx of ${Math.round(size / mb)} MB, ${rows} rows, survey`,
          'survey',
          await measured('survey', book),
        ),
      )
      return figures
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

interface Measured {
  ms: number
  /** Of the processor, in all: what a busy machine does not stretch. */
  cpuMs: number
  peak: number
}

function figureOf(what: string, way: Way, { ms, cpuMs, peak }: Measured, bare?: Measured): Figure {
  const beside = bare ? `, csv-parse alone ${inSeconds(bare.ms)} (${inSeconds(bare.cpuMs)}) and ${inMb(bare.peak)}` : ''
  return {
    what,
    measured: `${inSeconds(ms)} (processor ${inSeconds(cpuMs)}), peak ${inMb(peak)}${beside}`,
    // A panel keeps the first hundred rows behind each of its half a million figures: it grows with those, not with the file.
    ...(way === 'survey' ? { promise: `peak under ${inMb(promisedBytes)}`, isKept: peak < promisedBytes } : {}),
  }
}

async function measured(way: Way, path: string): Promise<Measured> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./sheets-way.ts', import.meta.url)), way, path])
  let [told, failed] = ['', '']
  child.stdout.on('data', (part) => {
    told += part
  })
  child.stderr.on('data', (part) => {
    failed += part
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${way} of ${path} failed: ${failed}`)
  return JSON.parse(told) as Measured
}

/** As tills write them: a thousand shops, weeks, eight columns. */
function row(at: number): string[] {
  const [shop, week] = [at % 1000, Math.floor(at / 1000) % 500]
  const name = `${2010 + Math.floor(week / 52)}-W${String(1 + (week % 52)).padStart(2, '0')}`
  return [
    `Shop ${shop}`,
    name,
    (1000 + ((at * 7919) % 5000) / 7).toFixed(2),
    String(at % 13),
    shop % 2 ? 'yes' : 'no',
    `Region ${shop % 9}`,
    `Person ${shop % 40}`,
    `ok ${at % 101}`,
  ]
}
const header = ['shop', 'week', 'sales', 'late', 'pilot', 'region', 'lead', 'note']

async function writeCsv(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path)
  let [written, at] = [0, 0]
  out.write(`${header.join(',')}\n`)
  while (written < bytes - mb) {
    let text = ''
    while (text.length < mb) text += `${row(at++).join(',')}\n`
    written += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await new Promise<void>((resolve) => out.end(() => resolve()))
  return at
}

/** A workbook whose sheet is written as it is packed: it never stands in memory either. */
async function writeWorkbook(path: string, rows: number): Promise<number> {
  const cell = (text: string) =>
    /^[\d.]+$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const line = (cells: readonly string[], at: number) => `<row r="${at}">${cells.map(cell).join('')}</row>`
  function* sheet() {
    yield `<worksheet><sheetData>${line(header, 1)}`
    for (let at = 0; at < rows; at++) yield line(row(at), at + 2)
    yield '</sheetData></worksheet>'
  }
  const relation = (id: string, type: string, target: string) =>
    `<Relationships><Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/></Relationships>`
  await writeZip(path, {
    '_rels/.rels': [relation('a', 'officeDocument', 'xl/workbook.xml')],
    'xl/workbook.xml': ['<workbook><sheets><sheet name="Sales" id="b"/></sheets></workbook>'],
    'xl/_rels/workbook.xml.rels': [relation('b', 'worksheet', 'worksheets/sheet1.xml')],
    'xl/worksheets/sheet1.xml': sheet(),
  })
  return rows
}

function inMb(bytes: number): string {
  return `${Math.round(bytes / mb)} MB`
}
