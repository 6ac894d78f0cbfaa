export const measurementEn = {
  'measurement.none': 'There is no such figure.',
  'measurement.no-task': 'There is no such import.',
  'measurement.series-long':
    'That is more than {most, number} figures, the most of one answer. Ask for fewer sites or a shorter stretch of time.',
  'measurement.site-name-long':
    'Row {row}: “{name}” is too long for the name of a site. Nothing was stored; shorten it, or choose the column that really names the sites.',

  'measurement.no-column':
    'The table has no column “{column}”. It has: {found}. The table and your choices are kept; choose another column.',
  'measurement.column-twice': 'Column “{column}” is chosen for two things. Your choices are kept; change one of them.',
  'measurement.period-missing': 'Choose the column that says when. Your other choices are kept.',
  'measurement.value-missing': 'Choose the column with the figure. Your other choices are kept.',
  'measurement.denominator-missing':
    'This metric divides one number by another. Choose the column with the number below the line; your other choices are kept.',
  'measurement.denominator-unwanted':
    'Figures of this metric have no number below the line. Choose none; your other choices are kept.',
  'measurement.wide-divided':
    'A table with a column for each period has no place for the number below the line. Bring it with one row for each site and period. The table is kept.',
  'measurement.no-wide':
    'No column is called after a {every, select, day {day} week {week} month {month} quarter {quarter} other {year}}. It has: {found}. Choose the columns that say when and how much, or name the columns like {every, select, day {2026-11-24} week {2026-W48} month {2026-11} quarter {2026 Q4} other {2026}}.',
  'measurement.too-many-sites':
    'Row {row}: column “{column}” names more than {limit, number} sites, which is the most. Is it really the column of the sites? Your choices are kept.',
  'measurement.too-many-periods':
    'Row {row}: column “{column}” names more than {limit, number} periods, which is the most. Is it really the column that says when? Your choices are kept.',
  'measurement.no-period-at-all':
    'Row {row}: “{text}” is no period we can read, and no other row has one. Write {every, select, day {days like 2026-11-24} week {weeks like 2026-W48} month {months like 2026-11} quarter {quarters like 2026 Q4} other {years like 2026}}. The table and your choices are kept.',
  'measurement.other-period-at-all':
    'Row {row}: “{text}” is another kind of period: this metric has one figure for each {every, select, day {day} week {week} month {month} quarter {quarter} other {year}}. Add the figures up so and bring them again, or make a metric with that period. The table and your choices are kept.',
  'measurement.personal-beside':
    'Column “{column}” seems to hold {kind, select, email {e-mail addresses} phone {phone numbers} birthdate {dates of birth} other {people’s names}}, and figures of places do not need it. Nothing was read, because the table would stay here for everybody to see. Take the column out of the table and bring it again.',
  'measurement.personal-e-mail':
    'Column “{column}” seems to hold e-mail addresses. Figures here are about places, not about single people, so nothing was read. Take another column, or replace it by a code.',
  'measurement.personal-phone':
    'Column “{column}” seems to hold phone numbers. Figures here are about places, not about single people, so nothing was read. Take another column, or replace it by a code.',
  'measurement.personal-birth-date':
    'Column “{column}” seems to hold dates of birth. Figures here are about places, not about single people, so nothing was read. Take another column, or bring totals for each site.',
  'measurement.personal-name':
    'Column “{column}” seems to hold people’s names. Figures here are about places, not about single people, so nothing was read. Take another column, or replace it by a code.',

  'measurement.fault.no-denominator': 'The number below the line is missing: out of how many?',
  'measurement.fault.denominator-unwanted': 'Figures of this metric have no number below the line.',
  'measurement.fault.denominator-not-above-0': 'The number below the line has to be above 0.',
  'measurement.fault.not-whole': 'So many out of so many: both have to be whole numbers.',
  'measurement.fault.negative': 'The number cannot be below 0.',
  'measurement.fault.more-than-all': 'These are more than all of them. Are the two numbers swapped?',
  'measurement.fault.not-begun': 'That period has not begun yet.',

  'measurement.doubt.no-site':
    '{count, plural, one {One row names} other {# rows name}} no site. Left out; the first is row {row}.',
  'measurement.doubt.unknown-site':
    '{count, plural, one {One row names} other {# rows name}} a site that is not known, the first “{text}” in row {row}. Left out; add the sites to take them.',
  'measurement.doubt.no-period':
    '{count, plural, one {One row names} other {# rows name}} no period that can be read, the first “{text}” in row {row}. Left out; write it like the others.',
  'measurement.doubt.other-period':
    '{count, plural, one {One row names} other {# rows name}} another kind of period than this metric has, the first “{text}” in row {row}. Left out; add such figures up first.',
  'measurement.doubt.not-begun':
    '{count, plural, one {One row is} other {# rows are}} about a period that has not begun, the first “{text}” in row {row}. Left out; look at the date.',
  'measurement.doubt.no-value':
    '{count, plural, one {One cell is} other {# cells are}} empty, the first in row {row}. Nothing is stored for {count, plural, one {it} other {them}}; it counts as missing, never as 0.',
  'measurement.doubt.not-a-number':
    '{count, plural, one {One cell holds} other {# cells hold}} no number, the first “{text}” in row {row}, column “{column}”. Left out.',
  'measurement.doubt.no-denominator':
    '{count, plural, one {One row has} other {# rows have}} nothing below the line, the first row {row}. Left out.',
  'measurement.doubt.denominator-unwanted':
    '{count, plural, one {One row has} other {# rows have}} a number below the line, which this metric has no use for, the first row {row}. Left out.',
  'measurement.doubt.denominator-not-above-0':
    '{count, plural, one {One row has} other {# rows have}} 0 or less below the line, the first row {row}. Left out.',
  'measurement.doubt.not-whole':
    '{count, plural, one {One figure is} other {# figures are}} no whole number, the first “{text}” in row {row}. Left out: so many out of so many takes whole numbers.',
  'measurement.doubt.negative':
    '{count, plural, one {One figure is} other {# figures are}} below 0, the first “{text}” in row {row}. Left out.',
  'measurement.doubt.more-than-all':
    '{count, plural, one {One row has} other {# rows have}} more above the line than below it, the first row {row}. Left out; are the columns swapped?',
  'measurement.doubt.twice':
    '{count, plural, one {One row names} other {# rows name}} a site and a period that an earlier row names too, the first “{text}” in row {row}. The earlier row was taken; if they belong together, add them up first.',
  'measurement.doubt.outlying':
    '{count, plural, one {One figure is} other {# figures are}} far from what {count, plural, one {its site} other {their sites}} usually {count, plural, one {has} other {have}}, the first {text} in row {row}. Taken as {count, plural, one {it stands} other {they stand}}; have a look.',

  'measurement.tab.measures': 'Measures',
  'measurement.tab.sites': 'Sites',
  'measurement.tab.enter': 'Enter',
  'measurement.came': 'Figures last came on {at}.',
  'measurement.never-came': 'No figures yet.',
  'measurement.enter': 'Enter a figure',
  'measurement.viewer': 'You may read here. Figures are entered by members.',
  'measurement.week-of': 'Week of {day}',
  'measurement.divided': '{figure} ({above} of {below})',

  'measurement.latest': 'Latest figures',
  'measurement.empty': 'No figures yet',
  'measurement.empty-help':
    'Enter one, import a table with a row for each site and period, or let a program send them.',
  'measurement.site': 'Site',
  'measurement.period': 'Period',
  'measurement.before': 'Before',
  'measurement.state': 'How it stands',
  'measurement.up-to-date': 'Up to date',
  'measurement.late': '{count, plural, one {One period late} other {# periods late}}',
  'measurement.missing':
    '{count, plural, one {One figure is missing: {period}.} other {# figures are missing, the latest {period}.}}',
  'measurement.outlying':
    '{count, plural, one {One figure is far from the others: {figure}, {period}.} other {# figures are far from the others, the latest {figure}, {period}.}}',

  'measurement.imports': 'Where the figures came from',
  'measurement.at': 'When',
  'measurement.by': 'Who',
  'measurement.rows': 'What became of the rows',
  'measurement.by-source': '{name}, {source}',
  'measurement.by-at': '{name}, {at}',
  'measurement.source.sheet': 'a table',
  'measurement.source.form': 'typed in',
  'measurement.source.key': 'a program',
  'measurement.source.feed': 'fetched on schedule',
  'measurement.counts':
    '{added, number} added, {unchanged, number} unchanged, {corrected, number} corrected, {refused, number} refused.',
  'measurement.doubts': '{count, plural, one {One thing to know} other {# things to know}}',
  'measurement.corrections': 'Corrections',
  'measurement.corrections-lead': 'What a figure was stays readable, for ever.',
  'measurement.was': 'Was',
  'measurement.became': 'Became',
  'measurement.taken-away': 'taken back',
  'measurement.task-waiting': 'A large table is being read: {done} of {total} rows. You can leave this page.',
  'measurement.task-failed': 'A large table was not taken, nothing of it was stored',
  'measurement.task-asked': 'The table is large. It is read now; this page shows how far it is.',

  'measurement.import': 'Import a table',
  'measurement.import-lead':
    'Figures of “{name}”, one for each site and {every, select, day {day} week {week} month {month} quarter {quarter} other {year}}. Nothing is stored before you have seen what would happen.',
  'measurement.table': 'The table',
  'measurement.shape': 'How the table is laid out',
  'measurement.shape.long': 'A row for each site and period',
  'measurement.shape.wide': 'A column for each period',
  'measurement.column.site': 'Where',
  'measurement.column.site-help': 'The column that names the shop, ward, team or any other site.',
  'measurement.column.period': 'When',
  'measurement.column.period-help': 'The column with the day, week, month, quarter or year.',
  'measurement.column.value': 'The figure',
  'measurement.column.value-help': 'The column with what was measured; where it is divided, the number above the line.',
  'measurement.column.denominator': 'Out of, or in',
  'measurement.column.denominator-help': 'The column with the number below the line.',
  'measurement.what-happens': 'What would happen',
  'measurement.choose-first': 'Choose the columns above.',
  'measurement.cannot-read': 'The table cannot be read like this',
  'measurement.span':
    '{rows, plural, one {One row} other {# rows}} about {sites, plural, one {one site} other {# sites}}, from {first} to {last}.',
  'measurement.part': 'This is a large table',
  'measurement.part-help': 'Shown is what its first rows would do. The rest is read with the import.',
  'measurement.tally.added': 'new figures',
  'measurement.tally.unchanged': 'there already, the same',
  'measurement.tally.corrected': 'would be corrected; what they were is kept',
  'measurement.tally.refused': 'rows left out, with reasons below',
  'measurement.new-sites': '{count, plural, one {One site is not known yet} other {# sites are not known yet}}',
  'measurement.and-more': '{names} and {more, number} more.',
  'measurement.add-sites': '{count, plural, one {Add it} other {Add all #}}',
  'measurement.ask-for-sites': 'Their rows are left out. Ask a lead to add the sites, then import again.',
  'measurement.would-change': 'Figures that would change',
  'measurement.is-now': 'Now',
  'measurement.becomes': 'Becomes',
  'measurement.store': '{count, plural, =0 {Import} one {Import one figure} other {Import # figures}}',

  'measurement.nothing-to-enter': 'Nothing to enter yet',
  'measurement.nothing-help':
    'A figure needs a measure and a site. Add both under “Measures” and “Sites”, or ask a lead to.',
  'measurement.what': 'What',
  'measurement.where': 'Where',
  'measurement.what-where': '{metric}: {site}',
  'measurement.site-late': '{name} ({count} late)',
  'measurement.when': 'When',
  'measurement.period-there': '{period} (is there)',
  'measurement.before-was': 'Before: {figure} ({period}).',
  'measurement.none-before': 'The first one.',
  'measurement.above': 'How many',
  'measurement.below': 'Out of, or in',
  'measurement.below-help.proportion': 'How many there were in all.',
  'measurement.below-help.other': 'The time or amount that it is divided by.',
  'measurement.number-missing': 'A number is missing.',
  'measurement.is-there': 'There now: {figure}.',
  'measurement.sure': 'Sure?',
  'measurement.slip.part':
    '{figure} is about {by, plural, =10 {a tenth} =100 {a hundredth} =1000 {a thousandth} other {1/#}} of what it usually is here ({usual}).',
  'measurement.slip.times': '{figure} is about {by, number} times what it usually is here ({usual}).',
  'measurement.slip.off': '{figure} is far from what it usually is here ({usual}).',
  'measurement.save': 'Save',
  'measurement.save-anyway': 'Yes, save it',
  'measurement.correct': 'Correct',
  'measurement.saved': 'Saved: {figure} for {period}.',
  'measurement.next-site': 'Next: {name}',
  'measurement.offline': 'No connection',
  'measurement.offline-help':
    'The figure is not stored yet. This browser can keep it and send it when the connection is back.',
  'measurement.not-kept':
    'This browser keeps nothing. Note the figure down, and enter it again when the connection is back.',
  'measurement.keep-here': 'Keep it here',
  'measurement.waiting':
    '{count, plural, one {One figure waits} other {# figures wait}} in this browser for a connection',
  'measurement.send-now': 'Send now',
  'measurement.drop': 'Throw away',
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof measurementEn, string> {}
}
