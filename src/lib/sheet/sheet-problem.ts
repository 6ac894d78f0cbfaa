type None = Record<never, never>

/** Every reason why a sheet cannot be read on, with the values that its sentence needs. README.md says when each comes. */
export type SheetProblems = {
  'empty-file': None
  'no-rows': None
  'too-many-bytes': { limit: number }
  'too-many-columns': { count: number; limit: number }
  'line-too-long': { limit: number }
  'cell-too-long': { length: number; limit: number }
  'long-row': { cells: number; columns: number }
  'quote-not-closed': { line: number }
  'quote-misplaced': { line: number }
  'nul-character': None
  'bad-encoding': { encoding: string }
  'is-xlsx': { type: 'xlsx' | 'xlsb' | 'xls' | 'ods' }
  'is-protected': None
  'is-broken': None
  'unpacks-too-large': { limit: number }
  'no-tab': { tab: string; found: string }
  'is-pdf': None
  'is-html': None
  'is-archive': { type: 'zip' | 'gzip' }
  'is-binary': None
  'no-column': { column: string; found: string }
  'column-twice': { column: string }
  'no-period': { text: string }
  'mixed-periods': { text: string; kind: string; otherText: string; otherKind: string }
  'no-since': { since: string; example: string }
  'not-a-flag': { found: string }
  'no-treated-value': { value: string; found: string }
  'no-treated-site': None
  'several-starts': { site: string; start: string; other: string }
  'start-ends': { site: string; period: string }
  'both-states': { site: string; period: string }
  'no-numbers': { text: string }
  'too-many-sites': { limit: number }
  'too-many-periods': { limit: number }
  'too-many-units': { limit: number }
  'too-many-arms': { limit: number }
}
export type SheetProblemCode = keyof SheetProblems

/**
 * A sheet that cannot be read on. Holds a code and values, no words; `row` counts as a spreadsheet does (the first
 * row of the file is 1) and `column` is the name in the header.
 */
export class SheetProblem<Code extends SheetProblemCode = SheetProblemCode> extends Error {
  readonly code: Code
  readonly values: Readonly<SheetProblems[Code]>
  readonly row: number | undefined
  readonly column: string | undefined

  constructor(
    code: Code,
    values: SheetProblems[Code],
    at: { row?: number | undefined; column?: string | undefined } = {},
  ) {
    super(code)
    this.name = 'SheetProblem'
    this.code = code
    this.values = values
    this.row = at.row
    this.column = at.column
  }
}
