import { useEffect, useRef } from 'react'
import { t } from '#platform/browser/language.ts'

/**
 * Runs `act` when the chord is pressed anywhere on the page: `mod+k` (Ctrl, or Cmd on a Mac), or a bare key such as `c`.
 * A bare key is left alone while somebody writes or a dialog is open (WCAG 2.1.4: also offer a way to turn it off).
 */
export function useShortcut(chord: string, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || !isChord(event, chord)) return
      if (!chord.startsWith('mod+') && isElsewhere(event.target)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [chord])
}

function isChord(event: KeyboardEvent, chord: string): boolean {
  const withMod = chord.startsWith('mod+')
  const key = withMod ? chord.slice(4) : chord
  return event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) === withMod && !event.altKey
}

function isElsewhere(target: EventTarget | null): boolean {
  const writes =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  return writes || document.querySelector('dialog:modal') !== null
}

/** How people name the chord on this device: "Ctrl K", "Strg K" on a German keyboard, "⌘ K" on a Mac. */
export function chordName(key: string): string {
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return `${isMac ? '⌘' : t('design.ctrl')} ${key.toUpperCase()}`
}
