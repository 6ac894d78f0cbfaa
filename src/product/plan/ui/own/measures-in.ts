import type { MetricId } from '#product/metric/metric.ts'
import type { DraftBody } from '../../draft.ts'

/** The measures of a trial beside its own. */
export interface Measures {
  guardrails: { metricId: MetricId; margin: number | null }[]
  controlId: MetricId | null
  alsoIds: MetricId[]
}

/** The measures that a table of record was made with, in the order of its columns. */
export function measuresIn({ measured, guardrails, control }: DraftBody): Measures {
  const [, ...others] = measured?.metrics ?? []
  const idOf = (column: string | null) => others.find((one) => one.column === column)?.metricId
  const kept = guardrails.flatMap(({ column, margin }) => {
    const metricId = idOf(column)
    return metricId ? [{ metricId, margin }] : []
  })
  const controlId = (control && idOf(control.column)) ?? null
  const taken = new Set([...kept.map(({ metricId }) => metricId), controlId])
  return {
    guardrails: kept,
    controlId,
    alsoIds: others.flatMap(({ metricId }) => (taken.has(metricId) ? [] : [metricId])),
  }
}
