import { dayOf, fullYear, mondayOf } from './calendar.ts'
import { monthNamed } from './month-named.ts'

/** How 01/02/2024 is meant. Dates with points are always day first, ISO dates always year first. */
export type DateOrder = 'day-first' | 'month-first'

/**
 * `number`: 3, 2019, 1.5. `numbered`: "Week 3", "Q2", "wave 1". `side`: before, after. The others are calendar
 * periods, whose keys compare with each other.
 */
export type PeriodKind = 'number' | 'numbered' | 'side' | CalendarKind
type CalendarKind = 'moment' | 'day' | 'week' | 'month' | 'quarter'

export interface Period {
  readonly kind: PeriodKind
  /** Sorts the periods of one kind. Of a calendar period: days from 1970-01-01 to its first moment. */
  readonly key: number
  /** The text it was read from, without spaces around it. */
  readonly label: string
  /** The word of a `numbered` period, in small letters. "Week 1" and "Day 1" are not the same. */
  readonly word?: string
}

type Read = (groups: string[], order: DateOrder | undefined) => readonly [PeriodKind, number | null, string?]

const calendar =
  (kind: CalendarKind, day: (groups: string[]) => number | null): Read =>
  (groups) => [kind, day(groups)]
const n = Number

/** The first form that fits decides; so 05.2024 is a month, not a number. */
const forms: readonly (readonly [RegExp, Read])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, calendar('day', ([y, , m, d]) => dayOf(n(y), n(m), n(d)))],
  [/^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/, readMoment],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)$/, calendar('day', ([d, m, y = '']) => dayOf(fullYear(y), n(m), n(d)))],
  [
    /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)$/,
    ([a, , b, y = ''], order) => ['day', slashDay(n(a), n(b), fullYear(y), order)],
  ],
  [/^(\d{4})[- /]?(?:W|KW|CW|week|Woche) ?-?(\d{1,2})$/i, calendar('week', ([y, w]) => mondayOf(n(y), n(w)))],
  [/^(?:W|KW|CW|week|Woche)[ -]?(\d{1,2})[ ,/-]{1,3}(\d{4})$/i, calendar('week', ([w, y]) => mondayOf(n(y), n(w)))],
  // Two digits of a year behind a slash only: "W1-12" may be twelve weeks.
  [/^(?:W|KW|CW)[ -]?(\d{1,2})\/(\d\d)$/i, calendar('week', ([w, y = '']) => mondayOf(fullYear(y), n(w)))],
  [/^(\d{1,2})\. ?(?:KW|Woche)[ ,/-]{1,2}(\d{4})$/i, calendar('week', ([w, y]) => mondayOf(n(y), n(w)))],
  [/^(\d{4})[-/M](\d{1,2})$/i, calendar('month', ([y, m]) => dayOf(n(y), n(m), 1))],
  [/^(\d{1,2})[-/.](\d{4})$/, calendar('month', ([m, y]) => dayOf(n(y), n(m), 1))],
  [/^(\p{L}{3,9})\.?[ -]?'?(\d{4}|\d\d)$/u, calendar('month', ([m, y = '']) => dayOf(fullYear(y), monthNamed(m), 1))],
  [/^(\d{4})[ -](\p{L}{3,9})\.?$/u, calendar('month', ([y, m]) => dayOf(n(y), monthNamed(m), 1))],
  [
    /^(\d{1,2})[. -]{1,2}(\p{L}{3,9})[. -]{1,2}(\d{4}|\d\d)$/u,
    calendar('day', ([d, m, y = '']) => dayOf(fullYear(y), monthNamed(m), n(d))),
  ],
  [/^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/u, calendar('day', ([m, d, y]) => dayOf(n(y), monthNamed(m), n(d)))],
  [/^(\d{4})[ /-]?Q ?([1-4])$/i, calendar('quarter', ([y, q]) => dayOf(n(y), n(q) * 3 - 2, 1))],
  [/^Q ?([1-4])[ /-]?(\d{4})$/i, calendar('quarter', ([q, y]) => dayOf(n(y), n(q) * 3 - 2, 1))],
  [
    /^([-+−]?)(\d{1,15}(?:\.\d{1,9})?)$/,
    ([sign, digits]) => ['number', (sign === '-' || sign === '−' ? -1 : 1) * n(digits) + 0],
  ],
  [
    /^(week|w|kw|woche|day|tag|month|monat|m|year|jahr|quarter|quartal|q|period|periode|wave|welle|phase|round|runde|t)[ .#_-]?(\d{1,9})$/i,
    ([word = '', digits]) => ['numbered', n(digits), word],
  ],
  [/^(?:before|pre|vorher|vor)$/i, () => ['side', 0]],
  [/^(?:after|post|nachher|nach)$/i, () => ['side', 1]],
]

/**
 * The period that a cell names, or null when it names none.
 *
 * Reads numbers (3, 2019), 2024-05-31, 31.12.2024, 31/12/2024, 5 Jan 2024, times to the second (their time zone is
 * ignored: the clock on the wall counts), ISO weeks (2024-W05, KW 5 2024, 5. KW 2024, KW 05/24), months (2024-05, 05/2024, Jan 2024,
 * Jan-24, Mai 2024), quarters (2024 Q1, Q1/2024), "Week 3", and before/after. Jan-24 is January 2024, as Excel
 * writes it.
 *
 * @param order How 01/02/2024 is meant. Without it: whichever of the two exists, day first when both do.
 */
export function periodOf(text: string, order?: DateOrder): Period | null {
  const label = text.trim()
  if (label.length > longest) return null
  for (const [form, read] of forms) {
    const groups = form.exec(label)?.slice(1)
    if (!groups) continue
    const [kind, key, word] = read(groups, order)
    if (key !== null) return word === undefined ? { kind, key, label } : { kind, key, label, word: word.toLowerCase() }
  }
  return null
}

const longest = 40

function readMoment([y, m, d, hour, minute, second = '0']: string[]): readonly ['day' | 'moment', number | null] {
  const day = dayOf(n(y), n(m), n(d))
  const seconds = n(hour) * 3600 + n(minute) * 60 + n(second)
  if (day === null || n(hour) > 23 || n(minute) > 59 || n(second) > 59) return ['moment', null]
  // Midnight is how databases and pandas print a day.
  return seconds === 0 ? ['day', day] : ['moment', day + seconds / 86_400]
}

function slashDay(a: number, b: number, year: number, order: DateOrder | undefined): number | null {
  const dayFirst = dayOf(year, b, a)
  const monthFirst = dayOf(year, a, b)
  if (order) return order === 'day-first' ? dayFirst : monthFirst
  return dayFirst ?? monthFirst
}
