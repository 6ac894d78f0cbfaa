import type { CallFailed } from '#platform/browser/call.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import { useSettled } from '#product/sheet/ui/use-settled.ts'
import type { Site } from '#product/site/site.ts'
import type { ImportPreview } from '../import-preview.ts'
import type { ImportColumns } from '../measurement.ts'
import { measurementApi } from '../measurement-api.ts'

export interface ImportReading {
  preview: ImportPreview | undefined
  error: CallFailed | null
  /** The choice as it stands now is not read yet. */
  isReading: boolean
}

/** What an import would do, as soon as the choice is whole and rests. */
export function useImportPreview(
  id: MetricId,
  sheetId: SheetId | null,
  columns: ImportColumns | null,
  newSites: Site['kind'] | null,
): ImportReading {
  const choice = JSON.stringify({ id, sheetId, columns, newSites })
  const settled = useSettled(choice)
  const asked = JSON.parse(settled) as {
    id: MetricId
    sheetId: SheetId
    columns: ImportColumns
    newSites: Site['kind']
  }
  const isWhole = asked.sheetId !== null && asked.columns !== null
  const { data, error } = useEndpoint(measurementApi.preview, asked, { enabled: isWhole })
  if (columns === null || sheetId === null) return { preview: undefined, error: null, isReading: false }
  const isSettled = choice === settled
  return {
    preview: isSettled ? data : undefined,
    error: isSettled ? error : null,
    isReading: !isSettled || (data === undefined && error === null),
  }
}
