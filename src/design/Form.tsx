import type { FormEvent, ReactNode } from 'react'
import { Stack } from './Layout.tsx'

interface FormProps {
  onSubmit: () => void
  children: ReactNode
}

/** A form that our own code sends. Missing fields are said beside them by the page, not in a bubble of the browser. */
export function Form({ onSubmit, children }: FormProps) {
  function send(event: FormEvent): void {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="3">{children}</Stack>
    </form>
  )
}
