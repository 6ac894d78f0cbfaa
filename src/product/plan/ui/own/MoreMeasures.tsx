import { Plus, X } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Pair, Stack } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import type { Metric, MetricId } from '#product/metric/metric.ts'
import { guardrailsMost } from '../../plan-body.ts'
import type { Measures } from './measures-in.ts'

interface MoreMeasuresProps {
  /** Those that come as often as the trial's own measure, without it. */
  metrics: readonly Metric[]
  measures: Measures
  onMeasures: (measures: Measures) => void
}

/** What must not get worse, what the change cannot move, and what is only looked at. */
export function MoreMeasures({ metrics, measures, onMeasures }: MoreMeasuresProps) {
  const { guardrails, controlId, alsoIds } = measures
  const taken = new Set([...guardrails.map(({ metricId }) => metricId), ...(controlId ? [controlId] : []), ...alsoIds])
  const free = metrics.filter(({ id }) => !taken.has(id))
  const set = (part: Partial<Measures>) => onMeasures({ ...measures, ...part })
  const [next] = free
  if (metrics.length === 0) return null
  return (
    <Stack gap="2">
      {guardrails.map(({ metricId, margin }, at) => {
        const change = (part: Partial<Measures['guardrails'][number]>) =>
          set({ guardrails: guardrails.map((one, place) => (place === at ? { ...one, ...part } : one)) })
        const metric = metrics.find(({ id }) => id === metricId)
        return (
          <Pair key={metricId}>
            <Field label={t('plan.own.guardrail')} required>
              <Select
                value={metricId}
                options={[...(metric ? [metric] : []), ...free].map(({ id, name }) => ({ value: id, label: name }))}
                onChange={({ target }) => change({ metricId: target.value as MetricId })}
              />
            </Field>
            <Field label={t('plan.margin')} help={t('plan.margin-help')} required>
              <NumberInput value={margin} unit={metric?.unit} onValue={(value) => change({ margin: value })} />
            </Field>
            <div>
              <Button
                variant="plain"
                small
                icon={X}
                onPress={() => set({ guardrails: guardrails.filter((_, place) => place !== at) })}
              >
                {t('plan.remove-guardrail')}
              </Button>
            </div>
          </Pair>
        )
      })}
      {guardrails.length < guardrailsMost && next && (
        <div>
          <Button
            small
            icon={Plus}
            onPress={() => set({ guardrails: [...guardrails, { metricId: next.id, margin: null }] })}
          >
            {t(guardrails.length === 0 ? 'plan.add-guardrail' : 'plan.add-another-guardrail')}
          </Button>
        </div>
      )}
      <details className="numbers small" open={alsoIds.length > 0 || controlId !== null || undefined}>
        <summary>{t('plan.own.also')}</summary>
        <Stack gap="2">
          <p className="quiet">{t('plan.own.also-help')}</p>
          <Stack gap="1">
            {metrics
              .filter(({ id }) => alsoIds.includes(id) || !taken.has(id))
              .map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={alsoIds.includes(id)}
                  onChange={({ target }) =>
                    set({ alsoIds: target.checked ? [...alsoIds, id] : alsoIds.filter((one) => one !== id) })
                  }
                />
              ))}
          </Stack>
          <Field label={t('plan.body.control')} help={t('plan.own.control-help')} required={false}>
            <Select
              placeholder={t('plan.own.no-control')}
              value={controlId ?? ''}
              options={metrics
                .filter(({ id }) => id === controlId || !taken.has(id))
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => set({ controlId: (target.value || null) as MetricId | null })}
            />
          </Field>
        </Stack>
      </details>
    </Stack>
  )
}
