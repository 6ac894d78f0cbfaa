import { placesKept } from '#lib/sheet/sheet-warning.ts'
import { t } from '#platform/browser/language.ts'
import type { SheetDoubt } from '../sheet.ts'

/** A doubt about a sheet as a sentence that names its first place. */
export function sayDoubt({ code, values, places }: SheetDoubt): string {
  const [first] = places
  return t(`sheet.warning.${code}`, {
    row: first?.row ?? 0,
    column: first?.column ?? '',
    text: first?.text ?? '',
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, worded(value)])),
  })
}

/** The rows that a doubt is about, when there are several: whoever mends a table wants to find all of them. */
export function sayRows({ values, places }: SheetDoubt): string | null {
  if (places.length < 2) return null
  const rows = [...new Set(places.map(({ row }) => row))].join(', ')
  const isAll = !(typeof values['count'] === 'number' && values['count'] > places.length) && places.length < placesKept
  return t(isAll ? 'sheet.rows' : 'sheet.rows-more', { rows })
}

/** A choice inside a sentence has no hyphens in its names, and a cell without a sign has no sign to show. */
function worded(value: string | number): string | number {
  if (value === '') return t('sheet.no-mark')
  return value === 'day-first' || value === 'month-first' ? value.replace('-', '_') : value
}
