import { type ReactNode, useId, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon, type IconShape } from './Icon.tsx'

export interface CaptureBoxProps {
  label: string
  /** Shown while it is empty; the label when left out. */
  placeholder?: string | undefined
  send: string
  /** Who will see what is written. */
  note?: ReactNode | undefined
  noteIcon?: IconShape | undefined
  value?: string | undefined
  onText?: ((text: string) => void) | undefined
  onSend: (text: string) => void
  busy?: boolean | undefined
  maxLength?: number | undefined
}

/** One field for one sentence. The page holds the text when it gives `value`; else the box does, and empties when sent. */
export function CaptureBox(props: CaptureBoxProps) {
  const { label, placeholder = label, send, note, noteIcon, value, onText, onSend, busy, maxLength } = props
  const id = useId()
  const [own, setOwn] = useState('')
  const text = value ?? own
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (busy || text.trim() === '') return
        onSend(text.trim())
        setOwn('')
      }}
    >
      <div className="capture">
        <label className="sr" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          className="input"
          autoComplete="off"
          placeholder={placeholder}
          maxLength={maxLength}
          aria-describedby={note ? `${id}-note` : undefined}
          value={text}
          onChange={(event) => {
            setOwn(event.target.value)
            onText?.(event.target.value)
          }}
        />
        <Button type="submit" busy={busy}>
          {send}
        </Button>
      </div>
      {note && (
        <p className="capture-note xs faint" id={`${id}-note`}>
          {noteIcon && <Icon of={noteIcon} />}
          <span>{note}</span>
        </p>
      )}
    </form>
  )
}
