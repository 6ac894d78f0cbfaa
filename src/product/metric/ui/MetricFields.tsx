import { Choices } from '#design/Choices.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { type Every, everies, type MetricKind, metricKinds } from '../metric.ts'

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

/** What one value is, each kind with an example. */
export function KindChoice({ value, onValue, error }: FieldProps<MetricKind>) {
  return (
    <Choices
      label={t('metric.kind')}
      error={error}
      required
      value={value}
      onValue={onValue}
      choices={metricKinds.map((kind) => ({
        value: kind,
        title: t(`metric.kind.${kind}`),
        detail: t(`metric.kind.${kind}-help`),
      }))}
    />
  )
}

export function EveryField({ value, onValue, error }: FieldProps<Every>) {
  return (
    <Field label={t('metric.every')} error={error} required>
      <Select
        value={value}
        options={everies.map((every) => ({ value: every, label: t(`metric.every.${every}`) }))}
        onChange={(event) => onValue(event.target.value as Every)}
      />
    </Field>
  )
}

/** What counts and what does not. */
export function SaysField({ value, onValue, error }: FieldProps<string>) {
  return (
    <Field label={t('metric.says')} help={t('metric.says-help')} error={error} required={false}>
      <TextArea rows={3} maxLength={4000} value={value} onChange={(event) => onValue(event.target.value)} />
    </Field>
  )
}
