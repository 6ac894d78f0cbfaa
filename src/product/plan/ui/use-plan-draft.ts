import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CallFailed } from '#platform/browser/call.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Draft, DraftBody } from '../draft.ts'
import { planApi } from '../plan-api.ts'

const restMs = 700

export interface PlanDraft {
  body: DraftBody
  change(part: Partial<DraftBody>): void
  /** Stores what is not stored yet. The revision that then stands there, or null when it could not be stored. */
  flush(): Promise<number | null>
  savedAt: Date | null
  isSaved: boolean
  error: CallFailed | null
}

/**
 * A draft that saves itself while it is written, a moment after the last change and when the page is left. Nothing is
 * saved over what somebody else saved: then it says so and keeps what was typed.
 */
export function usePlanDraft(stored: Draft): PlanDraft {
  const { trialId } = stored
  const save = useAction(planApi.save)
  const [body, setBody] = useState(stored.body)
  const [savedAt, setSavedAt] = useState(stored.savedAt)
  const [saved, setSaved] = useState(stored.body)
  const latest = useRef({ body: stored.body, saved: stored.body, revision: stored.revision })
  const saving = useRef<Promise<number | null> | null>(null)
  const run = useRef(save.run)
  useLayoutEffect(() => {
    run.current = save.run
  })

  const store = useCallback(async (): Promise<number | null> => {
    const now = latest.current
    while (now.body !== now.saved) {
      const sent = now.body
      const answer = await run.current({ id: trialId, revision: now.revision, ...sent })
      if (!answer) return null
      now.revision = answer.revision
      now.saved = sent
      setSaved(sent)
      setSavedAt(answer.savedAt)
    }
    return now.revision
  }, [trialId])

  const flush = useCallback((): Promise<number | null> => {
    saving.current ??= store().finally(() => {
      saving.current = null
    })
    return saving.current
  }, [store])

  function change(part: Partial<DraftBody>): void {
    latest.current.body = { ...latest.current.body, ...part }
    setBody(latest.current.body)
  }

  useEffect(() => {
    if (body === latest.current.saved) return
    const timer = setTimeout(() => void flush(), restMs)
    return () => clearTimeout(timer)
  }, [body, flush])
  // Leaving the page inside the product saves at once; closing it loses at most the last moment.
  useEffect(() => () => void flush(), [flush])

  return { body, change, flush, savedAt, isSaved: body === saved, error: save.error }
}
