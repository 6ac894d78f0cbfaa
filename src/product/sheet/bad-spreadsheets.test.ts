import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { sayIn } from '#platform/anywhere/say-in.ts'
import { describeSheet, panelFromSheet } from './read-sheet.ts'
import { fileOf } from './sheet-file.ts'
import { refusalOf } from './sheet-refusal.ts'
import { sheetDe } from './words/de.ts'
import { sheetEn } from './words/en.ts'

interface Expected {
  sites?: number
  periods?: number
  filled?: number
  sum?: number
  doubts?: string[]
  columns?: Partial<Record<'site' | 'period' | 'value' | 'treated', string>>
  refused?: string
  row?: number
  column?: string
}

const folder = fileURLToPath(new URL('../../../reference/bad-spreadsheets/', import.meta.url))
const expectations = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Record<string, Expected>
const cases = Object.entries(expectations)

/** Reads a file as the product does: once to say what is in it, once with a choice of columns. */
async function readAs(file: string, { columns = {} }: Expected) {
  const bytes = readFileSync(folder + file)
  const { warnings, columns: found } = await describeSheet(fileOf(bytes))
  if (found.length < 4) return { doubts: warnings.map(({ code }) => code) }
  const { site = 'shop', period = 'week', value = 'sales', treated = 'pilot' } = columns
  const since = found.find(({ column }) => column === period)?.examples[2] ?? ''
  const mapping = { site, period, value, treated: { column: treated }, since }
  const panel = await panelFromSheet(fileOf(bytes), mapping)
  const values = panel.sites.flatMap((one) => one.values).filter((one) => one !== null)
  return {
    sites: panel.sites.length,
    periods: panel.periods.length,
    filled: values.length,
    sum: values.reduce((sum, one) => sum + one, 0),
    doubts: panel.warnings.map(({ code }) => code),
  }
}

describe('of the bad spreadsheets', () => {
  test('there are as many as files, and thirty at least', () => {
    const files = readdirSync(folder).filter((file) => !/^(README\.md|expected\.json)$/.test(file))
    expect(files.toSorted()).toEqual(Object.keys(expectations).toSorted())
    expect(files.length).toBeGreaterThanOrEqual(30)
  })

  test.each(cases.filter(([, { refused }]) => refused === undefined))(
    '%s is read right, and what is odd is said',
    async (file, expected) => {
      const { columns: _, sum, ...rest } = expected
      const read = await readAs(file, expected)
      expect(read).toMatchObject({ ...rest, doubts: expect.arrayContaining(rest.doubts ?? []) })
      expect(read.doubts).toHaveLength(rest.doubts?.length ?? 0)
      if (sum !== undefined) expect(read.sum).toBeCloseTo(sum, 6)
    },
  )

  test.each(cases.filter(([, { refused }]) => refused !== undefined))(
    '%s is refused with its place and a remedy, in both languages',
    async (file, expected) => {
      const { refused, row, column } = expected
      const problem = await readAs(file, expected).catch((error: unknown) => error)
      if (!(problem instanceof SheetProblem)) throw new Error(`${file} was not refused: ${JSON.stringify(problem)}`)
      expect([problem.code, problem.row, problem.column]).toEqual([refused, row, column])
      const { messageId, values } = refusalOf(problem)
      for (const [language, words, remedy] of [
        ['en', sheetEn, /save|send|write|choose|shorten|mend|close|unpack/i],
        ['de', sheetDe, /speicher|send|schreib|wähl|kürz|berichtig|schließ|auspack|bitte/i],
      ] as const) {
        const said = sayIn(language, words)(messageId as keyof typeof sheetEn, values)
        expect(said).toMatch(remedy)
        if (row !== undefined) expect(said).toContain(String(row))
        if (column !== undefined) expect(said).toContain(column)
      }
    },
  )
})
