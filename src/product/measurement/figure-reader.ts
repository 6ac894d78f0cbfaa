import { isMissing } from '#lib/sheet/missing.ts'
import { type NumberStyle, parseNumber } from '#lib/sheet/parse-number.ts'
import type { MetricKind } from '#product/metric/metric.ts'
import { siteKey } from '#product/site/site.ts'
import type { DoubtTally } from './doubt-tally.ts'
import { faultOf } from './fault-of.ts'
import type { SurveyedFigures } from './figure-survey.ts'

/** A figure as a table says it. */
export interface ReadFigure {
  row: number
  /** Its place in the survey's sites. */
  site: number
  on: string
  value: number
  denominator: number | null
}

interface ReaderOptions {
  kind: MetricKind
  /** Periods that begin later have not begun. */
  today: string
  /** Of each of the survey's sites, whether its rows are taken. */
  isKnown: readonly boolean[]
}

/**
 * Reads the figures of rows, after a survey of all of them. What is not taken goes to `doubts`, with its row: of two rows
 * about one site and period the first is taken. Memory: a bit for each site and period.
 */
export function figureReader(
  surveyed: SurveyedFigures,
  doubts: DoubtTally,
  { kind, today, isKnown }: ReaderOptions,
): (row: number, cells: readonly string[]) => ReadFigure[] {
  const { at, header, styles } = surveyed
  const siteOf = new Map(surveyed.sites.map(({ key }, place) => [key, place]))
  const spelled = new Map<string, number>()
  const onOf = [...surveyed.periods.values()].flatMap((one) => ('on' in one ? [one.on] : []))
  const placeOfOn = new Map([...new Set(onOf)].map((on, place) => [on, place]))
  const seen = surveyed.sites.map(() => new Uint8Array(0))
  const name = (place: number) => header[place] ?? ''

  return function read(row, cells) {
    const siteText = (cells[at.site] ?? '').trim()
    const site = isMissing(siteText) ? -1 : placeOf(siteText)
    if (site < 0) {
      doubts.add('no-site', { row, column: name(at.site), text: null })
      return []
    }
    if (!isKnown[site]) {
      doubts.add('unknown-site', { row, column: name(at.site), text: siteText })
      return []
    }
    if (at.period === null) return at.wide.flatMap((place) => figure(row, site, name(place), place, cells) ?? [])
    return figure(row, site, (cells[at.period] ?? '').trim(), at.value ?? 0, cells) ?? []
  }

  function figure(
    row: number,
    site: number,
    period: string,
    value: number,
    cells: readonly string[],
  ): ReadFigure[] | null {
    const column = at.period === null ? period : name(at.period)
    const named = surveyed.periods.get(period) ?? { fault: 'no-period' as const }
    if ('fault' in named) {
      doubts.add(named.fault, { row, column, text: period })
      return null
    }
    if (named.on > today) {
      doubts.add('not-begun', { row, column, text: period })
      return null
    }
    const above = numberAt(row, value, cells, styles.value, 'no-value')
    if (above === null) return null
    let below: number | null = null
    if (at.denominator !== null) {
      below = numberAt(row, at.denominator, cells, styles.denominator, 'no-denominator')
      if (below === null) return null
    }
    const fault = faultOf(kind, above, below)
    if (fault) {
      const culprit = fault.startsWith('denominator') && at.denominator !== null ? at.denominator : value
      doubts.add(fault, { row, column: name(culprit), text: cells[culprit] ?? '' })
      return null
    }
    if (isSeen(site, named.on)) {
      doubts.add('twice', { row, column, text: period })
      return null
    }
    return [{ row, site, on: named.on, value: above, denominator: below }]
  }

  function numberAt(
    row: number,
    place: number,
    cells: readonly string[],
    style: NumberStyle,
    gap: 'no-value' | 'no-denominator',
  ): number | null {
    const text = cells[place] ?? ''
    const number = isMissing(text) ? null : parseNumber(text, style)
    if (number === null)
      doubts.add(isMissing(text) ? gap : 'not-a-number', { row, column: name(place), text: text.trim() })
    return number
  }

  function placeOf(text: string): number {
    const known = spelled.get(text)
    if (known !== undefined) return known
    const place = siteOf.get(siteKey(text)) ?? -1
    spelled.set(text, place)
    return place
  }

  /** Notes it, and says whether it was noted before. */
  function isSeen(site: number, on: string): boolean {
    const place = placeOfOn.get(on) ?? 0
    let bits = seen[site]
    if (!bits || bits.length === 0) {
      bits = new Uint8Array(Math.ceil(placeOfOn.size / 8))
      seen[site] = bits
    }
    const [byte, bit] = [place >> 3, 1 << (place & 7)]
    if (((bits[byte] ?? 0) & bit) !== 0) return true
    bits[byte] = (bits[byte] ?? 0) | bit
    return false
  }
}
