import { useState } from 'react'
import type { CallFailed } from '#platform/browser/call.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { Columns, type SheetId, type SheetPreview, Since } from '../sheet.ts'
import { sheetApi } from '../sheet-api.ts'
import type { ColumnChoice } from './ColumnMap.tsx'
import { useSettled } from './use-settled.ts'

export interface Preview {
  /** Undefined until the choice is whole and has been read. While the next is read, still the last one of this sheet. */
  preview: SheetPreview | undefined
  error: CallFailed | null
  /** The choice as it stands now is not read yet. */
  isReading: boolean
}

/** The sheet, read with a choice of columns, as soon as that is whole and rests. */
export function usePreview(
  id: SheetId | null,
  columns: ColumnChoice,
  since: string,
  guardrails: readonly (string | null)[],
): Preview {
  const choice = JSON.stringify({ id, columns, since, guardrails: guardrails.filter((one) => one !== null) })
  const settled = useSettled(choice)
  const asked = JSON.parse(settled) as { id: SheetId; columns: Columns; since: string; guardrails: string[] }
  const { data, error } = useEndpoint(sheetApi.preview, asked, { enabled: isWhole(asked) })
  const [last, setLast] = useState<{ id: SheetId; preview: SheetPreview } | null>(null)
  if (data && data !== last?.preview) setLast({ id: asked.id, preview: data })
  if (!isWhole({ id, columns, since })) return { preview: undefined, error: null, isReading: false }
  const isSettled = choice === settled
  const kept = last?.id === id && !error ? last.preview : undefined
  return {
    preview: isSettled ? (data ?? kept) : kept,
    error,
    isReading: !isSettled || (data === undefined && error === null),
  }
}

function isWhole({ id, columns, since }: { id: SheetId | null; columns: ColumnChoice; since: string }): boolean {
  return id !== null && Columns.safeParse(columns).success && Since.safeParse(since).success
}
