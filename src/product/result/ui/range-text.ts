import type { Figures } from '#platform/anywhere/figures.ts'
import { t } from '#platform/browser/language.ts'

/** Writes the ends of an effect that was turned so that positive is better: across "no difference", both sides are named. */
export function rangeText({ low, high }: Figures, write: (size: number) => string): string {
  if (low === null || high === null) return t('result.no-range')
  const [least, most] = high < 0 ? [-high, -low] : [low, high]
  if (least >= 0) return t('design.range', { low: write(least), high: write(most) })
  return t('result.range-across', { worse: write(-least), better: write(most) })
}
