import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Upload } from '#platform/http.ts'
import type { SeriesText } from '#product/measurement/gap-store.ts'
import { fileOf } from '#product/sheet/sheet-file.ts'
import type { SiteId } from '#product/site/site.ts'
import type { Measured } from '../plan-body.ts'

/** What every such table is called by. The names are part of frozen plans, so they are the same in every language. */
export const tableColumns = { site: 'site', period: 'period', given: 'change' } as const

/** A table of record, before it is written. */
export interface MeasuredTable {
  sites: readonly { siteId: SiteId; name: string }[]
  /** First days, earliest first. */
  periods: readonly string[]
  metrics: Measured['metrics']
  /** Of each metric, in the same order. */
  figures: readonly MetricFigures[]
  /** Who gets it; null where all get it at once. */
  cellOf: ((name: string, on: string) => string) | null
}

/** The figures of one metric, site after site; NaN where there is none. */
export interface MetricFigures {
  values: Float64Array
  denominators: Float64Array
}

/** A million figures as numbers, not as objects. */
export function figuresIn(
  series: readonly SeriesText[],
  { sites, periods }: Pick<MeasuredTable, 'sites' | 'periods'>,
): MetricFigures {
  const values = new Float64Array(sites.length * periods.length).fill(Number.NaN)
  const denominators = new Float64Array(values.length).fill(Number.NaN)
  const rowOf = new Map(sites.map(({ siteId }, at) => [siteId, at * periods.length]))
  const placeOf = new Map(periods.map((on, at) => [on, at]))
  for (const { siteId, ...texts } of series) {
    const row = rowOf.get(siteId)
    if (row === undefined) continue
    const [found, below] = [texts.values.split(','), texts.denominators.split(',')]
    for (const [at, on] of texts.ons.split(',').entries()) {
      const place = placeOf.get(on)
      if (place === undefined) continue
      values[row + place] = Number(found[at])
      if (below[at]) denominators[row + place] = Number(below[at])
    }
  }
  return { values, denominators }
}

/** The table as a CSV file: a row for each site and period, also where nothing was measured, so that a gap is seen. */
export async function writeTable({ sites, periods, metrics, figures, cellOf }: MeasuredTable): Promise<{
  upload: Upload
  figures: number
}> {
  const { site, period, given } = tableColumns
  const header = [
    ...[site, period],
    ...(cellOf ? [given] : []),
    ...metrics.flatMap(({ column, parts }) => (parts ? [column, parts.above, parts.below] : [column])),
  ]
  const lines = [header.map(quoted).join(',')]
  let [place, count, turns] = [0, 0, 0]
  for (const { name } of sites) {
    const start = quoted(name)
    for (const on of periods) {
      let line = `${start},${on}`
      if (cellOf) line += `,${cellOf(name, on)}`
      for (const [at, { parts }] of metrics.entries()) {
        const value = figures[at]?.values[place] ?? Number.NaN
        const below = figures[at]?.denominators[place] ?? Number.NaN
        if (Number.isNaN(value)) line += parts ? ',,,' : ','
        else {
          count++
          line += parts ? `,${value / below},${value},${below}` : `,${value}`
        }
      }
      lines.push(line)
      place++
    }
    // Other requests are answered in between.
    if (lines.length > (turns + 1) * 5_000) {
      turns++
      await setImmediate()
    }
  }
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { upload: { ...fileOf(bytes), sha256 }, figures: count }
}

/** A text that a table reader takes for one cell. */
function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Columns for metrics: their names, each once, and none that the table has already. */
export function columnsFor(metrics: readonly { name: string; isDivided: boolean }[]): {
  column: string
  parts: { above: string; below: string } | null
}[] {
  const taken = new Set<string>(Object.values(tableColumns))
  const free = (wanted: string): string => {
    let name = wanted
    for (let more = 2; taken.has(name.toLowerCase()); more++) name = `${wanted} ${more}`
    taken.add(name.toLowerCase())
    return name
  }
  return metrics.map(({ name, isDivided }) => {
    const column = free(name.trim())
    return { column, parts: isDivided ? { above: free(`${name} (count)`), below: free(`${name} (out of)`) } : null }
  })
}
