/** What a cell of an exported table may hold. */
export type CsvCell = string | number | bigint | null

/**
 * A line of a CSV file (RFC 4180), ready to be opened in a spreadsheet.
 *
 * A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a carriage return) gets an
 * apostrophe in front, which spreadsheets hide. Numbers stay numbers, and so does a text that is only a number.
 *
 * @see OWASP, "CSV Injection"; ASVS 5.0, 1.2.10.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

function written(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = isDangerous(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function isDangerous(text: string): boolean {
  // Spreadsheets look past leading spaces, and some past a NUL.
  const start = text.replace(/^[\s\0]*/, '')
  if (/^[\t\r]/.test(text)) return true
  return /^[=+\-@]/.test(start) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text)
}
