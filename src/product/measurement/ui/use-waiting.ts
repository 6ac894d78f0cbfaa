import { useSyncExternalStore } from 'react'
import { useHere } from '#platform/browser/signed.ts'
import {
  dropFigure,
  keepFigure,
  listenToWaiting,
  readWaiting,
  type WaitingFigure,
  waitingText,
} from './waiting-figures.ts'

/** Figures of this person that wait in this browser for a connection. */
export function useWaiting() {
  const { slug, signed } = useHere()
  const owner = `${slug}.${signed.personId}`
  const text = useSyncExternalStore(listenToWaiting, () => waitingText(owner))
  return {
    waiting: readWaiting(text),
    keep: (figure: WaitingFigure) => keepFigure(owner, figure),
    drop: (figure: WaitingFigure) => dropFigure(owner, figure),
  }
}
