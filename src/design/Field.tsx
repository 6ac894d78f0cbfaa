import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, use, useId } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon } from './Icon.tsx'

export interface FieldProps {
  label: ReactNode
  /** Hides the label from eyes where the place says it already. */
  labelHidden?: boolean | undefined
  help?: ReactNode | undefined
  /** What is wrong, what was kept, what to do. */
  error?: ReactNode | undefined
  /** True: ears hear that it is required. False: the label says "optional". Left out: neither. */
  required?: boolean | undefined
  children: ReactNode
}

/** What a control inside a `Field` takes over: its id, its description, whether it is wrong or required. */
export interface FieldLink {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

const FieldContext = createContext<FieldLink | undefined>(undefined)

/** The link to the `Field` around a control; outside of one a control names itself. */
export function useField(): FieldLink | undefined {
  return use(FieldContext)
}

/** A control with its name, its help and what is wrong with it. */
export function Field({ label, labelHidden, help, error, required, children }: FieldProps) {
  const id = useId()
  const link: FieldLink = {
    id,
    'aria-describedby': describedBy(id, help, error),
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? 'sr' : undefined}>
        {label}
        {required === false && <Optional />}
      </label>
      <FieldContext value={link}>{children}</FieldContext>
      <FieldNotes id={id} help={help} error={error} />
    </div>
  )
}

/** The lines beneath a control. */
export function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {error && (
        // It comes after the fact, from the server or on leaving the field: ears must hear it without looking for it.
        <p className="field-error" id={`${id}-error`} role="alert">
          <Icon of={CircleAlert} />
          <span>{error}</span>
        </p>
      )}
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </>
  )
}

export function describedBy(id: string, help: ReactNode, error: ReactNode): string | undefined {
  return [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
}

export function Optional() {
  return <span className="field-optional"> ({t('design.optional')})</span>
}
