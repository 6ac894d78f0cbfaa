import type { SheetProblem, SheetProblemCode, SheetProblems } from '#lib/sheet/sheet-problem.ts'
import type { SheetWarning } from '#lib/sheet/sheet-warning.ts'
import type { Say } from '#platform/anywhere/message.ts'

/** Where in the sheet, as a person finds it. */
interface At {
  row: number | undefined
  column: string | undefined
}

/** Why a sheet cannot be analysed, in one line: what, where, and what there is instead. */
export function problemLine({ code, values, row, column }: SheetProblem): string {
  const tell = lines[code] as (values: unknown, at: At) => string
  const where = [row === undefined ? '' : `row ${row}`, column === undefined ? '' : `column "${column}"`].filter(
    Boolean,
  )
  return `${where.length > 0 ? `${where.join(', ')}: ` : ''}${tell(values, { row, column })}`
}

/** A doubt about a sheet that does not stop it, in one line. */
export function warningLine({ code, values, at }: SheetWarning, say: Say): string {
  const where = { row: at?.row ?? 0, column: at?.column ?? '', text: at?.text ?? '' }
  // The page has a switch for these two; here the sheet itself has to be clear.
  if (code === 'unsure-dates')
    return `Row ${where.row}: "${values.text}" was read with the ${values.order === 'day-first' ? 'day' : 'month'} first; write dates as 2024-05-31 to be sure.`
  if (code === 'unsure-numbers')
    return `Column "${where.column}": "${values.text}" in row ${where.row} was read as ${values.readAs}; write numbers without marks for thousands to be sure.`
  return say(`sheet.warning.${code}`, { ...where, ...values })
}

const lines: { [Code in SheetProblemCode]: (values: SheetProblems[Code], at: At) => string } = {
  'empty-file': () => 'there is nothing in the file.',
  'no-rows': () => 'there is a header and no row below it.',
  'too-many-bytes': ({ limit }) => `the file is larger than ${limit} bytes.`,
  'too-many-columns': ({ count, limit }) => `the file has ${count} columns; ${limit} is the most.`,
  'line-too-long': ({ limit }) => `a line has more than ${limit} characters; this is probably no table.`,
  'cell-too-long': ({ length, limit }) => `a cell has ${length} characters; ${limit} is the most.`,
  'long-row': ({ cells, columns }) =>
    `${cells} cells under a header of ${columns}; often a comma inside a text without quotes.`,
  'quote-not-closed': ({ line }) => `a quotation mark opens in line ${line} and never closes.`,
  'quote-misplaced': ({ line }) =>
    `text follows a closing quotation mark in line ${line}; inside a text write it twice.`,
  'nul-character': () => 'a NUL character; save the sheet as CSV again.',
  'bad-encoding': ({ encoding }) => `letters that cannot be read as ${encoding}; save the sheet as UTF-8.`,
  'is-xlsx': ({ type }) => `this is a workbook of a kind that is not read (.${type}); save it as .xlsx or CSV.`,
  'is-protected': () => 'this workbook has a password; save a copy without one.',
  'is-broken': () => 'this workbook is damaged or not whole; open it in a spreadsheet and save it again.',
  'unpacks-too-large': ({ limit }) =>
    `unpacked, this workbook is out of proportion (at most ${limit} bytes); save the one tab as CSV.`,
  'no-tab': ({ tab, found }) => `the workbook has no tab "${tab}". It has: ${found}.`,
  'is-pdf': () => 'this is a PDF, not a CSV file.',
  'is-html': () => 'this is a web page, not a CSV file; perhaps the sign-in page of where it came from.',
  'is-archive': ({ type }) => `this is an archive (${type}); unpack it first.`,
  'is-binary': () => 'this is no text file.',
  'no-column': ({ column, found }) => `there is no column "${column}". The columns are: ${found}.`,
  'column-twice': ({ column }) => `column "${column}" is named for two things.`,
  'no-period': ({ text }) =>
    `"${text}" is no period: write days as 2024-05-31, months as 2024-05, weeks as 2024-W22, or plain numbers.`,
  'mixed-periods': ({ text, otherText }) => `"${text}" is another kind of period than "${otherText}".`,
  'no-since': ({ since, example }) =>
    `--since: "${since}" is no period of this sheet; write it as the sheet does, such as "${example}".`,
  'not-a-flag': ({ found }) =>
    `--treated: the column should say yes or no (1/0, yes/no, true/false); it says: ${found}. Name the values that mean treated: COLUMN=VALUE.`,
  'no-treated-value': ({ value, found }) => `--treated: the column never says "${value}"; it says: ${found}.`,
  'no-treated-site': () => '--treated: no site got the change, so there is nothing to compare.',
  'several-starts': ({ site, start, other }) =>
    `"${site}" starts with ${other}, and before with ${start}; a site starts once.`,
  'start-ends': ({ site, period }) => `"${site}" goes back to being without the change in ${period}.`,
  'both-states': ({ period }) => `for ${period} one row says with the change and another without.`,
  'no-numbers': ({ text }) => `the column holds text ("${text}") and no number at all.`,
  'too-many-sites': ({ limit }) => `more than ${limit} sites; is it really the column of the sites?`,
  'too-many-units': ({ limit }) => `more than ${limit} units; is it really the column of their names?`,
  'too-many-arms': ({ limit }) => `more than ${limit} different texts; is it really the column of the arms?`,
  'too-many-periods': ({ limit }) => `more than ${limit} periods; add them up to weeks or months.`,
}
