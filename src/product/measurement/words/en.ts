export const measurementEn = {
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
} as const

declare module '#platform/anywhere/message.ts' {
  interface Messages extends Record<keyof typeof measurementEn, string> {}
}
