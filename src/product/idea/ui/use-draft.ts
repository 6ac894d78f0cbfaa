import { useState } from 'react'
import { useHere } from '#platform/browser/signed.ts'

/** Text that survives a closed page: kept in this browser, for this person, until it is sent or emptied. */
export function useDraft(name: string): [string, (text: string) => void] {
  const { signed } = useHere()
  const key = `draft.${name}.${signed.personId}`
  const [text, setText] = useState(() => read(key))
  return [
    text,
    (next) => {
      setText(next)
      keep(key, next)
    },
  ]
}

// A browser may refuse its store (private windows, a full disk). Then a draft lives as long as its page.
function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Nothing to do: see above.
  }
}
