import { setupI18n } from '@lingui/core'

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

/** A message in the form that is said: text, or text with places for values. Made from words by `compileMessage`. */
export type CompiledMessage = ReturnType<typeof import('@lingui/message-utils/compileMessage').compileMessage>

/**
 * A function that says messages in `language`.
 * @param messageOf The compiled message with an id, or undefined when there are no words for it (yet): then nothing
 * is said, so that a page never breaks over a word; a check refuses gaps.
 */
export function speaker(language: Language, messageOf: (id: MessageId) => CompiledMessage | undefined): Say {
  const locale = localeOf(language)
  const i18n = setupI18n({ locale, messages: { [locale]: {} } })
  const known = new Set<string>()
  return (id, values = {}) => {
    if (!known.has(id)) {
      const message = messageOf(id)
      if (message === undefined) return ''
      i18n.load(locale, { [id]: message })
      known.add(id)
    }
    return i18n._(id, isolated(values))
  }
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** A name in Arabic or Hebrew letters keeps its own direction, and leaves the sentence around it in its order. */
function isolated(values: MessageValues): MessageValues {
  const entries = Object.entries(values)
  if (!entries.some(([, value]) => typeof value === 'string' && rightToLeft.test(value))) return values
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'string' && rightToLeft.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  )
}

/** The BCP 47 tag that `Intl` formats numbers and dates with. English days come before months, as most of its readers write. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'de-DE'
}
