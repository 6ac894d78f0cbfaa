import type { ReactNode } from 'react'

export interface BadgeProps {
  /** Round good, diamond attention, square harm, ring pending; grey dot without one. */
  tone?: 'good' | 'warn' | 'bad' | 'pending' | undefined
  children: ReactNode
}

/** Where something stands, in a shape and a word. */
export function Badge({ tone, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  )
}

/** A kind, in a word with an edge. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}
