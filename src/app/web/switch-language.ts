import type { Language, Words } from '#platform/anywhere/message.ts'
import { speak } from '#platform/browser/language.ts'

/** Each language is a file of its own: a reader loads one. */
const wordsOf: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('../words/en.ts')).english,
  de: async () => (await import('../words/de.ts')).german,
}

/** Makes the pages speak `language`. */
export async function switchLanguage(language: Language): Promise<void> {
  speak(language, await wordsOf[language]())
}
