import { Plus, X } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetDescription } from '#product/sheet/sheet.ts'
import type { DraftBody } from '../draft.ts'
import { type AlsoMeasure, alsoMost } from '../plan-body.ts'

interface BesideMeasuresProps {
  body: DraftBody
  description: SheetDescription | undefined
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** Columns of a table that are looked at beside the answer, and the one that the change cannot move. Folded: few need them. */
export function BesideMeasures({ body, description, onChange, errorOf }: BesideMeasuresProps) {
  const { also, control } = body
  const numbers = (description?.columns ?? []).filter(({ kind }) => kind === 'number').map(({ name }) => name)
  const taken = new Set([body.columns.value, ...body.guardrails.map(({ column }) => column), control?.column ?? null])
  const free = numbers.filter((name) => !taken.has(name) && !also.some(({ column }) => column === name))
  const [next] = free
  if (numbers.length === 0) return null
  const set = (at: number, one: AlsoMeasure) => onChange({ also: also.map((old, place) => (place === at ? one : old)) })
  return (
    <details className="numbers small" open={also.length > 0 || control !== null || undefined}>
      <summary>{t('plan.own.also')}</summary>
      <Stack gap="2">
        <p className="quiet">{t('plan.own.also-help')}</p>
        {also.map((one, at) => (
          <Pair key={one.column}>
            <Field label={t('plan.also-column')} error={errorOf(`#/also/${at}/column`)} required>
              <Select
                value={one.column}
                options={[one.column, ...free].map((name) => ({ value: name, label: name }))}
                onChange={({ target }) => set(at, { ...one, column: target.value, name: nameOf(target.value) })}
              />
            </Field>
            <Field label={t('plan.guardrail-better')} required>
              <Select
                value={one.better}
                options={[
                  { value: 'lower', label: t('plan.guardrail-lower') },
                  { value: 'higher', label: t('plan.guardrail-higher') },
                ]}
                onChange={({ target }) => set(at, { ...one, better: target.value as AlsoMeasure['better'] })}
              />
            </Field>
            <div>
              <Button
                variant="plain"
                small
                icon={X}
                onPress={() => onChange({ also: also.filter((_, place) => place !== at) })}
              >
                {t('plan.remove-also')}
              </Button>
            </div>
          </Pair>
        ))}
        {next !== undefined && also.length < alsoMost && (
          <div>
            <Button
              small
              icon={Plus}
              onPress={() => onChange({ also: [...also, { name: nameOf(next), column: next, better: 'higher' }] })}
            >
              {t('plan.add-also')}
            </Button>
          </div>
        )}
        <Field
          label={t('plan.body.control')}
          help={t('plan.own.control-help')}
          error={errorOf('#/control')}
          required={false}
        >
          <Select
            placeholder={t('plan.own.no-control')}
            value={control?.column ?? ''}
            options={[...(control?.column ? [control.column] : []), ...free].map((name) => ({
              value: name,
              label: name,
            }))}
            onChange={({ target }) =>
              onChange({ control: target.value ? { name: nameOf(target.value), column: target.value } : null })
            }
          />
        </Field>
      </Stack>
    </details>
  )
}

/** A column's name may be longer than the name of a measure. */
function nameOf(column: string): string {
  return column.trim().slice(0, 80)
}
