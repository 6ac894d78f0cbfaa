type None = Record<never, never>

/** Every reason why a .pb file cannot be read, with the values that its sentence needs. README.md says when each comes. */
export type PabulibProblems = {
  'empty-file': None
  'no-section': { section: string }
  'section-twice': { section: string }
  'before-section': { text: string }
  'no-column': { section: string; column: string }
  'column-twice': { column: string }
  'long-row': { cells: number; columns: number }
  'quote-not-closed': None
  'no-entry': { key: string }
  'entry-twice': { key: string }
  'not-a-number': { text: string }
  'vote-type': { text: string }
  'no-id': None
  'project-twice': { id: string }
  'voter-twice': { id: string }
  'unknown-project': { id: string }
  'vote-twice': { id: string }
  'points-differ': { votes: number; points: number }
}
export type PabulibProblemCode = keyof PabulibProblems

/** A .pb file that cannot be read. Holds a code and values, no words; the first line of the file is 1. */
export class PabulibProblem<Code extends PabulibProblemCode = PabulibProblemCode> extends Error {
  readonly code: Code
  readonly values: Readonly<PabulibProblems[Code]>
  readonly line: number | undefined
  /** The name of the column in the header of its section. */
  readonly column: string | undefined

  constructor(code: Code, values: PabulibProblems[Code], at: { line?: number; column?: string } = {}) {
    super(code)
    this.name = 'PabulibProblem'
    this.code = code
    this.values = values
    this.line = at.line
    this.column = at.column
  }
}
