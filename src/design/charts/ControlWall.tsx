import type { ReactNode } from 'react'
import { Sign } from './ControlChart.tsx'
import { linear, type Span } from './scale.ts'
import { linePath, place, type Values } from './series.ts'
import { stepPath } from './steps.ts'

export interface StampProps {
  /** In one sentence, for those who do not see it. */
  sentence: string
  /** Where each period stands: days since anything, in order. */
  times: readonly number[]
  figures: Values
  centre: Values
  low: Values
  high: Values
  better: readonly number[]
  worse: readonly number[]
  odd: readonly number[]
  /** Places where something was changed. */
  changes: readonly number[]
  /** Both scales, shared by those beside it. */
  timeSpan: Span
  span: Span
}

const [width, height, air] = [252, 80, 6]

/** A control chart as small as a stamp: no letters, so that it may be drawn in any size. */
export function ControlStamp(props: StampProps) {
  const { sentence, times, figures, centre, low, high, changes, timeSpan, span } = props
  const time = linear(timeSpan, [air, width - air])
  const x = (at: number) => {
    const [before, after] = [times[Math.floor(at)] ?? 0, times[Math.ceil(at)] ?? times.at(-1) ?? 0]
    return time(before + (after - before) * (at - Math.floor(at)))
  }
  const y = linear(span, [height - air, air])
  const signs = [
    ...props.better.map((at) => ({ at, side: 'better' as const })),
    ...props.odd.map((at) => ({ at, side: 'odd' as const })),
    ...props.worse.map((at) => ({ at, side: 'worse' as const })),
  ]
  const first = changes[0]
  return (
    <svg className="mini stamp" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
      {first !== undefined && (
        <rect
          className="during"
          x={place(x(first - 0.5))}
          y={0}
          width={place(width - x(first - 0.5))}
          height={height}
        />
      )}
      <path className="limit" d={stepPath(low, x, y)} />
      <path className="limit" d={stepPath(high, x, y)} />
      <path className="mean" d={stepPath(centre, x, y)} />
      {changes.map((at) => (
        <line key={at} className="zero" x1={place(x(at - 0.5))} x2={place(x(at - 0.5))} y1={0} y2={height} />
      ))}
      <path className="line line-ink line-stamp" d={linePath(figures, x, y)} />
      {signs.map(({ at, side }) => {
        const figure = figures[at]
        return figure == null ? null : (
          <Sign key={`${side} ${at}`} side={side} x={place(x(at))} y={place(y(figure))} reach={2.5} />
        )
      })}
    </svg>
  )
}

/** What a mark of the wall means, once for all of them. */
export function SignKey({ signs }: { signs: readonly { look: 'change' | 'better' | 'worse'; text: string }[] }) {
  return (
    <span className="sign-key">
      {signs.map(({ look, text }) => (
        <span key={look}>
          <svg className="mini" width="14" height="12" aria-hidden="true">
            {look === 'change' ? (
              <line className="zero" x1={7} x2={7} y1={0} y2={12} />
            ) : (
              <Sign side={look} x={7} y={6} reach={3} />
            )}
          </svg>
          {text}
        </span>
      ))}
    </span>
  )
}

export interface StampCard {
  key: string
  href: string
  name: string
  figure: string
  stamp: StampProps
  badge: ReactNode
}

/** Stamps side by side, as many as there is room for, each a link to the large one. */
export function ControlWall({ cards }: { cards: readonly StampCard[] }) {
  return (
    <ul className="wall">
      {cards.map(({ key, href, name, figure, stamp, badge }) => (
        <li key={key}>
          <a href={href}>
            <span className="wall-head">
              <strong>{name}</strong>
              <span className="num">{figure}</span>
            </span>
            <ControlStamp {...stamp} />
            {badge}
          </a>
        </li>
      ))}
    </ul>
  )
}
