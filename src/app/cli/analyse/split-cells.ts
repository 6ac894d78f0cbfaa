import type { Pair } from '#lib/stats/analyse/analyse-pairs.ts'
import type { SplitUnit } from '#lib/stats/analyse/analyse-split.ts'
import { WrongInput } from '../wrong-input.ts'
import { treatedOf } from './columns.ts'
import type { ReadTable } from './read-table.ts'
import type { AskedSplit } from './split.ts'

/** The column of arms, and the arm with the change where it was named. @throws {WrongInput} */
export function armOf(text: string, header: readonly string[]): ReturnType<typeof treatedOf> {
  const found = treatedOf(text, header, '--arm')
  if ((found.values?.length ?? 1) > 1) throw new WrongInput(`--arm ${text}: name one arm, the one with the change.`)
  return found
}

/** One value for each unit in each arm. Rows of one unit are added up; of a mean, a share or a quantile they are averaged. */
export function cellsOf({ rows, texts, numbers }: ReadTable, armColumn: string, asked: AskedSplit): Cell[] {
  const { value, unit, denominator, pre, kind } = asked
  const isAdded = kind === 'rate' || kind === 'ratio'
  const found = new Map<string, { unit: string; arm: string; value: Sum; denominator: Sum; pre: Sum; row: number }>()
  for (const [at, row] of rows.entries()) {
    const name = unit === undefined ? String(at) : (texts[unit]?.[at] ?? '')
    const arm = texts[armColumn]?.[at] ?? ''
    const key = JSON.stringify([name, arm])
    const seen = found.get(key) ?? { unit: name, arm, value: sum(), denominator: sum(), pre: sum(), row }
    found.set(key, seen)
    add(seen.value, numbers[value]?.[at])
    if (denominator !== undefined) add(seen.denominator, numbers[denominator]?.[at])
    if (pre !== undefined) add(seen.pre, numbers[pre]?.[at])
  }
  return [...found.values()].map((each) => ({
    ...{ unit: each.unit, arm: each.arm, row: each.row },
    value: totalOf(each.value, isAdded),
    denominator: totalOf(each.denominator, isAdded),
    pre: totalOf(each.pre, isAdded),
  }))
}

interface Cell extends SplitUnit {
  readonly unit: string
  readonly row: number
}

/**
 * The units as pairs, when each was measured in both arms; null when none was.
 * @throws {WrongInput} when some units are in one arm and some in both, or a share or a rate is asked of pairs.
 */
export function pairsOf(
  cells: readonly Cell[],
  { treated, comparison }: { treated: string; comparison: string },
  { unit, kind }: AskedSplit,
): Pair[] | null {
  if (unit === undefined) return null
  const inArm = (name: string) => new Map(cells.filter(({ arm }) => arm === name).map((cell) => [cell.unit, cell]))
  const [a, b] = [inArm(treated), inArm(comparison)]
  const both = [...a.keys()].filter((name) => b.has(name))
  if (both.length === 0) return null
  const alone = [...a.values(), ...b.values()].find((cell) => !(a.has(cell.unit) && b.has(cell.unit)))
  if (alone)
    throw new WrongInput(
      `--unit: some units are in both arms, and "${alone.unit}" (row ${alone.row}) is in one; either each unit has one arm, or each has both.`,
    )
  if (kind !== 'mean')
    throw new WrongInput(`--kind ${kind}: every unit is in both arms, and pairs are compared by means only.`)
  return both.map((name) => ({ treated: a.get(name)?.value ?? null, comparison: b.get(name)?.value ?? null }))
}

interface Sum {
  total: number
  count: number
}
function sum(): Sum {
  return { total: 0, count: 0 }
}
function add(to: Sum, value: number | null | undefined): void {
  if (value === null || value === undefined) return
  to.total += value
  to.count += 1
}
function totalOf({ total, count }: Sum, isAdded: boolean): number | null {
  if (count === 0) return null
  return isAdded ? total : total / count
}

/** Which arm has the change and which is compared. With more than two, both must be named. */
export function armsOf(
  named: ReadonlySet<string>,
  { column, values }: ReturnType<typeof treatedOf>,
  { control }: AskedSplit,
): { treated: string; comparison: string } {
  const arms = [...named].sort()
  const listed = arms.slice(0, 12).join(', ')
  const known = (option: string, name: string) => {
    if (!arms.includes(name)) throw new WrongInput(`${option}: the column never says "${name}"; it says: ${listed}.`)
    return name
  }
  const [only] = values ?? []
  const treated = only === undefined ? null : known('--arm', only)
  const comparison = control === undefined ? null : known('--control', control)
  if (treated !== null && treated === comparison)
    throw new WrongInput('--control: this is the arm with the change itself.')
  if (arms.length < 2)
    throw new WrongInput(`--arm: the column says "${listed}" in every row; there is nothing to compare with.`)
  const others = arms.filter((name) => name !== treated && name !== comparison)
  const [first, second] = others
  if (treated !== null && comparison !== null) return { treated, comparison }
  if (arms.length === 2 && treated !== null) return { treated, comparison: first ?? '' }
  if (arms.length === 2 && comparison !== null) return { treated: first ?? '', comparison }
  if (arms.length === 2 && isOff(first) && !isOff(second)) return { treated: second ?? '', comparison: first ?? '' }
  throw new WrongInput(
    `--arm: the column says: ${listed}. Say which had the change and which not: --arm "${column}=${arms.at(-1)}" --control "${arms[0]}".`,
  )
}

/** What people write for the arm without the change. */
function isOff(name: string | undefined): boolean {
  return /^(?:0|no|n|false|control|off|placebo|usual)$/i.test(name ?? '')
}
