import { t } from '#platform/browser/language.ts'
import type { Doubt } from '../measurement.ts'

/** What became of rows, as a sentence that names the first of them. */
export function sayDoubt({ code, count, places }: Doubt): string {
  const [first] = places
  return t(`measurement.doubt.${code}`, {
    count,
    row: first?.row ?? 0,
    column: first?.column ?? '',
    text: first?.text ?? '',
  })
}
