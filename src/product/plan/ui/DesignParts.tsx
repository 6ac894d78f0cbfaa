import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import { segmentsMost } from '#product/sheet/columns.ts'
import type { SheetDescription } from '#product/sheet/sheet.ts'
import type { Design } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'

interface DesignPartsProps {
  design: Design
  body: DraftBody
  /** Missing where no table was brought: then there are no columns to choose. */
  description?: SheetDescription | undefined
  kind: Metric['kind'] | undefined
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

function Arms({ body, description, kind, onChange, errorOf }: DesignPartsProps) {
  const levels = description?.columns.find(({ name }) => name === body.columns.arm)?.levels ?? []
  const { shares } = body
  const set = (arm: 'treated' | 'comparison', parts: number | null) =>
    onChange({ shares: parts === null ? null : { treated: 1, comparison: 1, ...shares, [arm]: parts } })
  return (
    <Stack gap="3">
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
        {kind === 'quantile' && (
          <Field label={t('plan.body.quantile')} help={t('plan.quantile-help')} error={errorOf('#/quantile')} required>
            <NumberInput
              unit="%"
              value={body.quantile === null ? null : percentOf(body.quantile)}
              onValue={(percent) => onChange({ quantile: percent === null ? null : percent / 100 })}
            />
          </Field>
        )}
      </Pair>
      <details className="numbers small" open={shares !== null || body.columns.segments.length > 0 || undefined}>
        <summary>{t('plan.more-of-split')}</summary>
        <Stack gap="3">
          <Pair>
            {(['treated', 'comparison'] as const).map((arm) => (
              <Field
                key={arm}
                label={t(`plan.share.${arm}`)}
                help={t('plan.share-help')}
                error={errorOf(`#/shares/${arm}`) ?? errorOf('#/shares')}
                required={false}
              >
                <NumberInput value={shares?.[arm] ?? null} onValue={(parts) => set(arm, parts)} />
              </Field>
            ))}
          </Pair>
          <Segments {...{ body, description, onChange }} />
        </Stack>
      </details>
    </Stack>
  )
}

/** Columns with a few words in them, by which the answer is looked at apart. */
function Segments({ body, description, onChange }: Pick<DesignPartsProps, 'body' | 'description' | 'onChange'>) {
  const { segments, arm, unit, value } = body.columns
  const offered = (description?.columns ?? []).filter(
    ({ name, levels }) => segments.includes(name) || (levels !== null && ![arm, unit, value].includes(name)),
  )
  if (offered.length === 0) return null
  const set = (next: string[]) => onChange({ columns: { ...body.columns, segments: next } })
  return (
    <fieldset className="field">
      <legend>{t('plan.segments')}</legend>
      <p className="quiet">{t('plan.segments-help', { most: segmentsMost })}</p>
      {offered.map(({ name }) => (
        <Checkbox
          key={name}
          label={name}
          checked={segments.includes(name)}
          disabled={!segments.includes(name) && segments.length >= segmentsMost}
          onChange={({ target }) => set(target.checked ? [...segments, name] : segments.filter((one) => one !== name))}
        />
      ))}
    </fieldset>
  )
}

function Windows({ body, onChange, errorOf }: DesignPartsProps) {
  return (
    <Pair>
      <Field label={t('plan.window')} help={t('plan.window-help')} error={errorOf('#/windowLength')} required>
        <NumberInput value={body.windowLength} onValue={(value) => onChange({ windowLength: whole(value, 1) })} />
      </Field>
      <Field label={t('plan.body.blockWindows')} help={t('plan.block-help')} error={errorOf('#/blockWindows')} required>
        <NumberInput value={body.blockWindows} onValue={(value) => onChange({ blockWindows: even(value) })} />
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

/** Windows are drawn in blocks of which half are on. */
function even(value: number | null): number {
  const windows = whole(value, 2)
  return windows % 2 === 0 ? windows : windows + 1
}

/** As it was typed: 0.07 of all is 7 %, not 7.000000000000001 %. */
function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12))
}
