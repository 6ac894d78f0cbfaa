import type { ComponentProps } from 'react'
import { useField } from './Field.tsx'

export type InputProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'size'>

/** One line of text. Takes everything an `<input>` takes, so `register('name')` of a form spreads into it. */
export function Input(props: InputProps) {
  return <input autoComplete="off" {...useField()} {...props} className="input" />
}

/** A calendar day, `YYYY-MM-DD`, in the picker of the device. */
export function DateInput(props: Omit<InputProps, 'type'>) {
  return <Input {...props} type="date" />
}
