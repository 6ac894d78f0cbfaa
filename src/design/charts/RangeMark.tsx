import { linear, type Span } from './scale.ts'
import { place } from './series.ts'

export interface RangeMarkProps {
  low: number
  high: number
  /** What it is held against, such as what came of it: a line through all rows. */
  found: number
  /** The one scale that all marks of a column share. */
  span: Span
  /** In pixels, as wide as the marks above and below it. */
  width?: number | undefined
  /** The same in words. */
  label: string
}

const height = 24

/** A range that somebody named, in one line of a list: no estimate, and no bar, which is for what was found. */
export function RangeMark({ low, high, found, span, width = 168, label }: RangeMarkProps) {
  const x = linear(span, [4, width - 4])
  const at = (value: number) => place(Math.max(0, Math.min(x(value), width)))
  return (
    <svg
      className="mini"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <line className="zero" x1={at(0)} x2={at(0)} y1={2} y2={22} />
      <line className="worth" x1={at(found)} x2={at(found)} y1={2} y2={22} />
      <line className="line-ink" x1={at(low)} x2={at(high)} y1={12} y2={12} />
      <line className="line-ink" x1={at(low)} x2={at(low)} y1={8} y2={16} />
      <line className="line-ink" x1={at(high)} x2={at(high)} y1={8} y2={16} />
    </svg>
  )
}
