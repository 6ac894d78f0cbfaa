import { isDivided, type MetricKind } from '#product/metric/metric.ts'
import type { DoubtCode } from './measurement.ts'

export type FigureFault = Extract<
  DoubtCode,
  'no-denominator' | 'denominator-unwanted' | 'denominator-not-above-0' | 'not-whole' | 'negative' | 'more-than-all'
>

/** Why a metric of this kind cannot have such a figure; null when it can. */
export function faultOf(kind: MetricKind, value: number, denominator: number | null): FigureFault | null {
  if (!isDivided(kind)) return denominator === null ? null : 'denominator-unwanted'
  if (denominator === null) return 'no-denominator'
  if (!(denominator > 0)) return 'denominator-not-above-0'
  if (kind === 'ratio') return null
  if (value < 0) return 'negative'
  if (kind === 'rate') return null
  // So many of so many: a share or a percentage in this place would be read as nearly nobody.
  if (!Number.isInteger(value) || !Number.isInteger(denominator)) return 'not-whole'
  return value > denominator ? 'more-than-all' : null
}
