import { useSyncExternalStore } from 'react'
import { type CompiledMessage, type Language, languages, type Say, speaker } from '../anywhere/message.ts'

/** Messages by id, as the build has compiled them from the words. */
export type Messages = Readonly<Record<string, CompiledMessage>>

interface Spoken {
  readonly language: Language
  readonly messages: Messages
  readonly say: Say
}

const listeners = new Set<() => void>()
let spoken: Spoken = speakerOf('en', {})

/** Says a message in the reader's language. */
export const t: Say = (id, values) => spoken.say(id, values)

/**
 * The reader's language. A component that shows dates, numbers or stored messages reads it from here, and is drawn
 * again when the language changes or more of its words have arrived.
 */
export function useLanguage(): Language {
  return useSyncExternalStore(listen, () => spoken).language
}

/** The reader's language, outside a component. */
export function language(): Language {
  return spoken.language
}

/** Switches the pages to `next`, once its messages have arrived. */
export function speak(next: Language, messages: Messages): void {
  spoken = speakerOf(next, messages)
  document.documentElement.lang = next
  for (const tell of listeners) tell()
}

/** Adds messages that came later, unless the reader has changed the language meanwhile. */
export function learn(of: Language, messages: Messages): void {
  if (spoken.language === of) speak(of, { ...spoken.messages, ...messages })
}

/** The language of ours that the browser asks for first. */
export function preferredLanguage(asked: readonly string[] = navigator.languages): Language {
  for (const tag of asked) {
    const match = languages.find((language) => tag.toLowerCase().startsWith(language))
    if (match) return match
  }
  return 'en'
}

function speakerOf(of: Language, messages: Messages): Spoken {
  return { language: of, messages, say: speaker(of, (id) => messages[id]) }
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
