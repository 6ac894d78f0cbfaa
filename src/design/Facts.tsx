import type { ReactNode } from 'react'

export interface Fact {
  term: string
  value: ReactNode
}

export interface FactsProps {
  facts: readonly Fact[]
  /** A wide column of words with text beside it, instead of values at the far edge. */
  terms?: boolean | undefined
}

/** Words and their values, a line each. */
export function Facts({ facts, terms }: FactsProps) {
  return (
    <dl className="facts" data-terms={terms || undefined}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
