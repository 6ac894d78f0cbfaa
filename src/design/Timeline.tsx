import type { ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'

export interface Moment {
  id: string
  state: 'done' | 'now' | 'next'
  when: ReactNode
  title: ReactNode
  detail?: ReactNode | undefined
}

/** What was, what is, what comes. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="timeline">
      {moments.map(({ id, state, when, title, detail }) => (
        <li key={id} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <p className="timeline-when">
            <span className="sr">{t(`design.${state}`)}: </span>
            {when}
          </p>
          <h3>{title}</h3>
          {detail && <p className="timeline-detail">{detail}</p>}
        </li>
      ))}
    </ol>
  )
}
