import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Point } from '../measurement.ts'
import { figureOf } from '../measurement.ts'

/** As many digits as a figure keeps when it is stored: what is shown of it is what was typed. */
const allDigits = 15

/** A figure as it was brought; where it is divided, rounded, with what it was divided from: "0.05 (3 of 60)". */
export function sayFigure(point: Pick<Point, 'value' | 'denominator'>, language: Language): string {
  const asBrought = (part: number) => formatNumber(part, language, allDigits)
  const { value, denominator } = point
  if (denominator === null) return asBrought(value)
  const figure = formatNumber(figureOf(point), language, 4)
  return t('measurement.divided', { figure, above: asBrought(value), below: asBrought(denominator) })
}
