import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Point } from '../measurement.ts'
import { figureOf } from '../measurement.ts'

/** A figure for reading; where it is divided, with what it was divided from: "0.05 (3 of 60)". */
export function sayFigure(point: Pick<Point, 'value' | 'denominator'>, language: Language): string {
  const figure = formatNumber(figureOf(point), language, 4)
  if (point.denominator === null) return figure
  const [above, below] = [formatNumber(point.value, language, 4), formatNumber(point.denominator, language, 4)]
  return t('measurement.divided', { figure, above, below })
}
