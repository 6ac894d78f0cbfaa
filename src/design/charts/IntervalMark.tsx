import { type Interval, standingOf } from './interval.ts'
import { linear, type Span } from './scale.ts'
import { place } from './series.ts'

export interface IntervalMarkProps extends Interval {
  /** The one scale that all marks of a column share: `spanOf(intervals, worth)`. */
  span: Span
  worth?: number | null | undefined
  /** In pixels; 168 in a ledger, 128 in a narrow column. */
  width?: number | undefined
  /** The same in words: "4 % shorter, 1 to 7". */
  label: string
}

const height = 24

/** The words over a column of marks: which end is worse, which is better. */
export function IntervalEnds({
  worse,
  better,
  width = 168,
}: {
  worse: string
  better: string
  width?: number | undefined
}) {
  return (
    <span className="ends" style={{ inlineSize: width }}>
      <span>{worse}</span>
      <span>{better}</span>
    </span>
  )
}

/** An interval in one line of a list. */
export function IntervalMark({ estimate, low, high, span, worth, width = 168, label }: IntervalMarkProps) {
  const standing = standingOf({ estimate, low, high })
  const x = linear(span, [4, width - 4])
  // What lies beyond the scale ends at its edge; the number beside it says the rest.
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
      {worth != null && worth !== 0 && <line className="worth" x1={at(worth)} x2={at(worth)} y1={2} y2={22} />}
      {low !== null && high !== null && (
        <rect
          className={`bar-${standing}`}
          x={at(low)}
          y={8}
          width={Math.max(1, place(at(high) - at(low)))}
          height={8}
          rx={1}
        />
      )}
      <circle className={`dot-${standing}`} cx={at(estimate)} cy={12} r={4} />
    </svg>
  )
}
