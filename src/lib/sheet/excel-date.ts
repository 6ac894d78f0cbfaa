const msPerDay = 86_400_000
const startOf1904 = Date.UTC(1904, 0, 1)
/** Day 0, as far as days from 1900-03-01 on go. */
const startOf1900 = Date.UTC(1899, 11, 30)
/** 9999-12-31 */
const last = 2_958_465

/**
 * The date that a workbook keeps as a number of days: `2024-05-31`, with `T06:30:00` when it has a time; null when it is
 * no date (negative, or past the year 9999). Rounded to the second.
 *
 * The 1900 system counts a 29 February 1900 that never was, so its first two months are a day off.
 */
export function excelDate(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0) || serial > last) return null
  const start = is1904 ? startOf1904 : serial < 60 ? startOf1900 + msPerDay : startOf1900
  const moment = new Date(start + Math.round(serial * 86_400) * 1000)
  if (moment.getUTCFullYear() > 9999) return null
  const [day = '', time = ''] = moment.toISOString().split('T')
  const clock = time.slice(0, 8)
  return clock === '00:00:00' ? day : `${day}T${clock}`
}
