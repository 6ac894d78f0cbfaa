import { isMissing } from './missing.ts'
import { parseFlag } from './parse-flag.ts'
import { SheetProblem } from './sheet-problem.ts'

/** Tells of each cell of the treated column whether it means treated. */
export interface Treatment {
  /** True, false, or null when the cell is missing or (remembered for `check`) is no flag. */
  read(text: string, row: number): boolean | null
  /** @throws {SheetProblem} `not-a-flag` or `no-treated-value`, naming the values found. */
  check(): void
}

const levelsNamed = 10

/**
 * Without `values`, cells are flags (`parseFlag`) and a missing one says nothing. With `values`, a cell that equals
 * one of them in any case is treated, and every other cell, an empty one too, is not: people mark the pilot shops
 * with an x and leave the rest empty.
 */
export function treatment(column: string, values?: readonly string[]): Treatment {
  const wanted = new Map((values ?? []).map((value) => [fold(value), value]))
  const unseen = new Set(wanted.keys())
  const found = new Set<string>()
  let badRow: number | undefined

  function read(text: string, row: number): boolean | null {
    if (found.size <= levelsNamed) found.add(text.trim().slice(0, 60))
    const flag = values ? isWanted(text) : parseFlag(text)
    if (flag === null && !isMissing(text)) badRow ??= row
    return flag
  }

  // Folding is slow and most columns have a handful of texts.
  const known = new Map<string, boolean>()
  function isWanted(text: string): boolean {
    const before = known.get(text)
    if (before !== undefined) return before
    const key = fold(text)
    unseen.delete(key)
    if (known.size < 1000 && text.length < 100) known.set(text, wanted.has(key))
    return wanted.has(key)
  }

  function check(): void {
    const names = [...found].slice(0, levelsNamed).join(', ') + (found.size > levelsNamed ? ', …' : '')
    if (badRow !== undefined) throw new SheetProblem('not-a-flag', { found: names }, { row: badRow, column })
    for (const key of unseen) {
      throw new SheetProblem('no-treated-value', { value: wanted.get(key) ?? '', found: names }, { column })
    }
  }

  return { read, check }
}

/** Texts that differ only in case, width or spaces fold to the same. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}
