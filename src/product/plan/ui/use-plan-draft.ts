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
  /** Somebody else has saved since: nothing more is saved until the person chooses. */
  isOvertaken: boolean
  /** The revision that this is based on. */
  revision: number
  /** Saves this on top of what the other saved as `revision`. */
  keepMine(revision: number): void
  /** Lets go of what is not saved. */
  drop(): void
  /** Goes on from what the server itself wrote on top of the last save. */
  take(written: Draft): void
}

/** What was typed and could not be saved before its page was left: there again when the person comes back. */
const unsaved = new Map<string, { body: DraftBody; saved: DraftBody; revision: number }>()

/**
 * A draft that saves itself while it is written, a moment after the last change and when the page is left. Nothing is
 * saved over what somebody else saved: then it says so and keeps what was typed.
 */
export function usePlanDraft(stored: Draft): PlanDraft {
  const { trialId } = stored
  const save = useAction(planApi.save)
  const [start] = useState(() => {
    const { body, revision } = stored
    return unsaved.get(trialId) ?? { body, saved: body, revision }
  })
  const [body, setBody] = useState(start.body)
  const [savedAt, setSavedAt] = useState(stored.savedAt)
  const [saved, setSaved] = useState(start.saved)
  const [revision, setRevision] = useState(start.revision)
  const latest = useRef({ ...start, isOvertaken: false })
  const saving = useRef<Promise<number | null> | null>(null)
  const run = useRef(save.run)
  useLayoutEffect(() => {
    run.current = save.run
  })

  const store = useCallback(async (): Promise<number | null> => {
    const now = latest.current
    while (now.body !== now.saved && !now.isOvertaken) {
      const sent = now.body
      const answer = await run.current({ id: trialId, revision: now.revision, ...sent })
      if (!answer) return null
      now.revision = answer.revision
      now.saved = sent
      setSaved(sent)
      setSavedAt(answer.savedAt)
      setRevision(answer.revision)
    }
    return now.isOvertaken ? null : now.revision
  }, [trialId])

  const flush = useCallback((): Promise<number | null> => {
    saving.current ??= store().finally(() => {
      saving.current = null
    })
    return saving.current
  }, [store])

  const isOvertaken = save.error?.problem.code === 'plan.saved-meanwhile'
  useLayoutEffect(() => {
    latest.current.isOvertaken = isOvertaken
  }, [isOvertaken])

  const keepMine = useCallback(
    (over: number): void => {
      Object.assign(latest.current, { revision: over, isOvertaken: false })
      setRevision(over)
      void flush()
    },
    [flush],
  )

  function drop(): void {
    latest.current.body = latest.current.saved
    unsaved.delete(trialId)
  }

  function take(written: Draft): void {
    const now = latest.current
    // What was typed meanwhile stays, where the server wrote nothing.
    const typed = Object.entries(now.body).filter(([part, value]) => value !== now.saved[part as keyof DraftBody])
    Object.assign(now, { revision: written.revision, saved: written.body })
    now.body = typed.length === 0 ? written.body : { ...written.body, ...Object.fromEntries(typed) }
    setSaved(now.saved)
    setBody(now.body)
    setSavedAt(written.savedAt)
    setRevision(written.revision)
  }

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
  useEffect(() => {
    const now = latest.current
    return () => {
      if (now.body === now.saved) unsaved.delete(trialId)
      else unsaved.set(trialId, now)
      // What has been saved by then is not kept any longer.
      void flush().then((done) => done !== null && unsaved.delete(trialId))
    }
  }, [flush, trialId])

  const isSaved = body === saved
  // The browser asks before it closes a page that holds what nobody has saved and nothing will save.
  useEffect(() => {
    if (isSaved || !save.error) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isSaved, save.error])

  return { body, change, flush, savedAt, isSaved, error: save.error, isOvertaken, revision, keepMine, drop, take }
}
