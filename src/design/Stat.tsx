import type { ReactNode } from 'react'

export interface StatProps {
  label: ReactNode
  value: ReactNode
  /** The interval. A number without one says why. */
  range?: ReactNode | undefined
}

/** A number, its interval, what it means. Stands in `Stats`. */
export function Stat({ label, value, range }: StatProps) {
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd>
        {value} {range && <span className="stat-range">{range}</span>}
      </dd>
    </div>
  )
}

/** Numbers beside each other. `ruled`: between two lines, as a page's key figures. */
export function Stats({ ruled, children }: { ruled?: boolean | undefined; children: ReactNode }) {
  return (
    <dl className="stats" data-ruled={ruled || undefined}>
      {children}
    </dl>
  )
}
