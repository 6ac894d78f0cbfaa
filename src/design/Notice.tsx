import { Check, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon, type IconShape } from './Icon.tsx'

export interface NoticeProps {
  /** `good` may, `warn` attention, `bad` harm only. Without one it is plain. */
  tone?: 'good' | 'warn' | 'bad' | undefined
  icon?: IconShape | undefined
  title: ReactNode
  /** For one that appears by itself: ears hear it when the mouth is free (`polite`) or at once (`now`). */
  live?: 'polite' | 'now' | undefined
  children?: ReactNode | undefined
}

const icons = { good: Check, warn: TriangleAlert, bad: TriangleAlert, plain: Info }

/** Something to know here, said in a title and at most a few lines. */
export function Notice({ tone, icon, title, live, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={roleOf(live)}>
      <Icon of={icon ?? icons[tone ?? 'plain']} />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  )
}

function roleOf(live: NoticeProps['live']) {
  if (live === undefined) return undefined
  return live === 'now' ? 'alert' : 'status'
}
