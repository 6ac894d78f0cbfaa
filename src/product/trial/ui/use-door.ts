import { useRef, useState } from 'react'
import type { CallFailed } from '#platform/browser/call.ts'
import { queries, refresh, useAction } from '#platform/browser/use-endpoint.ts'
import type { Trial } from '../trial.ts'
import { trialApi } from '../trial-api.ts'

export interface DoorTaken {
  /** The one asked for last, before the server has answered; after a refusal the one that is stored. */
  door: Trial['door']
  take(door: Trial['door']): void
  isBusy: boolean
  error: CallFailed | null
}

/** The door of a draft, shown at once when it is chosen. A second choice while the first is under way is not lost. */
export function useDoor(trial: Trial): DoorTaken {
  const { run, error } = useAction(trialApi.change)
  const [asked, setAsked] = useState<Trial['door'] | null>(null)
  const wanted = useRef<Trial['door'] | null>(null)

  async function take(door: Trial['door']): Promise<void> {
    const isUnderWay = wanted.current !== null
    wanted.current = door
    setAsked(door)
    if (isUnderWay) return
    let sent: Trial['door']
    do {
      sent = wanted.current
      if (!(await run({ id: trial.id, door: sent }))) break
      // Shown until the stored one has come, so that nothing jumps back in between.
      await refresh(queries, ['trial'])
    } while (wanted.current !== sent)
    wanted.current = null
    setAsked(null)
  }

  return { door: asked ?? trial.door, take: (door) => void take(door), isBusy: asked !== null, error }
}
