import { z } from 'zod'
import type { PanelSite, SheetPanel } from '#lib/sheet/sheet-panel.ts'
import type { SheetWarning, SheetWarningCode } from '#lib/sheet/sheet-warning.ts'
import { comparableMeans } from '#lib/stats/pilot/comparable-means.ts'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { instant } from '#platform/anywhere/time.ts'

export const SheetId = z.uuid().brand<'SheetId'>()
export type SheetId = z.output<typeof SheetId>

const ColumnName = z.string().min(1).max(200)

/** Which column of a sheet says what. */
export const Columns = z.strictObject({
  site: ColumnName,
  period: ColumnName,
  value: ColumnName,
  /** The column that says which sites got the change; without `values` it holds yes and no. */
  treated: z.strictObject({ column: ColumnName, values: z.array(z.string().max(200)).min(1).max(100).nullable() }),
  /** How 01/02/2024 and 1.234 are meant, once a person has said so. Null: the cells decide. */
  dateOrder: z.enum(['day-first', 'month-first']).nullable().default(null),
  numberStyle: z.enum(['point', 'comma']).nullable().default(null),
})
export type Columns = z.output<typeof Columns>

/** The first period with the change, included: as it stands in the sheet, or a date. */
export const Since = z.string().trim().min(1).max(40)

/** A column as it was found: what it holds, and the texts to choose from when they are few. */
export const SheetColumn = z.strictObject({
  name: z.string(),
  kind: z.enum(['number', 'flag', 'period', 'text', 'empty']),
  filled: z.int().min(0),
  missing: z.int().min(0),
  distinct: z.int().min(0),
  examples: z.array(z.string()),
  levels: z.array(z.string()).nullable(),
  /** What most of its numbers carry: %, €, or nothing. */
  mark: z.string(),
})
export type SheetColumn = z.output<typeof SheetColumn>

/** A column for a part, and how sure: a share in [0, 1]. From 0.5 on the page chooses it beforehand. */
const Guess = z.strictObject({ column: z.string(), confidence: z.number() })

export const SheetGuesses = z.strictObject({
  site: Guess.nullable(),
  period: Guess.nullable(),
  value: Guess.nullable(),
  treated: Guess.extend({ values: z.array(z.string()).nullable() }).nullable(),
  since: z.strictObject({ period: z.string(), confidence: z.number() }).nullable(),
  guardrails: z.array(Guess),
})
export type SheetGuesses = z.output<typeof SheetGuesses>

/** A row by the number that a spreadsheet shows. */
export const SheetRow = z.strictObject({ row: z.int().min(1), cells: z.array(z.string()) })
export type SheetRow = z.output<typeof SheetRow>

/** Every code of the reader once more, because a type cannot be listed: the compiler refuses a gap. */
const codes = {
  'windows-text': true,
  'damaged-text': true,
  'other-tabs': true,
  'merged-cells': true,
  'hidden-rows': true,
  'uncomputed-cells': true,
  'title-rows': true,
  'no-header': true,
  'one-column': true,
  'short-rows': true,
  turned: true,
  'filled-down': true,
  'serial-dates': true,
  'total-rows': true,
  'no-key': true,
  'rows-without': true,
  'missing-values': true,
  'text-in-numbers': true,
  'other-decimals': true,
  'unsure-numbers': true,
  'mixed-marks': true,
  'unsure-dates': true,
  'duplicate-rows': true,
  'repeated-periods': true,
  'units-repeated': true,
  gaps: true,
  'since-moved': true,
  'since-before-all': true,
  'since-after-all': true,
  'empty-side': true,
  'one-site': true,
  'one-treated-site': true,
  'one-comparison-site': true,
  'no-comparison-site': true,
  'unknown-treated': true,
  'treated-changes': true,
  'treated-elsewhere': true,
  'similar-sites': true,
  'long-names': true,
} as const satisfies Record<SheetWarningCode, true>

const Place = z.strictObject({ row: z.int().min(1), column: z.string().nullable(), text: z.string().nullable() })

