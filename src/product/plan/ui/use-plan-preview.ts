import { useState } from 'react'
import type { CallFailed } from '#platform/browser/call.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useSettled } from '#product/sheet/ui/use-settled.ts'
import type { Design, TrialId } from '#product/trial/trial.ts'
import { type DraftBody, missingIn, readableDraft } from '../draft.ts'
import { type PlanRead, planApi } from '../plan-api.ts'

export interface Reading {
  /** Undefined until the choice is whole and has been read. While the next is read, still the last one of this sheet. */
  read: PlanRead | undefined
  error: CallFailed | null
  /** The choice as it stands now is not read yet. */
  isReading: boolean
}

/** The table of a draft, read by its design, as soon as the choice of columns is whole and rests. */
export function usePlanPreview(id: TrialId, design: Design, body: DraftBody): Reading {
  const choice = JSON.stringify({ id, design, ...readableDraft(body), metricId: body.metricId })
  const settled = useSettled(choice)
  const asked = JSON.parse(settled) as { id: TrialId; design: Design } & DraftBody
  const { data, error } = useEndpoint(planApi.preview, asked, { enabled: isWhole(asked.design, asked) })
  const [last, setLast] = useState<{ sheetId: string | null; read: PlanRead } | null>(null)
  if (data && data !== last?.read) setLast({ sheetId: asked.sheetId, read: data })
  if (!isWhole(design, body)) return { read: undefined, error: null, isReading: false }
  const isSettled = choice === settled
  const kept = last?.sheetId === body.sheetId && last.read.preview.design === design && !error ? last.read : undefined
  return {
    read: isSettled ? (data ?? kept) : kept,
    error: isSettled ? error : null,
    isReading: !isSettled || (data === undefined && error === null),
  }
}

function isWhole(design: Design, body: DraftBody): boolean {
  return missingIn(design, readableDraft(body)).length === 0
}
