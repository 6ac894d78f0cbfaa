import type { Language } from '#platform/anywhere/message.ts'

const decimalSign: Record<Language, '.' | ','> = { en: '.', de: ',' }

/**
 * The number that a person wrote, with a comma or a point: `1,5` and `1.5` are both one and a half.
 * Null for an empty text, NaN for one that is no number.
 *
 * One sign followed by exactly three digits (`1,234`) could be either; the reader's language decides, because a guess
 * would be wrong a thousandfold.
 */
export function readNumber(text: string, language: Language): number | null {
  const bare = text.trim().replace(/[\s\u00a0\u202f'’]/g, '')
  if (bare === '') return null
  const [, sign, digits] = /^([-−–+]?)((?:\d[\d.,]*|[.,]\d+)(?:e[-+]?\d+)?)$/i.exec(bare) ?? []
  if (digits === undefined) return Number.NaN
  const number = Number(plain(digits, language))
  return sign === '' || sign === '+' ? number : -number
}

/** The same digits with a point for the decimals and nothing between thousands; unreadable groups are left in. */
function plain(digits: string, language: Language): string {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last === -1) return digits
  const decimal = digits.charAt(last)
  const group = decimal === '.' ? ',' : '.'
  if (digits.includes(group)) return isGrouped(digits.slice(0, last), group) ? swap(digits, group, decimal) : digits
  if (digits.indexOf(decimal) !== last) return isGrouped(digits, decimal) ? digits.replaceAll(decimal, '') : digits
  const looksGrouped = decimal !== decimalSign[language] && isGrouped(digits, decimal)
  return looksGrouped ? digits.replace(decimal, '') : digits.replace(decimal, '.')
}

function swap(digits: string, group: string, decimal: string): string {
  return digits.replaceAll(group, '').replace(decimal, '.')
}

/** Whether thousands stand in groups of three, none before the first: `1,234,567`. */
function isGrouped(digits: string, group: string): boolean {
  const [first = '', ...rest] = digits.split(group)
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part))
}

/** A number as its writer would type it: the language's decimal sign, no groups, every digit kept. */
export function writeNumber(value: number, language: Language): string {
  return String(value).replace('.', decimalSign[language])
}
