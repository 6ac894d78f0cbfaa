import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { t } from '#platform/browser/language.ts'

interface EmailFieldProps {
  value: string
  onValue: (value: string) => void
  error?: string | undefined
  help?: string | undefined
}

export function EmailField({ value, onValue, error, help }: EmailFieldProps) {
  return (
    <Field label={t('account.email')} error={error} help={help} required>
      <Input type="email" autoComplete="username" value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
}
