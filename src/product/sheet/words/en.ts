import type { SheetProblemCode } from '#lib/sheet/sheet-problem.ts'
import type { SheetWarningCode } from '#lib/sheet/sheet-warning.ts'

export const sheetEn = {
  'sheet.none': 'There is no such sheet.',
  'sheet.full':
    'The workspace keeps as many tables as it may ({limit, number} bytes). Nothing was kept. Tables that no trial uses are let go after 30 days; whoever runs the server can allow more.',
  'sheet.no-mark': 'no sign',

  'sheet.file-help':
    'A workbook from Excel (.xlsx) or LibreOffice (.ods), or CSV: one row for each site and period, or one column for each period.',
  'sheet.paste': 'Or paste the cells here',
  'sheet.paste-another': 'Or paste another table',
  'sheet.paste-help': 'Copy them in your spreadsheet, header included. They are read at once.',
  'sheet.pasted': 'Pasted table',
  'sheet.read-text': 'Read what is in the box',
  'sheet.reading': 'Reading the table',
  'sheet.sending': 'Sending the table',
  'sheet.reading-share': 'Reading the table: {percent, number} %',
  'sheet.tab': 'Tab of the workbook',
  'sheet.tab-hidden': '{name} (hidden)',
  'sheet.is-wide': 'Are some of these columns periods?',
  'sheet.is-wide-help':
    'Then each of them can become a row: one for each site and period, with the columns “Period” and “Value”.',
  'sheet.turn': 'Turn these columns into rows',
  'sheet.as-is': 'Read it as it stands instead',
  'sheet.put-right': 'Put it right again',
  'sheet.came': '{name}: {rows} rows, {columns, plural, one {# column} other {# columns}}.',
  'sheet.first-rows': 'The first rows of {name}',
  'sheet.row': 'Row',
  'sheet.examples': 'Such as {examples}',
  'sheet.column.site': 'Where',
  'sheet.column.site-help': 'The column that names the shop, ward, team or any other site.',
  'sheet.column.period': 'When',
  'sheet.column.period-help': 'The column with the day, week, month or number of the period.',
  'sheet.column.value': 'The figure',
  'sheet.column.value-help': 'The column with what was measured.',
  'sheet.more-columns': 'More columns, where the table has them',
  'sheet.column.none': 'Not in this table',
  'sheet.column.place': 'Where',
  'sheet.column.place-help': 'Only where the table holds several places. Leave it open for one.',
  'sheet.column.on': 'With the change or without',
  'sheet.column.on-help': 'Says for each period whether the change was there.',
  'sheet.column.start': 'When each site starts',
  'sheet.column.start-help':
    'The first period with the change, the same in each row of a site. Empty where it never comes.',
  'sheet.column.denominator': 'Divided by',
  'sheet.column.denominator-help':
    'What the figure is counted over, such as patient days. Leave it open where there is nothing.',
  'sheet.column.weight': 'How many are behind each figure',
  'sheet.column.weight-help': 'Such as the cases that a mean was made of. Leave it open where all weigh the same.',
  'sheet.column.received': 'Who really did it',
  'sheet.column.received-help': 'Yes, no, or a share between 0 and 1. Leave it open where nobody writes that down.',
  'sheet.column.arm': 'The group',
  'sheet.column.arm-help': 'Into which group each person or thing was drawn.',
  'sheet.column.unit': 'Who or what was drawn',
  'sheet.column.unit-help':
    'A number or name for each, so that several rows become one. Leave it open where every row is one.',
  'sheet.column.pre': 'The same figure from before',
  'sheet.column.pre-help': 'Takes away what was different from the beginning. Leave it open where there is none.',
  'sheet.column.treated': 'Which sites get the change',
  'sheet.column.treated-help': 'The column that says yes or no, or names the group.',
  'sheet.treated-values': 'What in “{column}” means that a site gets the change?',
  'sheet.treated-values-help': 'Every other text, an empty cell too, means that it does not.',
  'sheet.since': 'First period with the change',
  'sheet.since-help': 'As it stands in the sheet, or a date such as 2026-11-30. It may lie after the last row.',
  'sheet.since-help-like': 'As in the sheet, such as {example}, or as a date. It may lie after the last row.',
  'sheet.date-order': 'How dates such as 01/02/2024 are meant',
  'sheet.date-order.day-first': 'Day first: 1 February',
  'sheet.date-order.month-first': 'Month first: 2 January',
  'sheet.number-style': 'How numbers such as 1.234 are meant',
  'sheet.number-style.point': 'The point is the decimal sign',
  'sheet.number-style.comma': 'The comma is the decimal sign',
  'sheet.as-found': 'As the sheet looks',
  'sheet.no-doubts': 'Nothing doubtful was found in the table.',
  'sheet.rows': 'Rows {rows}.',
  'sheet.rows-more': 'Rows {rows} and more.',
  'sheet.doubts': '{count, plural, one {One thing to know about this table} other {# things to know about this table}}',
  'sheet.series-note':
    'Thick: the mean of each group. Thin: single sites. As they stand in the table, nothing computed yet.',
  'sheet.series-says':
    '{title} from {first} to {last}: {treated, plural, one {# site} other {# sites}} with the change, which starts in {start}, and {comparison} without.',
  'sheet.series-before':
    '{title} from {first} to {last}: {treated, plural, one {# site} other {# sites}} that will get the change, and {comparison} that will not. It has not started.',
  'sheet.filled': '{filled, number} of {places, number} pairs of site and period have a figure.',
  'sheet.not-drawn':
    '{count, plural, one {One period without any figure is not drawn: {period}.} other {# periods without any figure are not drawn, such as {period}.}}',
  'sheet.holes':
    '{count, number} of {places, number} figures {count, plural, one {is} other {are}} not there. They are left out, never taken for 0.',
  'sheet.hole-row':
    '{noRow, plural, one {One pair of site and period has} other {# pairs of site and period have}} no row, the first {site}, {period}.',
  'sheet.hole-text':
    '{cell, plural, one {One has} other {# have}} a row without a number, the first “{text}” in row {row}.',
  'sheet.hole-cell':
    '{cell, plural, one {One has} other {# have}} a row without a number, the first an empty cell (or NA, -) in row {row}.',
  'sheet.with-change': 'With the change',
  'sheet.without-change': 'Without',
  'sheet.sites': '{count, plural, one {# site} other {# sites}}',
  'sheet.change-starts': 'change starts, {period}',

  'sheet.problem.empty-file':
    'There is nothing in it. Nothing was kept; choose a file with a header and at least one row.',
  'sheet.problem.no-rows': 'There is a header and no row below it. Nothing was kept; add the rows and send it again.',
  'sheet.problem.too-many-bytes':
    'It is larger than {limit, number} bytes. Nothing was kept; take columns away that nobody needs here, or split it.',
  'sheet.problem.too-many-columns':
    'It has {count, number} columns, and {limit, number} is the most. Nothing was kept; take columns away that nobody needs here.',
  'sheet.problem.line-too-long':
    'Row {row} has more than {limit, number} characters: probably something that is no table. Nothing was kept; save it as CSV and send it again.',
  'sheet.problem.cell-too-long':
    'Row {row}, column “{column}”: a cell with {length, number} characters, and {limit, number} is the most. Shorten it and send the sheet again.',
  'sheet.problem.long-row':
    'Row {row} has {cells, number} cells and the header {columns, number}, so nobody can say which cell belongs where. Nothing was kept; mend that row, often a comma inside a text without quotes.',
  'sheet.problem.quote-not-closed':
    'A quotation mark opens in line {line} (row {row}, column “{column}”) and never closes. Nothing was kept; close it and send the sheet again.',
  'sheet.problem.quote-misplaced':
    'In line {line} (row {row}, column “{column}”) text follows a closing quotation mark. Nothing was kept; write a quotation mark inside a text twice.',
  'sheet.problem.nul-character':
    'Row {row}, column “{column}”: a character that no text has. Nothing was kept; save the sheet as CSV again and send that.',
  'sheet.problem.bad-encoding':
    'Row {row}, column “{column}”: letters that cannot be read as {encoding}. Nothing was kept; save it as “CSV UTF-8” and send that.',
  'sheet.problem.is-xlsx':
    'This is a workbook of a kind that is not read here (.{type}). Nothing was kept; in your spreadsheet choose “Save as”, then “.xlsx” or “CSV UTF-8”. Or copy the cells and paste them here.',
  'sheet.problem.is-protected':
    'This workbook has a password, so nothing in it can be read. Nothing was kept; save a copy without a password and send that, or copy the cells and paste them here.',
  'sheet.problem.is-broken':
    'This workbook is damaged or came only in part. Nothing was kept; open it in your spreadsheet, save it again and send that.',
  'sheet.problem.unpacks-too-large':
    'Unpacked, this workbook is far larger than a table is. Nothing was kept; delete tabs and empty formatted rows that nobody needs here, or save the one tab as CSV.',
  'sheet.problem.no-tab': 'The workbook has no tab “{tab}”. It has: {found}. The sheet is kept; choose another tab.',
  'sheet.problem.is-pdf': 'This is a PDF. Nothing was kept; send the table it was made from, as .xlsx or CSV.',
  'sheet.problem.is-html':
    'This is a web page, whatever its name says: perhaps the sign-in page of the system it came from, or a table saved as a page. Nothing was kept; download it again as CSV, or open it in your spreadsheet and save it as .xlsx.',
  'sheet.problem.is-archive': 'This is an archive ({type}). Nothing was kept; unpack it and send the CSV file inside.',
  'sheet.problem.is-binary': 'This is no text file. Nothing was kept; save the table as CSV and send that.',

  'sheet.problem.no-column':
    'The sheet has no column “{column}”. It has: {found}. The sheet and your choices are kept; choose another column.',
  'sheet.problem.column-twice':
    'Column “{column}” is chosen for two things. Your choices are kept; change one of them.',
  'sheet.problem.no-period':
    'Row {row}, column “{column}”: “{text}” is no period we can read. Write dates as 2024-05-31, months as 2024-05, weeks as 2024-W22, or plain numbers. The sheet and your choices are kept.',
  'sheet.problem.mixed-periods':
    'Row {row}, column “{column}”: “{text}” is another kind of period than “{otherText}” above. Write all of them alike. The sheet and your choices are kept.',
  'sheet.problem.no-since':
    '“{since}” is no period of this sheet. Write it as the sheet does, such as “{example}”, or as a date. Everything else is kept.',
  'sheet.problem.not-a-flag':
    'Row {row}: column “{column}” should say yes or no (1/0, yes/no, true/false), and it says: {found}. Choose which of these mean that a site got the change. Your choices are kept.',
  'sheet.problem.no-treated-value':
    'Column “{column}” never says “{value}”. It says: {found}. Choose again; your other choices are kept.',
  'sheet.problem.no-treated-site':
    'By column “{column}” no site got the change, so there is nothing to compare. Choose another column or other values; the rest is kept.',
  'sheet.problem.several-starts':
    'Row {row}: “{site}” starts with {other}, and in an earlier row with {start}; a site starts once. Your choices are kept; mend the table, or choose another column.',
  'sheet.problem.start-ends':
    '“{site}” goes back to being without the change in {period}. In this kind of trial whoever has started stays with it. Your choices are kept; choose “on and off at the same place”, or mend the table.',
  'sheet.problem.both-states':
    'For {period} one row says with the change and another says without. Your choices are kept; mend the table, or choose shorter periods.',
  'sheet.problem.no-numbers':
    'Row {row}: column “{column}” holds text (“{text}”) and no number at all. Choose the column with the figures; your other choices are kept.',
  'sheet.problem.too-many-sites':
    'Row {row}: column “{column}” names more than {limit, number} sites, which is the most. Is it really the column of the sites? Your choices are kept.',
  'sheet.problem.too-many-units':
    'The sheet names more than {limit, number} people or things, which is the most. Your choices are kept; does the column hold names at all?',
  'sheet.problem.too-many-arms':
    'Row {row}: column “{column}” has more than {limit} different texts, so it hardly says who was in which group. Your choices are kept; choose another column.',
  'sheet.problem.too-many-periods':
    'Row {row}: column “{column}” names more than {limit, number} periods, which is the most. Add days up to weeks or months, or choose another column. Your choices are kept.',

  'sheet.warning.windows-text':
    'It was saved in an older Windows encoding. Check that letters such as ä and é look right.',
  'sheet.warning.damaged-text':
    '{count, plural, one {One cell holds} other {# cells hold}} a replacement sign (�): letters were lost before the file came here. The first is in row {row}, column “{column}”.',
  'sheet.warning.other-tabs':
    'The workbook has {others, plural, one {one more tab} other {# more tabs}}. “{tab}” was read; choose another one above.',
  'sheet.warning.merged-cells':
    '{count, plural, one {One row was} other {# rows were}} given the text of a merged cell above. The first is row {row}.',
  'sheet.warning.hidden-rows':
    '{count, plural, one {One row is} other {# rows are}} hidden in the workbook (often by a filter) and {count, plural, one {was} other {were}} read all the same. The first is row {row}.',
  'sheet.warning.uncomputed-cells':
    '{count, plural, one {One formula has} other {# formulas have}} no result in the file and {count, plural, one {counts} other {count}} as missing. The first is in row {row}. Open it in your spreadsheet, save it and send it again.',
  'sheet.warning.title-rows':
    '{rows, plural, one {One line} other {# lines}} above the header {rows, plural, one {was} other {were}} taken for a title and left out.',
  'sheet.warning.no-header': 'The first row already holds figures, so the columns are called “Column 1” and so on.',
  'sheet.warning.one-column': 'There is only one column. Perhaps the columns are divided by a sign we do not know.',
  'sheet.warning.short-rows':
    '{count, plural, one {One row has} other {# rows have}} fewer cells than the header has columns ({columns, number}). What is not there counts as missing. The first is row {row}.',
  'sheet.warning.turned':
    'It has one column for each period, {first} to {last} ({columns, number} columns). Each became a row of its own, with the columns “Period” and “Value”.',
  'sheet.warning.filled-down':
    'Column “{column}” names each site once, above its rows: {count, plural, one {one row was} other {# rows were}} given the name above. The first is row {row}.',
  'sheet.warning.serial-dates':
    'Column “{column}” holds dates as the bare numbers of a spreadsheet: “{text}” in row {row} was read as {date}.',
  'sheet.warning.total-rows':
    '{count, plural, one {A row that adds others up was} other {# rows that add others up were}} left out: “{text}”, row {row}.',
  'sheet.warning.no-key':
    '{role, select, site {{count, plural, one {One row names no site} other {# rows name no site}}} other {{count, plural, one {One row names no period} other {# rows name no period}}}} and {count, plural, one {was} other {were}} left out. The first is row {row}.',
  'sheet.warning.rows-without':
    'Column “{column}”: {count, plural, one {one row says nothing there and was} other {# rows say nothing there and were}} left out. The first is row {row}.',
  'sheet.warning.missing-values':
    'Column “{column}”: {count, plural, one {one value is} other {# values are}} missing (empty, NA, -). The first is in row {row}. Missing values are left out, never taken for 0.',
  'sheet.warning.text-in-numbers':
    'Column “{column}”: {count, plural, one {one cell holds} other {# cells hold}} text instead of a number and {count, plural, one {was} other {were}} left out. The first is “{text}” in row {row}.',
  'sheet.warning.other-decimals':
    'Column “{column}”: {count, plural, one {one cell writes} other {# cells write}} the decimal sign another way than the rest and {count, plural, one {was} other {were}} left out. The first is “{text}” in row {row}. Write them like the rest.',
  'sheet.warning.unsure-numbers':
    'Column “{column}”: “{text}” in row {row} was read as {readAs, number}. If the point or comma means something else, say so below.',
  'sheet.warning.mixed-marks':
    'Column “{column}” mixes “{mark}” and “{other}”, first in row {row}. The numbers were taken as they stand; make sure that all are in one unit.',
  'sheet.warning.unsure-dates':
    'Row {row}: “{text}” was read with the {order, select, day_first {day} other {month}} first. If it is the other way round, say so below.',
  'sheet.warning.duplicate-rows':
    '{places, plural, one {One site and period has} other {# pairs of site and period have}} more than one row ({rows, number} rows in all). Their mean was taken. The first: {site}, {period}, row {row}.',
  'sheet.warning.repeated-periods':
    '{periods, plural, one {One period has} other {# periods have}} more than one row ({rows, number} rows in all). They are put together as you chose. The first: {period}, row {row}.',
  'sheet.warning.units-repeated':
    '{units, plural, one {One name has} other {# names have}} more than one row ({rows, number} rows in all). One figure was made of each, because whoever was drawn counts once. The first: {unit}, row {row}.',
  'sheet.warning.gaps':
    '{places, plural, one {One figure is} other {# figures are}} not there: {sites, plural, one {one site lacks} other {# sites lack}} a row for some period. The first: {site}, {period}.',
  'sheet.warning.since-moved': '“{since}” is no period of the sheet; the change counts from the next one, {period}.',
  'sheet.warning.since-before-all':
    'The change starts at “{since}”, with the first period ({first}) or before it: there is nothing before the change to compare with.',
  'sheet.warning.since-after-all':
    'The change starts at “{since}”, after the last period ({last}): the sheet holds no outcomes yet.',
  'sheet.warning.empty-side':
    '{group, select, treated {The sites with the change have} other {The sites without the change have}} no figure at all {side, select, before {before it starts} other {after it starts}}.',
  'sheet.warning.one-site': 'There is one site only ({site}). Without others to compare with, nothing can be told.',
  'sheet.warning.one-treated-site':
    'Only one site gets the change ({site}). Anything else that happens there will look like the change.',
  'sheet.warning.one-comparison-site':
    'Only one site goes without the change ({site}). Anything else that happens there will look like the change.',
  'sheet.warning.no-comparison-site': 'Every site gets the change, so there is none to compare with.',
  'sheet.warning.unknown-treated':
    '{sites, plural, one {One site was} other {# sites were}} left out, because the sheet does not say whether {sites, plural, one {it} other {they}} got the change. The first: {site}.',
  'sheet.warning.treated-changes':
    '{sites, plural, one {One site is} other {# sites are}} marked with the change in some rows and without it in others, such as {site}. A site counts as changed when any row says so.',
  'sheet.warning.treated-elsewhere':
    '{sites, plural, one {One site} other {# sites}} got the change at another time than {since}, such as {site} in {period}. The comparison takes {since} for all of them.',
  'sheet.warning.similar-sites':
    '{pairs, plural, one {Two names look} other {# pairs of names look}} like the same site written differently, such as “{site}” and “{other}”. They count as different sites.',
  'sheet.warning.long-names':
    '{count, plural, one {One row has} other {# rows have}} a site name of up to {length, number} characters. Is “{column}” really the column of the sites?',
} as const satisfies Record<`sheet.problem.${SheetProblemCode}` | `sheet.warning.${SheetWarningCode}`, string> &
  Record<string, string>

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof sheetEn, string> {}
}
