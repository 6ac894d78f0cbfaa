import { useRef, useState } from 'react'
import type { CallFailed } from '#platform/browser/call.ts'
import { queries, refresh, useAction } from '#platform/browser/use-endpoint.ts'
import type { Trial } from '../trial.ts'
import { trialApi } from '../trial-api.ts'

export interface Taken<Part extends 'door' | 'design'> {
  /** The one asked for last, before the server has answered; after a refusal the one that is stored. */
  value: Trial[Part]
  take(value: Trial[Part]): void
  isBusy: boolean
  error: CallFailed | null
}

/** A choice of a draft, shown at once when it is made. A second one while the first is under way is not lost. */
export function useTaken<Part extends 'door' | 'design'>(trial: Trial, part: Part): Taken<Part> {
  const { run, error } = useAction(trialApi.change)
  const [asked, setAsked] = useState<Trial[Part] | null>(null)
  const wanted = useRef<Trial[Part] | null>(null)

  async function take(value: Trial[Part]): Promise<void> {
    const isUnderWay = wanted.current !== null
    wanted.current = value
    setAsked(value)
    if (isUnderWay) return
    let sent: Trial[Part]
    do {
      sent = wanted.current
      if (!(await run({ id: trial.id, [part]: sent }))) break
      // Shown until the stored one has come, so that nothing jumps back in between.
      await refresh(queries, ['trial'])
    } while (wanted.current !== sent)
    wanted.current = null
    setAsked(null)
  }

  return { value: asked ?? trial[part], take: (value) => void take(value), isBusy: asked !== null, error }
}
