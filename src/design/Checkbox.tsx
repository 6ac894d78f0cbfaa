import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedBy, FieldNotes } from './Field.tsx'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'className' | 'style' | 'type' | 'children'> {
  label: ReactNode
  help?: ReactNode | undefined
  error?: ReactNode | undefined
}

/** Yes or no, with its words beside it. */
export function Checkbox({ label, help, error, ...props }: CheckboxProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="checkbox" htmlFor={id}>
        <input
          {...props}
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, help, error)}
        />
        <span>{label}</span>
      </label>
      <FieldNotes id={id} help={help} error={error} />
    </div>
  )
}
