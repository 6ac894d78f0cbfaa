import type { FormatKind, NumberFormat } from '#lib/sheet/number-format.ts'

type Attributes = Readonly<Record<string, string>>

interface Style {
  /** The format of its numbers, by name. */
  format: string | undefined
  parent: string | undefined
  /** Of a tab: it is not shown. */
  isHidden: boolean
}

/** What the styles of an OpenDocument file say of its cells and tabs, as far as they have been read. */
export interface DocumentStyles {
  open(name: string, attributes: Attributes): void
  /** How a cell of this style shows a date or a length of time. */
  kindOf(style: string | undefined): FormatKind | undefined
  isHidden(style: string | undefined): boolean
}

/** More than a spreadsheet program has. */
const most = 65_536
/** Styles that build on each other. */
const deepest = 8

/**
 * Takes the tags of `styles.xml` and of the head of `content.xml`. What a cell is stands in the cell; only whether a date
 * shows its day, and which part of a length of time is counted, stands here.
 * @see OpenDocument 1.3 part 3, 16.29 (number formats)
 */
export function documentStyles(): DocumentStyles {
  const styles = new Map<string, Style>()
  const formats = new Map<string, FormatKind>()
  let style: Style | undefined
  let [format, isElapsed] = ['', false]

  function open(name: string, attributes: Attributes): void {
    const named = attributes['style:name'] ?? ''
    if (name === 'style') {
      style = {
        format: attributes['style:data-style-name'],
        parent: attributes['style:parent-style-name'],
        isHidden: false,
      }
      if (styles.size < most) styles.set(named, style)
    } else if (name === 'table-properties') {
      if (style) style.isHidden = attributes['table:display'] === 'false'
    } else if (name === 'date-style' || name === 'time-style') {
      format = named
      isElapsed = attributes['number:truncate-on-overflow'] === 'false'
      if (formats.size < most) formats.set(format, name === 'date-style' ? 'year' : 'time')
    } else if (name.endsWith('-style')) format = ''
    else if (format !== '') refine(name)
  }

  /** Each part that a format shows makes it finer: of a date the day, of a length of time the first one counts. */
  function refine(part: string): void {
    const kind = formats.get(format)
    if (kind === 'time' && isElapsed && (part === 'hours' || part === 'minutes' || part === 'seconds'))
      formats.set(format, part)
    else if (kind === 'year' && (part === 'month' || part === 'quarter')) formats.set(format, 'month')
    else if ((kind === 'year' || kind === 'month') && dayParts.has(part)) formats.set(format, 'day')
  }

  function kindOf(name: string | undefined): FormatKind | undefined {
    let found = name === undefined ? undefined : styles.get(name)
    for (let depth = 0; found && depth < deepest; depth++) {
      if (found.format !== undefined) return formats.get(found.format)
      found = found.parent === undefined ? undefined : styles.get(found.parent)
    }
    return undefined
  }

  return { open, kindOf, isHidden: (name) => (name !== undefined && styles.get(name)?.isHidden) ?? false }
}

/** Whoever shows one of these means a day. */
const dayParts = new Set(['day', 'day-of-week', 'week-of-year', 'hours', 'minutes', 'seconds'])

const marks = new Map<string, NumberFormat>()

/** The format of money in a currency (ISO 4217), by its sign where it has one. */
export function moneyFormat(currency: string): NumberFormat {
  const known = marks.get(currency)
  if (known) return known
  if (!/^[A-Z]{3}$/.test(currency)) return { kind: 'plain', mark: '' }
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const sign = parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? ''
  const format: NumberFormat = { kind: 'plain', mark: /^\p{Sc}$/u.test(sign) ? sign : '' }
  if (marks.size < 400) marks.set(currency, format)
  return format
}
