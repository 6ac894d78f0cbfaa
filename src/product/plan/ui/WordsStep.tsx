import { useState } from 'react'
import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import { MetricChoice } from '#product/metric/ui/MetricChoice.tsx'
import type { Sheet } from '#product/sheet/sheet.ts'
import type { Design, TrialShown } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import type { DraftBody } from '../draft.ts'

interface WordsStepProps {
  trial: TrialShown
  design: Design
  body: DraftBody
  sheet: Sheet | undefined
  metric: Metric | null
  /** What a starting point would measure, where nothing here fits. */
  suggested: { name: string; unit: string } | null
  onChange: (part: Partial<DraftBody>) => void
  errorOf: (pointer: string) => string | undefined
}

/** What is asked, what counts, and how much of it would be worth having. */
export function WordsStep({ trial, design, body, sheet, metric, suggested, onChange, errorOf }: WordsStepProps) {
  const { value } = body.columns
  const mark = sheet?.description.columns.find(({ name }) => name === value)?.mark ?? ''
  return (
    <Stack gap="3">
      <TrialTitle trial={trial} />
      <Field label={t('plan.part.question')} help={t('plan.question-help')} error={errorOf('#/question')} required>
        <TextArea
          rows={2}
          maxLength={500}
          value={body.question}
          onChange={({ target }) => onChange({ question: target.value })}
        />
      </Field>
      <MetricChoice
        value={body.metricId}
        onValue={(metricId) => onChange({ metricId })}
        key={suggested?.name}
        suggested={suggested ?? { name: value ?? '', unit: mark }}
        error={errorOf('#/metricId')}
      />
      <Field
        label={t('plan.worth-having')}
        help={t('plan.worth-having-help')}
        error={errorOf('#/worthHaving')}
        required={false}
      >
        <NumberInput
          value={body.worthHaving}
          onValue={(worthHaving) => onChange({ worthHaving })}
          unit={metric?.unit}
        />
      </Field>
      {design !== 'before-after' && !body.measured && (
        <Checkbox
          label={t(`plan.randomised.${design}`)}
          help={t('plan.randomised-help')}
          checked={body.isRandomised}
          onChange={({ target }) => onChange({ isRandomised: target.checked })}
        />
      )}
    </Stack>
  )
}

/** The name of the trial, stored when its box is left. */
function TrialTitle({ trial }: { trial: TrialShown }) {
  const [title, setTitle] = useState(trial.title)
  const change = useAction(trialApi.change)
  return (
    <Field label={t('trial.title')} error={change.error?.field('#/title') ?? change.error?.problem.detail} required>
      <Input
        maxLength={120}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onBlur={() => {
          if (title.trim() !== trial.title) void change.run({ id: trial.id, title })
        }}
      />
    </Field>
  )
}
