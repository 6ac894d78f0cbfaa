import type { Language, Words } from '#platform/anywhere/message.ts'
import { learn, type Messages, speak } from '#platform/browser/language.ts'

/** Each language is two files of its own: what is seen first, and what the other pages say. */
const wordsOf: Record<Language, { first: () => Promise<Words>; later: () => Promise<Words> }> = {
  en: {
    first: async () => (await import('../words/first-en.ts')).firstEnglish,
    later: async () => (await import('../words/later-en.ts')).laterEnglish,
  },
  de: {
    first: async () => (await import('../words/first-de.ts')).firstGerman,
    later: async () => (await import('../words/later-de.ts')).laterGerman,
  },
}

let later: Promise<void> = Promise.resolve()

/** Makes the pages speak `language`; the rest of its words follow while the first page is drawn. */
export async function switchLanguage(language: Language): Promise<void> {
  speak(language, compiled(await wordsOf[language].first()))
  later = wordsOf[language].later().then((words) => learn(language, compiled(words)))
}

/** When every word of the language has arrived: a page that is loaded when somebody goes there waits for it. */
export function allWords(): Promise<void> {
  return later
}

/** The build has compiled what is words in the source: see `compiledWords` in vite.config.ts. */
function compiled(words: Words): Messages {
  return words as unknown as Messages
}
