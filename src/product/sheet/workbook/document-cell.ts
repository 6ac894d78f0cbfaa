import type { FormatKind } from '#lib/sheet/number-format.ts'
import { workbookNumber } from '#lib/sheet/workbook-number.ts'
import { moneyFormat } from './document-styles.ts'

type Attributes = Readonly<Record<string, string>>

/**
 * What a cell of an OpenDocument table says, as the text that a reader of CSV takes for the same.
 * Prefixes are as every program writes them: a cell has its type twice, in two namespaces, and only one of them counts.
 * @param shown What stands in it to be read.
 * @param kind How its style shows dates and lengths of time.
 * @see OpenDocument 1.3 part 3, 19.389 (value types)
 */
export function documentCell(attributes: Attributes, shown: string, kind: FormatKind | undefined): string {
  const value = attributes['office:value'] ?? ''
  if (attributes['calcext:value-type'] === 'error') return shown
  switch (attributes['office:value-type']) {
    case 'float':
      return workbookNumber(value, { kind: 'plain', mark: '' }, false)
    case 'percentage':
      return workbookNumber(value, { kind: 'percent', mark: '' }, false)
    case 'currency':
      return workbookNumber(value, moneyFormat(attributes['office:currency'] ?? ''), false)
    case 'date':
      return dateText(attributes['office:date-value'] ?? '', kind) ?? shown
    case 'time':
      return timeText(attributes['office:time-value'] ?? '', kind) ?? shown
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE'
    default:
      return attributes['office:string-value'] ?? shown
  }
}

/** Numbers: in every cell of a merged one, one of them would count several times. */
export function isCounted(attributes: Attributes): boolean {
  return ['float', 'percentage', 'currency', 'time'].includes(attributes['office:value-type'] ?? '')
}

function dateText(value: string, kind: FormatKind | undefined): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:[.,]\d+)?Z?)?$/.exec(value) ?? []
  if (day === undefined) return null
  if (kind === 'month') return day.slice(0, 7)
  if (kind === 'year') return day.slice(0, 4)
  return time === undefined || time === '00:00:00' ? day : `${day}T${time}`
}

/** `PT06H30M00S`: a time of day, or a length of time. */
function timeText(value: string, kind: FormatKind | undefined): string | null {
  const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(value)
  if (!parts) return null
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number((part ?? '0').replace(',', '.')))
  const days = (hours * 3600 + minutes * 60 + seconds) / 86_400
  const isLength = kind === 'hours' || kind === 'minutes' || kind === 'seconds'
  return workbookNumber(String(days), { kind: isLength ? kind : 'time', mark: '' }, false)
}