/** A doubt about a sheet that does not stop it: a code and values. The page makes the sentence, in the reader's language. */
export const SheetDoubt = z.strictObject({
  code: z.enum(Object.keys(codes) as [SheetWarningCode, ...SheetWarningCode[]]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The first places, at most 20; the values count all of them. */
  places: z.array(Place),
})
export type SheetDoubt = z.output<typeof SheetDoubt>

/** How the rows of a file become the rows of a table; `src/lib/sheet/row-shaper.ts` says what each means. */
export const Layout = z.enum(['as-found', 'as-is', 'turned'])

/** How a file was read. */
export const Reading = z.strictObject({
  /** Of a workbook: the tab that somebody chose. Null: the first with a table. */
  tab: z.string().max(200).nullable(),
  layout: Layout,
})
export type Reading = z.output<typeof Reading>

/** What was found in a sheet when it came. Long cells are cut here; the rows themselves are kept as they are. */
export const SheetDescription = z.strictObject({
  /** Of a workbook: its tabs, and the one that was read. */
  tabs: z.array(z.strictObject({ name: z.string(), isHidden: z.boolean() })),
  tab: z.string().nullable(),
  /** It had one column for each period, and each has become a row. */
  isTurned: z.boolean(),
  /** How numbers are read in columns that leave it open. */
  hint: z.enum(['point', 'comma']),
  delimiter: z.string(),
  encoding: z.string(),
  /** Null when the first row already holds figures. */
  headerRow: z.int().nullable(),
  columns: z.array(SheetColumn),
  guesses: SheetGuesses,
  /** One column per period, which was not plain enough to turn it: it must be turned first. */
  isWide: z.boolean(),
  /** Rows that are not blank, the header not counted. */
  rowCount: z.int().min(0),
  /** The first 50 rows, or as many as fit. */
  sample: z.array(SheetRow),
  doubts: z.array(SheetDoubt),
})
export type SheetDescription = z.output<typeof SheetDescription>

/** A table that somebody pasted or uploaded, kept as it came. */
export const Sheet = z.strictObject({
  id: SheetId,
  name: z.string().trim().min(1).max(200),
  bytes: z.int().min(1).max(limits.sheetBytes),
  /** Of its bytes, in hexadecimal; of another reading of them, of both. */
  sha256: z.string().length(64),
  /** The sheet that keeps the bytes, where this is another reading of them. */
  bytesOfId: SheetId.nullable(),
  reading: Reading,
  description: SheetDescription,
  addedById: PersonId,
  addedAt: instant,
})
export type Sheet = z.output<typeof Sheet>

const Values = z.array(z.number().nullable())

const Group = z.strictObject({
  /** How many sites, and the names of the first 200. */
  count: z.int().min(0),
  names: z.array(z.string()),
  /** The mean of its sites in each period; null where none has a figure. */
  means: Values,
})

/** A sheet read with a choice of columns, as far as a page shows it. */
export const SheetPreview = z.strictObject({
  rows: z.int().min(0),
  /** As they stand in the sheet, earliest first. */
  periods: z.array(z.string()),
  periodKind: z.string(),
  /** The first period with the change: its place in `periods`, or their number when all come before. */
  since: z.int().min(0),
  treated: Group,
  comparison: Group,
  /** Some sites of each group by themselves, evenly chosen. */
  lines: z.array(z.strictObject({ name: z.string(), treated: z.boolean(), values: Values })),
  /** Places of the table of sites and periods that have a figure, of how many. */
  filled: z.int().min(0),
  places: z.int().min(0),
  doubts: z.array(SheetDoubt),
})
export type SheetPreview = z.output<typeof SheetPreview>

/** The reader's warning in the form that travels. */
export function doubtOf({ code, values, at, places }: SheetWarning): SheetDoubt {
  const all = places ?? (at ? [at] : [])
  return {
    code,
    values,
    places: all.map(({ row, column = null, text = null }) => ({ row, column, text })),
  }
}

/** And back: the doubts of a stored sheet come before those of what is read from it. */
export function warningOf({ code, values, places }: SheetDoubt): SheetWarning {
  const all = places.map(({ row, column, text }) => ({
    row,
    ...(column === null ? {} : { column }),
    ...(text === null ? {} : { text }),
  }))
  const [at] = all
  return { code, values, ...(at ? { at, places: all } : {}) } as SheetWarning
}

const namesShown = 200
/** Thin lines of one group, and figures in all of them: what a picture can show, and an answer should weigh. */
const linesShown = 40
const figuresShown = 40_000

/** What a page shows of a table of sites and periods, from one sheet or from several. */
export function previewOf(
  { sites, periods, periodKind, since, rows }: Pick<SheetPanel, 'sites' | 'periods' | 'periodKind' | 'since' | 'rows'>,
  doubts: SheetDoubt[],
): SheetPreview {
  const treated = sites.filter((site) => site.treated)
  const comparison = sites.filter((site) => !site.treated)
  const most = Math.min(linesShown, Math.floor(figuresShown / 2 / Math.max(1, periods.length)))
  return {
    rows,
    periods: periods.map(({ label }) => label),
    periodKind,
    since,
    treated: groupOf(treated, periods.length),
    comparison: groupOf(comparison, periods.length),
    lines: [...evenly(treated, most), ...evenly(comparison, most)],
    filled: sites.reduce((sum, { values }) => sum + values.filter((value) => value !== null).length, 0),
    places: sites.length * periods.length,
    doubts,
  }
}

function groupOf(sites: readonly PanelSite[], periods: number): SheetPreview['treated'] {
  return {
    count: sites.length,
    names: sites.slice(0, namesShown).map(({ name }) => name),
    means: comparableMeans(
      sites.map(({ values }) => values),
      periods,
    ).map(({ mean }) => mean),
  }
}

function evenly<Thing>(things: readonly Thing[], most: number): Thing[] {
  if (things.length <= most) return [...things]
  return Array.from({ length: most }, (_, at) => things[Math.floor((at * things.length) / most)]).filter(
    (thing) => thing !== undefined,
  )
}
