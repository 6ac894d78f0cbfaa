import { useState } from 'react'
import { Field } from '#design/Field.tsx'
import { Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { MetricId } from '../metric.ts'
import { metricApi } from '../metric-api.ts'
import { ChosenMetric } from './ChosenMetric.tsx'
import { NewMetricForm } from './NewMetricForm.tsx'

interface MetricChoiceProps {
  value: MetricId | null
  onValue: (id: MetricId | null) => void
  /** What a new metric may be called and counted in, going by what is known of the figures. */
  suggested: { name: string; unit: string }
  error?: string | undefined
}

/** The value that stands for a metric nobody has named yet. */
const another = 'another'

/** What is measured: one of the metrics that others use too, so that gains add up, or a new one. */
export function MetricChoice({ value, onValue, suggested, error }: MetricChoiceProps) {
  const metrics = useEndpoint(metricApi.list, {})
  const [isNew, setNew] = useState(false)
  if (metrics.error) return <ProblemNotice error={metrics.error} />
  if (!metrics.data) return <Skeleton lines={2} />
  const chosen = metrics.data.find(({ id }) => id === value)
  const isWriting = isNew || metrics.data.length === 0

  function choose(next: string): void {
    setNew(next === another)
    onValue(next === another || next === '' ? null : (next as MetricId))
  }

  return (
    <Stack gap="2">
      {metrics.data.length > 0 && (
        <Field label={t('metric.choose')} help={chosen ? undefined : t('metric.choose-help')} error={error} required>
          <Select
            placeholder={t('design.choose')}
            value={isNew ? another : (value ?? '')}
            onChange={(event) => choose(event.target.value)}
            options={[
              ...metrics.data.map(({ id, name }) => ({ value: id, label: name })),
              { value: another, label: t('metric.another') },
            ]}
          />
        </Field>
      )}
      {chosen && <ChosenMetric metric={chosen} />}
      {isWriting && (
        <NewMetricForm
          suggested={suggested}
          onAdded={({ id }) => {
            setNew(false)
            onValue(id)
          }}
        />
      )}
    </Stack>
  )
}
