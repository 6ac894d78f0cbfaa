import { useSyncExternalStore } from 'react'
import { type Language, languages, type Say, sayIn, type Words } from '../anywhere/message.ts'

const listeners = new Set<() => void>()
let current: Language = 'en'
let saying: Say = (id) => id

/** Says a message in the reader's language. */
export const t: Say = (id, values) => saying(id, values)

/** The reader's language. A component that shows dates or numbers reads it from here and is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, language)
}

/** The reader's language, outside a component. */
export function language(): Language {
  return current
}

/** Switches the page to `next`, once its words have arrived. */
export function speak(next: Language, words: Words): void {
  current = next
  saying = sayIn(next, words)
  document.documentElement.lang = next
  for (const tell of listeners) tell()
}

/** The language of ours that the browser asks for first. */
export function preferredLanguage(asked: readonly string[] = navigator.languages): Language {
  for (const tag of asked) {
    const match = languages.find((language) => tag.toLowerCase().startsWith(language))
    if (match) return match
  }
  return 'en'
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
