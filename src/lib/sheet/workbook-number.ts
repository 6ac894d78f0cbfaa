import { excelDate } from './excel-date.ts'
import type { NumberFormat } from './number-format.ts'

/** Numbers such as 1.234, which in a column with commas would be thousands. */
const ambiguous = /^(-?[1-9]\d{0,2}\.\d{3})(?=$|e)/

/**
 * A number of a workbook as the text that a reader of CSV takes for the same number: with a decimal point, as exact as
 * the workbook keeps it, a date as 2024-05-31, 0.12 shown as 12 % as `12%`.
 *
 * 1.234 is written 1.2340: the number is known here, and nothing later shall take its point for thousands.
 *
 * @param raw As it stands in the file, such as `0.1` or `1.2E-2`.
 */
export function workbookNumber(raw: string, { kind, mark }: NumberFormat, is1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  switch (kind) {
    case 'day':
      return excelDate(value, is1904) ?? exact(value)
    case 'month':
      return excelDate(value, is1904)?.slice(0, 7) ?? exact(value)
    case 'year':
      return excelDate(value, is1904)?.slice(0, 4) ?? exact(value)
    case 'time':
      return excelDate(value % 1, false)?.split('T')[1] ?? '00:00:00'
    case 'hours':
      return exact(rounded(value * 24))
    case 'minutes':
      return exact(rounded(value * 1440))
    case 'seconds':
      return exact(rounded(value * 86_400))
    case 'percent':
      return `${exact(hundredfold(value))}%`
    default:
      return mark === '' ? exact(value) : `${exact(value)} ${mark}`
  }
}

function exact(value: number): string {
  return String(value + 0).replace(ambiguous, '$10')
}

/** By moving the point in the decimal digits: 0.07 * 100 is not 7. */
function hundredfold(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + 2}`)
}

/** A length of time is a fraction of a day, which most hours are not exactly. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
