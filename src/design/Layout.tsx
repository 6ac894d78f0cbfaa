import type { ReactNode } from 'react'

/** Steps of the 8-pixel grid: 4, 8, 12, 16, 24, 32, 40, 48, 64. */
export type Gap = '0' | 'half' | '1' | '1h' | '2' | '3' | '4' | '5' | '6' | '8'

export interface StackProps {
  gap?: Gap | undefined
  as?: 'div' | 'section' | 'form' | 'ul' | 'ol' | undefined
  children: ReactNode
}

/** One thing below the other. */
export function Stack({ gap, as: Tag = 'div', children }: StackProps) {
  return (
    <Tag className="stack" data-gap={gap}>
      {children}
    </Tag>
  )
}

export interface RowProps {
  gap?: Gap | undefined
  /** On as many lines as it takes. On unless `wrap={false}`. */
  wrap?: boolean | undefined
  /** The first to the start, the last to the end. */
  between?: boolean | undefined
  align?: 'center' | 'start' | 'baseline' | undefined
  as?: 'div' | 'span' | 'ul' | undefined
  children: ReactNode
}

/** One thing beside the other. */
export function Row({ gap, wrap = true, between, align, as: Tag = 'div', children }: RowProps) {
  return (
    <Tag
      className="row"
      data-gap={gap}
      data-wrap={wrap || undefined}
      data-between={between || undefined}
      data-align={align}
    >
      {children}
    </Tag>
  )
}

export interface SplitProps {
  /** 304 px at the side; below the text on a narrow screen. */
  aside: ReactNode
  /** The part of the aside that a phone shows before the text, such as a verdict. */
  first?: ReactNode | undefined
  children: ReactNode
}

/** Text with an aside. */
export function Split({ aside, first, children }: SplitProps) {
  return (
    <div className="split">
      {first && <div className="split-first">{first}</div>}
      <div className="split-main">{children}</div>
      <aside className="split-aside">
        <Stack gap="4">{aside}</Stack>
      </aside>
    </div>
  )
}

/** Two columns of one weight, one below the other on a narrow screen. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className="pair">{children}</div>
}

/** A box: for what one can move, send or dismiss. Everything else is grouped by space and thin lines. */
export function Card({ sunken, children }: { sunken?: boolean | undefined; children: ReactNode }) {
  return (
    <div className="card" data-sunken={sunken || undefined}>
      {children}
    </div>
  )
}
