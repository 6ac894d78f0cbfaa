import { sayIn } from '#platform/anywhere/say-in.ts'
import { english } from '../../words/en.ts'
import type { AnalyseJson } from './json.ts'

/** The command line speaks one language, so that what it prints can be relied on by scripts and by issue reports. */
export const say = sayIn('en', english)

/** Of everything that is drawn; fixed, so that everybody gets the same numbers from the same file. */
export const seed = 1

/** What the command has to say of a file, whatever the design: JSON, text and report are made from this alone. */
export interface Told {
  readonly json: AnalyseJson
  /** What was measured, as the sheet calls it. */
  readonly metric: string
  readonly lead: string
  readonly gradeReasons: readonly string[]
  readonly checks: readonly CheckSaid[]
  readonly method: { readonly name: string; readonly steps: readonly string[]; readonly sources: readonly string[] }
  /** Doubts about the sheet. */
  readonly warnings: readonly string[]
  /** The numbers behind the sentence; the first row is the head. */
  readonly numbers: readonly (readonly string[])[]
  /** Longer tables, for the report alone. */
  readonly more: readonly {
    readonly title: string
    readonly fold: string
    readonly rows: readonly (readonly string[])[]
  }[]
  /** Drawn only when somebody wants the report. */
  pictures(): readonly { readonly title: string; readonly note: string; readonly svg: string }[]
}

export interface CheckSaid {
  readonly code: string
  readonly passed: boolean | null
  readonly title: string
  readonly detail: string
}
