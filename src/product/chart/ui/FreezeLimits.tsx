import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Pair } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Chart } from '../chart.ts'
import { chartApi } from '../chart-api.ts'
import { sayPeriod } from './say-chart.ts'

interface FreezeLimitsProps {
  chart: Pick<Chart, 'siteId' | 'points' | 'phases'>
  metric: Metric
  onClose: () => void
}

/** Asks for the stretch that limits are learnt from, and why this one. */
export function FreezeLimits({ chart, metric, onClose }: FreezeLimitsProps) {
  const last = chart.phases.at(-1)
  const [on, setOn] = useState(last?.learntFromOn ?? chart.points[0]?.on ?? '')
  const [toOn, setToOn] = useState(last?.learntToOn ?? chart.points.at(-1)?.on ?? '')
  const [says, setSays] = useState('')
  const language = useLanguage()
  const write = useAction(chartApi.write)
  const toast = useToast()
  // Of a chart of gaps several dots may have one day.
  const ons = new Set(chart.points.flatMap(({ on: first, figure }) => (figure === null ? [] : first)))
  const options = [...ons].map((value) => ({ value, label: sayPeriod(value, metric.every, language) }))

  async function save(): Promise<void> {
    if (!(await write.run({ id: metric.id, siteId: chart.siteId, kind: 'baseline', on, toOn, says }))) return
    toast({ text: t('chart.frozen') })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} size="wide" title={t('chart.freeze')}>
      <Form onSubmit={() => void save()}>
        <p className="small quiet">{t('chart.freeze-lead')}</p>
        <ProblemNotice error={write.error} />
        <Pair>
          <Field label={t('chart.freeze-from')} error={write.error?.field('#/on')} required>
            <Select value={on} onChange={(event) => setOn(event.target.value)} options={options} />
          </Field>
          <Field label={t('chart.freeze-to')} error={write.error?.field('#/toOn')} required>
            <Select value={toOn} onChange={(event) => setToOn(event.target.value)} options={options} />
          </Field>
        </Pair>
        <Field
          label={t('chart.freeze-why')}
          help={t('chart.freeze-why-help')}
          error={write.error?.field('#/says')}
          required
        >
          <TextArea rows={2} maxLength={2000} value={says} onChange={(event) => setSays(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={write.isBusy}>
          {t('chart.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
