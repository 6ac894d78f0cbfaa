import type { Option } from '#design/Select.tsx'
import { languages, localeOf } from '#platform/anywhere/message.ts'
import { language } from '#platform/browser/language.ts'

/** Languages, each by its own name. */
export function languageOptions(): Option[] {
  return languages.map((code) => ({
    value: code,
    label: new Intl.DisplayNames(localeOf(code), { type: 'language' }).of(code) ?? code,
  }))
}

/** Every currency that the browser knows, the reader's words first in the alphabet. */
export function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames(localeOf(language()), { type: 'currency' })
  return Intl.supportedValuesOf('currency')
    .map((code) => ({ value: code, label: `${code}: ${names.of(code) ?? code}` }))
    .sort((a, b) => a.value.localeCompare(b.value))
}

/** Every time zone; `own` is kept even where the list does not name it. */
export function timeZoneOptions(own: string): Option[] {
  const zones = new Set([own, ...Intl.supportedValuesOf('timeZone')])
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
