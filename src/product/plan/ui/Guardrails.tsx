import { Plus, X } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Card, Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetDescription } from '#product/sheet/sheet.ts'
import type { DraftGuardrail } from '../draft.ts'
import { guardrailsMost } from '../plan-body.ts'

interface GuardrailsProps {
  guardrails: readonly DraftGuardrail[]
  description: SheetDescription | undefined
  onGuardrails: (guardrails: DraftGuardrail[]) => void
  errorOf: (pointer: string) => string | undefined
}

/** What must not get worse, and by how much at most. */
export function Guardrails({ guardrails, description, onGuardrails, errorOf }: GuardrailsProps) {
  const taken = new Set(guardrails.map(({ column }) => column))
  const suggested = description?.guesses.guardrails.find(({ column }) => !taken.has(column))

  function add(): void {
    const column = suggested?.column ?? null
    onGuardrails([...guardrails, { name: column ?? '', column, better: 'lower', margin: null }])
  }

  return (
    <Stack gap="2">
      {guardrails.map((guardrail, at) => (
        <GuardrailFields
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and change places only when one goes
          key={at}
          at={at}
          guardrail={guardrail}
          description={description}
          errorOf={errorOf}
          onGuardrail={(next) => onGuardrails(guardrails.map((one, place) => (place === at ? next : one)))}
          onRemove={() => onGuardrails(guardrails.filter((_, place) => place !== at))}
        />
      ))}
      {guardrails.length < guardrailsMost && (
        <div>
          <Button small icon={Plus} onPress={add}>
            {guardrails.length === 0 ? t('plan.add-guardrail') : t('plan.add-another-guardrail')}
          </Button>
        </div>
      )}
    </Stack>
  )
}

interface GuardrailFieldsProps extends Pick<GuardrailsProps, 'description' | 'errorOf'> {
  at: number
  guardrail: DraftGuardrail
  onGuardrail: (guardrail: DraftGuardrail) => void
  onRemove: () => void
}

function GuardrailFields({ at, guardrail, description, errorOf, onGuardrail, onRemove }: GuardrailFieldsProps) {
  const { name, column, better, margin } = guardrail
  const wrong = (part: string) => errorOf(`#/guardrails/${at}/${part}`)
  return (
    <Card>
      <Stack gap="2">
        <Pair>
          <Field
            label={t('plan.guardrail-column')}
            error={wrong('column') ?? (at === 0 ? errorOf('#/guardrails') : undefined)}
            required
          >
            <Select
              placeholder={t('design.choose')}
              value={column ?? ''}
              options={(description?.columns ?? []).map((one) => ({ value: one.name, label: one.name }))}
              onChange={({ target }) =>
                onGuardrail({
                  ...guardrail,
                  column: target.value || null,
                  name: name === (column ?? '') ? target.value : name,
                })
              }
            />
          </Field>
          <Field label={t('plan.guardrail-name')} error={wrong('name')} required>
            <Input
              maxLength={80}
              value={name}
              onChange={({ target }) => onGuardrail({ ...guardrail, name: target.value })}
            />
          </Field>
          <Field label={t('plan.guardrail-better')} required>
            <Select
              value={better}
              options={[
                { value: 'lower', label: t('plan.guardrail-lower') },
                { value: 'higher', label: t('plan.guardrail-higher') },
              ]}
              onChange={({ target }) => onGuardrail({ ...guardrail, better: target.value as DraftGuardrail['better'] })}
            />
          </Field>
          <Field label={t('plan.margin')} help={t('plan.margin-help')} error={wrong('margin')} required>
            <NumberInput value={margin} onValue={(next) => onGuardrail({ ...guardrail, margin: next })} />
          </Field>
        </Pair>
        <div>
          <Button variant="plain" small icon={X} onPress={onRemove}>
            {t('plan.remove-guardrail')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
