/** `point`: 1,234.5 and 1 234.5 and 1'234.5. `comma`: 1.234,5 and 1 234,5 and 1'234,5. */
export type NumberStyle = 'point' | 'comma'

/** A cell that is a number in at least one style. */
export interface NumberReading {
  /** Its value with a decimal point; null when it is no number then. */
  readonly point: number | null
  /** Its value with a decimal comma; null when it is no number then. */
  readonly comma: number | null
  /** `%`, a currency sign such as `€`, or a currency code such as `EUR`; empty when there is none. */
  readonly mark: string
}

const codes = 'EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|SEK|NOK|DKK|PLN|CZK|HUF'
const shape = new RegExp(
  `^(\\()?([-+−–])? ?(\\p{Sc}|${codes})? ?([-+−–])?([\\d.,][\\d.,' ]*?)(e[-+−]?\\d{1,3})? ?(%|\\p{Sc}|${codes})?([-−–])?(\\))?$`,
  'iu',
)
const grouped = (mark: string) => `[1-9]\\d{0,2}(?:${mark}\\d{3})+`
const bodies = {
  point: new RegExp(`^(?:\\d+|${grouped(',')}|${grouped(' ')}|${grouped("'")})?(?:\\.\\d+)?$`),
  comma: new RegExp(`^(?:\\d+|${grouped('\\.')}|${grouped(' ')}|${grouped("'")})?(?:,\\d+)?$`),
}
const longest = 40

/**
 * The number that a cell holds, or null when it holds none ("12a", "1,2,3", "12 kg").
 *
 * Thousands are grouped by three with a comma or point (whichever is not the decimal sign), a space of any width or an
 * apostrophe. The sign may be `-`, the minus `−` or an en dash, before or (as SAP writes) after the digits; brackets
 * mean negative (as accountants write). A percent sign or one currency mark is allowed and does not change the
 * number: "12 %" is 12, never 0.12; `readNumber` tells the mark. Exponents as in 1.2e-3. At most 40 characters.
 */
export function parseNumber(text: string, style: NumberStyle): number | null {
  return readNumber(text)?.[style] ?? null
}

/** Both readings of a cell at once, or null when it is no number in either style. They differ only for cells such as "1,234". */
export function readNumber(text: string): NumberReading | null {
  // Nearly all cells of real sheets are plain; the full shape takes five times as long.
  if (/^-?\d{1,15}$/.test(text)) return both(Number(text) + 0)
  const [, whole, part] = /^(-?\d{1,15})\.(\d{1,20})$/.exec(text) ?? []
  if (whole !== undefined && part?.length !== 3) return { point: Number(text) + 0, comma: null, mark: '' }
  if (text.length > longest) return null
  const parts = shape.exec(plain(text))
  if (!parts) return null
  const [, open, sign, before, inner, body = '', exponent = '', after, trailing, close] = parts
  const signs = [open, sign, inner, trailing].filter(Boolean)
  if (signs.length > 1 || Boolean(open) !== Boolean(close) || (before && after)) return null
  const negative = signs.length === 1 && signs[0] !== '+'
  const point = numberIn(body, exponent, 'point', negative)
  const comma = numberIn(body, exponent, 'comma', negative)
  if (point === null && comma === null) return null
  return { point, comma, mark: (before ?? after ?? '').toUpperCase() }
}

function both(value: number): NumberReading {
  return { point: value, comma: value, mark: '' }
}

/** One kind of space, apostrophe and nothing around. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\p{Zs}/gu, ' ')
    .replaceAll('’', "'")
}

function numberIn(body: string, exponent: string, style: NumberStyle, negative: boolean): number | null {
  if (!bodies[style].test(body)) return null
  const digits = style === 'point' ? body.replace(/[, ']/g, '') : body.replace(/[. ']/g, '').replace(',', '.')
  const value = Number(digits + exponent.replace('−', '-'))
  if (!Number.isFinite(value)) return null
  // Adding 0 turns -0 into 0, which prints and compares as people expect.
  return (negative ? -value : value) + 0
}
