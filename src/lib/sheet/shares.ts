import type { YesColumn } from './panel-mapping.ts'
import { parseFlag } from './parse-flag.ts'
import { treatment } from './treatment.ts'

/** Reads a column of yes and no, or of shares, as numbers. */
export interface Shares {
  /** 1 for yes and 0 for no, as text; any other cell as it stands, for whoever reads numbers. */
  read(text: string, row: number): string
  /** @throws {SheetProblem} `no-treated-value` for a value that no cell has. */
  check(): void
}

export function shares({ column, values }: YesColumn): Shares {
  const said = values && treatment(column, values)
  function read(text: string, row: number): string {
    const isYes = said ? said.read(text, row) : parseFlag(text)
    return isYes === null ? text : isYes ? '1' : '0'
  }
  return { read, check: () => said?.check() }
}
