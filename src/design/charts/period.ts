import { type Language, localeOf } from '#platform/anywhere/message.ts'
import { linear, type Scale, type Span } from './scale.ts'

export interface PeriodTick {
  /** Place in the list of periods. */
  index: number
  text: string
}

const dayPattern = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/

/**
 * Which periods get a tick, and its words. Days and months get a tick where a month begins, or where a year does when
 * there are more than two; everything else gets its own words, and the picture leaves out those without room.
 */
export function periodTicks(periods: readonly string[], language: Language): PeriodTick[] {
  const dates = periods.map((period) => dayPattern.exec(period))
  if (periods.length < 4 || dates.some((date) => date === null)) {
    return periods.map((period, index) => ({ index, text: periodText(period, language) }))
  }
  const years = new Set(dates.map((date) => date?.[1]))
  const mark = years.size > 2 ? 1 : 2
  const ticks: PeriodTick[] = []
  dates.forEach((date, index) => {
    const before = dates[index - 1]
    const begins = index === 0 ? isFirst(date, mark) : before?.[mark] !== date?.[mark] || before?.[1] !== date?.[1]
    if (begins) ticks.push({ index, text: mark === 1 ? (date?.[1] ?? '') : monthText(periods[index] ?? '', language) })
  })
  return ticks
}

/**
 * Where the periods stand on their axis: plain numbers in rising order (0, 0.5, 1.5, 4, 18) at their true distance,
 * everything else one step apart.
 */
export function periodPlaces(periods: readonly string[]): readonly number[] {
  const numbers = periods.map((period) => (/^-?\d+([.,]\d+)?$/.test(period) ? Number(period.replace(',', '.')) : NaN))
  const areRising = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? NaN))
  return areRising && numbers.length > 1 ? numbers : periods.map((_, at) => at)
}

/** Whether neighbours stand at different distances. */
export function areUneven(periods: readonly string[]): boolean {
  const places = periodPlaces(periods)
  const steps = places.slice(1).map((place, at) => place - (places[at] ?? 0))
  return steps.some((step) => Math.abs(step - (steps[0] ?? 0)) > 1e-9)
}

/** A scale from the place in the list of periods, halves between them included, to a place on the paper. */
export function periodScale(periods: readonly string[], [from, to]: Span): Scale {
  const places = periodPlaces(periods)
  const [first = 0, last = 0] = [places[0], places.at(-1)]
  const x = linear([first, Math.max(first + (last === first ? 1 : 0), last)], [from, to])
  return (index) => {
    const [before, after] = [places[Math.floor(index)] ?? first, places[Math.ceil(index)] ?? last]
    return x(before + (after - before) * (index - Math.floor(index)))
  }
}

/** The first period opens a month only if it lies in the month's first week; else its tick would sit too early. */
function isFirst(date: RegExpExecArray | null | undefined, mark: 1 | 2): boolean {
  if (mark === 1) return date?.[2] === '01'
  return date?.[3] === undefined || Number(date[3]) <= 7
}

function monthText(period: string, language: Language): string {
  return dateText(`${period.slice(0, 7)}-01`, { month: 'short' }, language)
}

/** A period in words: a day as "21 Sep 2026", a month as "Sep 2026", everything else as it stands. */
export function periodText(period: string, language: Language): string {
  const date = dayPattern.exec(period)
  if (!date) return period
  const [, year = '', month = '', day] = date
  const parts = { month: 'short', year: 'numeric' } as const
  return dateText(`${year}-${month}-${day ?? '01'}`, day === undefined ? parts : { day: 'numeric', ...parts }, language)
}

/** Three letters for every English month: "Sept" is the one that `Intl` writes with four. */
function dateText(day: string, parts: Intl.DateTimeFormatOptions, language: Language): string {
  const text = new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
  return language === 'en' ? text.replace('Sept', 'Sep') : text
}
