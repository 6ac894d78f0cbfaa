import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { isDivided, type Metric } from '#product/metric/metric.ts'
import { type Chart, type ChartMethod, type Drawing, isOfGaps, methodsFor, ruleSets, usualDrawing } from '../chart.ts'
import { chartApi } from '../chart-api.ts'

interface SetDrawingProps {
  chart: Pick<Chart, 'setting'>
  metric: Metric
  onClose: () => void
}

/** Chooses the chart and the rules of a metric, for everybody. */
export function SetDrawing({ chart, metric, onClose }: SetDrawingProps) {
  const before = chart.setting ?? usualDrawing
  const [opened] = useState(chart.setting?.version ?? 0)
  const [method, setMethod] = useState<ChartMethod | ''>(before.method ?? '')
  const [rules, setRules] = useState<Drawing['rules']>(before.rules)
  const [together, setTogether] = useState<Drawing['together']>(before.together)
  const set = useAction(chartApi.set)
  const toast = useToast()

  async function save(): Promise<void> {
    // Once told that somebody was faster, whoever chooses has seen what stands there now.
    const seenVersion = set.error?.problem.code === 'chart.set-meanwhile' ? (chart.setting?.version ?? 0) : opened
    const drawing = { method: method === '' ? null : method, rules, together }
    if (!(await set.run({ id: metric.id, ...drawing, seenVersion }))) return
    toast({ text: t('chart.set-saved') })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('chart.set')}>
      <Form onSubmit={() => void save()}>
        <p className="small quiet">{t('chart.set-lead')}</p>
        <ProblemNotice error={set.error} />
        <Field
          label={t('chart.method')}
          help={t(method !== '' && isOfGaps(method) ? 'chart.method-help.rare' : 'chart.method-help.usual')}
          error={set.error?.field('#/method')}
        >
          <Select
            value={method}
            onChange={(event) => setMethod(event.target.value as ChartMethod | '')}
            options={[
              { value: '', label: t('chart.method-fitting') },
              ...methodsFor(metric.kind).map((value) => ({ value, label: t(`chart.method.${value}`) })),
            ]}
          />
        </Field>
        <Field label={t('chart.rules')}>
          <Select
            value={rules}
            onChange={(event) => setRules(event.target.value as Drawing['rules'])}
            options={ruleSets.map((value) => ({ value, label: t(`chart.rules.${value}`) }))}
          />
        </Field>
        {!isDivided(metric.kind) && (
          <Field label={t('chart.together')}>
            <Select
              value={together}
              onChange={(event) => setTogether(event.target.value as Drawing['together'])}
              options={(['average', 'sum'] as const).map((value) => ({ value, label: t(`chart.together.${value}`) }))}
            />
          </Field>
        )}
        <Button type="submit" variant="primary" busy={set.isBusy}>
          {t('chart.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
