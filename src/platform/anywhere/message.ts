import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

/**
 * Every message there is, by id. Empty here: each folder adds the keys of its English words, so that an id nobody
 * wrote words for does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging in each folder's words/en.ts
export interface Messages {}

export type MessageId = keyof Messages
export type MessageValues = Readonly<Record<string, string | number>>

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** Words by message id, in ICU MessageFormat: `{count, plural, one {# idea} other {# ideas}}`. */
export type Words = Readonly<Record<string, string>>

/** Says a message in one language. */
export type Say = (id: MessageId, values?: MessageValues) => string

/**
 * A function that says messages in `language`. Messages are compiled when first said: a start compiles none.
 * A missing message is said as its id, so that a page never breaks over a word; the words test refuses gaps.
 */
export function sayIn(language: Language, words: Words): Say {
  const i18n = setupI18n({ locale: localeOf(language), messages: { [localeOf(language)]: {} } })
  const compiled = new Set<string>()
  return (id, values = {}) => {
    const source = words[id]
    if (source === undefined) return id
    if (!compiled.has(id)) {
      i18n.load(localeOf(language), { [id]: compileMessage(source) })
      compiled.add(id)
    }
    return i18n._(id, values)
  }
}

/** The BCP 47 tag that `Intl` formats numbers and dates with. English days come before months, as most of its readers write. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'de-DE'
}
