import type { ReactNode } from 'react'

export type TextTone = 'ink' | 'quiet' | 'faint' | 'good' | 'warn' | 'bad'

export interface TextProps {
  as?: 'p' | 'span' | 'div' | 'strong' | 'h2' | 'h3' | 'blockquote' | 'time' | undefined
  /** `xs` captions, `small` meta, `lead` the line under a title, `sentence` the one honest sentence, `label` a small heading. */
  role?: 'xs' | 'small' | 'lead' | 'sentence' | 'label' | undefined
  tone?: TextTone | undefined
  weight?: 'medium' | 'strong' | undefined
  nowrap?: boolean | undefined
  id?: string | undefined
  children: ReactNode
}

/** Text in one of the six sizes and five tones. Without props: reading text. */
export function Text({ as: Tag = 'p', role, tone, weight, nowrap, id, children }: TextProps) {
  const names = [role, tone, weight, nowrap && 'nowrap'].filter(Boolean).join(' ')
  return (
    <Tag id={id} className={names || undefined}>
      {children}
    </Tag>
  )
}
