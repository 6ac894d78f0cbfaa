import type { ReactNode } from 'react'
import { formatDay, formatInstant, formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'

/** A calendar day (`YYYY-MM-DD`). */
export function DayText({ day }: { day: string }) {
  return <time dateTime={day}>{formatDay(day, useLanguage())}</time>
}

/** A moment, in the reader's time zone unless another is named. */
export function InstantText({ at, timeZone }: { at: Date; timeZone?: string | undefined }) {
  return <time dateTime={at.toISOString()}>{formatInstant(at, useLanguage(), timeZone)}</time>
}

export interface NumberTextProps {
  value: number
  /** Written after the number with a space that does not break: "h", "%", "missed visits in 100". */
  unit?: string | undefined
  /** Significant digits, 3 unless told; whole digits are never rounded away. */
  digits?: number | undefined
}

/** A number with its unit. */
export function NumberText({ value, unit, digits }: NumberTextProps) {
  const language = useLanguage()
  return <bdi className="figures">{withUnit(formatNumber(value, language, digits), unit)}</bdi>
}

export interface IntervalTextProps {
  estimate: number
  /** Null when there is no interval; then the text says so. */
  low: number | null
  high: number | null
  unit?: string | undefined
  digits?: number | undefined
  /** How to write each number instead: money, a share. The unit is then left to it. */
  write?: ((value: number) => string) | undefined
  /** Instead of "no interval". */
  none?: ReactNode | undefined
}

/** A number that never stands without its interval: "1.2 h (0.8 to 1.6)". */
export function IntervalText({ estimate, low, high, unit, digits, write, none }: IntervalTextProps) {
  const language = useLanguage()
  const say = write ?? ((value: number) => formatNumber(value, language, digits))
  return (
    <bdi className="figures">
      <strong>{withUnit(say(estimate), write ? undefined : unit)}</strong>{' '}
      <span className="quiet">
        ({low === null || high === null ? (none ?? t('design.no-range')) : range(say(low), say(high))})
      </span>
    </bdi>
  )
}

export interface RangeTextProps extends Omit<IntervalTextProps, 'estimate'> {}

/** The interval alone, where its number stands beside it: "0.8 to 1.6 h". */
export function RangeText({ low, high, unit, digits, write, none }: RangeTextProps) {
  const language = useLanguage()
  const say = write ?? ((value: number) => formatNumber(value, language, digits))
  if (low === null || high === null) return none ?? t('design.no-range')
  return <bdi className="figures">{withUnit(range(say(low), say(high)), write ? undefined : unit)}</bdi>
}

function range(low: string, high: string): string {
  return t('design.range', { low, high })
}

function withUnit(number: string, unit: string | undefined): string {
  return unit === undefined ? number : `${number}\u00a0${unit}`
}
