import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { SheetDescription } from '#product/sheet/sheet.ts'
import type { Design } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'

interface DesignPartsProps {
  design: Design
  body: DraftBody
  description: SheetDescription
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** What a design asks beside its columns: the two groups of a split, the windows of a switchback, how a series is added up. */
export function DesignParts(props: DesignPartsProps) {
  switch (props.design) {
    case 'split':
      return <Arms {...props} />
    case 'switchback':
      return <Windows {...props} />
    case 'before-after':
      return <SeriesParts {...props} />
    default:
      return null
  }
}

function Arms({ body, description, onChange, errorOf }: DesignPartsProps) {
  const levels = description.columns.find(({ name }) => name === body.columns.arm)?.levels ?? []
  return (
    <Pair>
      {(['treated', 'comparison'] as const).map((arm) => (
        <Field
          key={arm}
          label={t(`plan.arm.${arm}`)}
          help={levels.length === 0 ? t('plan.arm-help') : undefined}
          error={errorOf(`#/arms/${arm}`)}
          required
        >
          <Select
            placeholder={t('design.choose')}
            value={body.arms[arm] ?? ''}
            options={levels.map((level) => ({ value: level, label: level }))}
            onChange={({ target }) => onChange({ arms: { ...body.arms, [arm]: target.value || null } })}
          />
        </Field>
      ))}
    </Pair>
  )
}

function Windows({ body, onChange, errorOf }: DesignPartsProps) {
  return (
    <Pair>
      <Field label={t('plan.window')} help={t('plan.window-help')} error={errorOf('#/windowLength')} required>
        <NumberInput value={body.windowLength} onValue={(value) => onChange({ windowLength: whole(value, 1) })} />
      </Field>
      <Field label={t('plan.carry-over')} help={t('plan.carry-over-help')} error={errorOf('#/carryOver')} required>
        <NumberInput value={body.carryOver} onValue={(value) => onChange({ carryOver: whole(value, 0) })} />
      </Field>
    </Pair>
  )
}

function SeriesParts({ body, onChange, errorOf }: DesignPartsProps) {
  return (
    <Stack gap="3">
      <Pair>
        <Field label={t('plan.transition')} help={t('plan.transition-help')} error={errorOf('#/transition')} required>
          <NumberInput value={body.transition} onValue={(value) => onChange({ transition: whole(value, 0) })} />
        </Field>
        <Field label={t('plan.season')} help={t('plan.season-help')} error={errorOf('#/season')} required={false}>
          <NumberInput value={body.season} onValue={(season) => onChange({ season })} />
        </Field>
        {body.columns.site !== null && (
          <Field label={t('plan.together')} help={t('plan.together-help')} required>
            <Select
              value={body.together}
              options={(['add', 'average'] as const).map((value) => ({ value, label: t(`plan.together.${value}`) }))}
              onChange={({ target }) => onChange({ together: target.value as DraftBody['together'] })}
            />
          </Field>
        )}
      </Pair>
      <Checkbox
        label={t('plan.slope')}
        help={t('plan.slope-help')}
        checked={body.slope}
        onChange={({ target }) => onChange({ slope: target.checked })}
      />
    </Stack>
  )
}

/** An empty box, or one that holds no whole number, stands for what is usual until it does. */
function whole(value: number | null, usual: number): number {
  return value !== null && Number.isInteger(value) && value >= usual ? value : usual
}
