import type { DraftBody } from '../draft.ts'

/**
 * A draft as a person sends it, with what the server wrote of its own measurements as the server wrote it: who was drawn and
 * which column is which measure is not typed. Another table puts an end to that.
 */
export function keptMeasured(before: DraftBody, sent: DraftBody): DraftBody {
  const { measured } = before
  if (!measured || !sent.measured || sent.sheetId !== before.sheetId) return { ...sent, measured: null }
  const { columns, since, metricId, isRandomised, draw } = before
  const drawn = measured.drawId === null ? {} : { isRandomised, draw }
  return { ...sent, measured, columns, since, metricId, ...drawn }
}
