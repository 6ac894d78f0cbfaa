import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { Design, Trial } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'
import type { PlanRead } from '../plan-api.ts'
import { methodsOf } from './methods-of.ts'

interface MoreStepProps {
  design: Design
  door: Trial['door']
  body: DraftBody
  /** From which period on it can be stopped with these sites; null where that is not known, or has no limit. */
  stopsFrom: PlanRead['stopsFrom']
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** Whether anything is left to ask: how long and when it stops is over before anybody looks back. */
export function asksMore(
  design: Design,
  door: Trial['door'],
  { isRandomised }: Pick<DraftBody, 'isRandomised'>,
): boolean {
  return door === 'plan-first' || asksWhy(design, isRandomised) || methodsOf(design).length > 0
}

function asksWhy(design: Design, isRandomised: boolean): boolean {
  return !isRandomised && design !== 'switchback'
}

/** What may stay as it is: how long, when it is stopped early, why these sites, and by which method it is measured. */
export function MoreStep(props: MoreStepProps) {
  const { design, door, body, onChange } = props
  const methods = methodsOf(design)
  return (
    <Stack gap="3">
      <Pair>
        {door === 'plan-first' && <HowLong {...props} />}
        {asksWhy(design, body.isRandomised) && (
          <Field label={t('plan.body.chosen')} help={t('plan.chosen-help')} required={false}>
            <Select
              placeholder={t('plan.not-said')}
              value={body.chosen ?? ''}
              options={(['other', 'worst', 'all-worst'] as const).map((value) => ({
                value,
                label: t(`plan.chosen.${value}`),
              }))}
              onChange={({ target }) => onChange({ chosen: (target.value || null) as DraftBody['chosen'] })}
            />
          </Field>
        )}
        {methods.length > 0 && (
          <Field label={t('plan.body.method')} help={t('plan.method-help')} required={false}>
            <Select
              placeholder={t('plan.method-by-rule')}
              value={methods.find((one) => one === body.method) ?? ''}
              options={methods.map((value) => ({ value, label: t(`plan.method.${value}`) }))}
              onChange={({ target }) => onChange({ method: (target.value || null) as DraftBody['method'] })}
            />
          </Field>
        )}
      </Pair>
      {door === 'plan-first' && <Stops {...props} />}
    </Stack>
  )
}

function HowLong({ design, body, onChange, errorOf }: MoreStepProps) {
  // Where it is measured here, the first day with the change is the start.
  const days = body.measured ? (['endsOn'] as const) : (['startsOn', 'endsOn'] as const)
  return (
    <>
      <Field
        label={t(design === 'split' ? 'plan.runs-for-units' : 'plan.runs-for')}
        help={t('plan.runs-for-help')}
        error={errorOf('#/runsFor')}
        required={false}
      >
        <NumberInput value={body.runsFor} onValue={(runsFor) => onChange({ runsFor })} />
      </Field>
      {days.map((part) => (
        <Field
          key={part}
          label={t(`plan.body.${part}`)}
          help={t(`plan.${part === 'startsOn' ? 'starts' : 'ends'}-on-help`)}
          error={errorOf(`#/${part}`)}
          required={false}
        >
          <Input
            type="date"
            value={body[part] ?? ''}
            onChange={({ target }) => onChange({ [part]: target.value || null })}
          />
        </Field>
      ))}
    </>
  )
}

function Stops({ body: { stops }, stopsFrom, onChange }: MoreStepProps) {
  /** What few sites cannot do is said before anybody relies on it. */
  function limitOf(rule: 'harm' | 'futility' | 'success'): string {
    if (stopsFrom === null || rule === 'futility') return ''
    const from = stopsFrom[rule]
    if (from === null) return ` ${t(`plan.stop-limit.${rule}`)}`
    return ` ${t('plan.stop-limit.from', { from })}`
  }

  return (
    <Stack gap="1">
      {(['harm', 'futility', 'success'] as const).map((rule) => (
        <Checkbox
          key={rule}
          label={t(`plan.stop.${rule}`)}
          help={t(`plan.stop-help.${rule}`) + limitOf(rule)}
          checked={stops[rule]}
          onChange={({ target }) => onChange({ stops: { ...stops, [rule]: target.checked } })}
        />
      ))}
    </Stack>
  )
}
