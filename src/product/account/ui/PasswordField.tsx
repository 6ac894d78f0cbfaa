import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { t } from '#platform/browser/language.ts'

interface PasswordFieldProps {
  label: string
  value: string
  onValue: (value: string) => void
  error?: string | undefined
  /** A new one says how long it must be, and password managers offer to make it. */
  isNew?: boolean
}

export function PasswordField({ label, value, onValue, error, isNew = false }: PasswordFieldProps) {
  return (
    <Field label={label} help={isNew ? t('account.password-help') : undefined} error={error} required>
      <Input
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  )
}
