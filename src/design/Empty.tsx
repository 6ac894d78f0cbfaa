import type { ReactNode } from 'react'

export interface EmptyProps {
  title: ReactNode
  /** What will be here, and one real example. */
  children: ReactNode
  /** One button. */
  action?: ReactNode | undefined
}

/** A place where nothing is yet. It teaches the next step. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      <p className="small quiet">{children}</p>
      {action}
    </div>
  )
}
