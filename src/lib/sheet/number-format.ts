/**
 * What a number format of a workbook makes of its numbers. `month` and `year`: dates that show no day. `hours`, `minutes`
 * and `seconds`: lengths of time, which a workbook keeps in days.
 */
export type FormatKind = 'plain' | 'percent' | 'day' | 'month' | 'year' | 'time' | 'hours' | 'minutes' | 'seconds'

export interface NumberFormat {
  kind: FormatKind
  /** The currency sign that it shows, or empty. */
  mark: string
}

const plain: NumberFormat = { kind: 'plain', mark: '' }

/** The formats that a workbook names by number alone, those that are no plain numbers. */
const builtIn = new Map<number, FormatKind>([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 22, ...range(27, 36), ...range(50, 58)].map((id) => [id, 'day'] as const),
  ...[18, 19, 20, 21].map((id) => [id, 'time'] as const),
  [17, 'month'],
  [45, 'time'],
  [46, 'hours'],
  [47, 'time'],
])

/** The format behind a number below 164, which needs no text. */
export function builtInFormat(id: number): NumberFormat {
  const kind = builtIn.get(id)
  return kind ? { kind, mark: '' } : plain
}

/**
 * What a format such as `[$€-407] #,##0.00` or `dd.mm.yyyy` means. Only its first section counts, the one for positive
 * numbers; quoted text, colours and conditions say nothing about the number.
 *
 * @see ECMA-376 part 1, 18.8.31
 */
export function numberFormat(code: string): NumberFormat {
  const mark = /\p{Sc}/u.exec(code.replaceAll('[$', '['))?.[0] ?? ''
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? ''
  const elapsed = /\[(?:h+|m+|s+)\]/i.exec(bare)?.[0]
  if (elapsed) return { kind: /h/i.test(elapsed) ? 'hours' : /m/i.test(elapsed) ? 'minutes' : 'seconds', mark: '' }
  // A letter that is no code stands in quotes, so any that is left tells.
  const shown = bare.replace(/\[[^\]]*\]/g, '').replace(/general|standard|e[+-]/gi, '')
  if (shown.includes('%')) return { kind: 'percent', mark: '' }
  if (/d/i.test(shown)) return { kind: 'day', mark: '' }
  if (/[hs]/i.test(shown)) return { kind: /y/i.test(shown) ? 'day' : 'time', mark: '' }
  if (/m/i.test(shown)) return { kind: 'month', mark: '' }
  return /y/i.test(shown) ? { kind: 'year', mark: '' } : { kind: 'plain', mark }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
