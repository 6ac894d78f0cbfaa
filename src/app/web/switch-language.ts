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

let spoken: Language | null = null
let later: Promise<void> | null = null

/** Makes the pages speak `language`; the rest of its words come when somebody asks for them. */
export async function switchLanguage(language: Language): Promise<void> {
  speak(language, compiled(await wordsOf[language].first()))
  spoken = language
  later = null
}

/**
 * Fetches the rest of the words, once: a workspace does when its first page is drawn, and a page that is loaded when
 * somebody goes there waits for it.
 */
export function allWords(): Promise<void> {
  const language = spoken
  if (language === null) return Promise.resolve()
  later ??= wordsOf[language].later().then((words) => {
    // Somebody may have chosen another language meanwhile.
    if (language === spoken) learn(language, compiled(words))
  })
  return later
}

/** The build has compiled what is words in the source: see `compiledWords` in vite.config.ts. */
function compiled(words: Words): Messages {
  return words as unknown as Messages
}
