import { type ComponentProps, useEffect, useRef } from 'react'
import { useField } from './Field.tsx'

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'className' | 'style'> {
  /** What is written is for a machine: every letter equally wide, and nothing corrected. */
  code?: boolean | undefined
}

/** Text of several lines. It grows with what is written, up to most of the screen. */
export function TextArea({ rows = 3, code, ref, onInput, ...props }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (own.current) grow(own.current)
  })
  return (
    <textarea
      {...useField()}
      {...(code && { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' })}
      {...props}
      data-code={code || undefined}
      rows={rows}
      // A box that grows with its text forgets its rows; an empty one still shows how much may be said.
      style={{ minBlockSize: `calc(${rows}lh + 1.125rem)` }}
      className="input"
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') return ref(element)
        if (ref) ref.current = element
      }}
      onInput={(event) => {
        grow(event.currentTarget)
        onInput?.(event)
      }}
    />
  )
}

/** Where the style sheet cannot make it grow (`field-sizing`), we do. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.blockSize = 'auto'
  area.style.blockSize = `${area.scrollHeight + 2}px`
}
