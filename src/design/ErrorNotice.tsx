import type { ReactNode } from 'react'
import { Notice } from './Notice.tsx'

export interface ErrorNoticeProps {
  /** What happened. */
  title: ReactNode
  /** What was kept. */
  detail?: ReactNode | undefined
  /** What to do: words, or a button. */
  whatToDo?: ReactNode | undefined
  /** Number by which the operator finds it in the log. */
  reference?: ReactNode | undefined
}

/** Something went wrong. Said at once, also to ears. */
export function ErrorNotice({ title, detail, whatToDo, reference }: ErrorNoticeProps) {
  return (
    <Notice tone="bad" title={title} live="now">
      {detail && <p>{detail}</p>}
      {whatToDo && <div>{whatToDo}</div>}
      {reference && <p className="xs quiet">{reference}</p>}
    </Notice>
  )
}
