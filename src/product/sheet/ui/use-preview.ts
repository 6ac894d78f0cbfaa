import type { CallFailed } from '#platform/browser/call.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { Columns, type SheetId, type SheetPreview, Since } from '../sheet.ts'
import { sheetApi } from '../sheet-api.ts'
import type { ColumnChoice } from './ColumnMap.tsx'
import { useSettled } from './use-settled.ts'

export interface Preview {
  /** Undefined until the choice is whole and has been read. */
  preview: SheetPreview | undefined
  error: CallFailed | null
  isReading: boolean
}

/** The sheet, read with a choice of columns, as soon as that is whole and rests. */
export function usePreview(
  id: SheetId | null,
  columns: ColumnChoice,
  since: string,
  guardrails: readonly (string | null)[],
): Preview {
  const choice = useSettled(
    JSON.stringify({ id, columns, since, guardrails: guardrails.filter((one) => one !== null) }),
  )
  const asked = JSON.parse(choice) as { id: SheetId; columns: Columns; since: string; guardrails: string[] }
  const isWhole = asked.id !== null && Columns.safeParse(asked.columns).success && Since.safeParse(asked.since).success
  const { data, error, isLoading } = useEndpoint(sheetApi.preview, asked, { enabled: isWhole, keepsLast: true })
  return { preview: isWhole ? data : undefined, error: isWhole ? error : null, isReading: isWhole && isLoading }
}
