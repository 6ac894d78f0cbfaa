import type { ReactNode } from 'react'

export interface TallyLine {
  id: string
  count: ReactNode
  words: ReactNode
}

/** How many of each, in words. */
export function Tally({ lines }: { lines: readonly TallyLine[] }) {
  return (
    <ul className="tally">
      {lines.map(({ id, count, words }) => (
        <li key={id}>
          <strong>{count}</strong>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}
