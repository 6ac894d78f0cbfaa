import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { t } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'

interface FieldProps<Value> {
  value: Value
  onValue: (value: Value) => void
  error?: string | undefined
}

export function UnitField({ value, onValue, error }: FieldProps<string>) {
  return (
    <Field label={t('metric.unit')} help={t('metric.unit-help')} error={error} required>
      <Input maxLength={40} value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
}

/** What one unit is worth in money, where money fits. */
export function WorthField({ unit, value, onValue, error }: FieldProps<number | null> & { unit: string }) {
  const { currency } = useMyself().workspace
  return (
    <Field
      label={unit.trim() === '' ? t('metric.worth-unit') : t('metric.worth', { unit: unit.trim() })}
      help={t('metric.worth-help')}
      error={error}
      required={false}
    >
      <NumberInput value={value} onValue={onValue} unit={currency} />
    </Field>
  )
}
