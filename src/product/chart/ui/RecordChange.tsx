import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { DateInput } from '#design/Input.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Chart } from '../chart.ts'
import { chartApi } from '../chart-api.ts'

interface RecordChangeProps {
  chart: Pick<Chart, 'siteId' | 'points'>
  metric: Metric
  place: string
  onClose: () => void
}

/** Asks what is done differently, since when and where. */
export function RecordChange({ chart, metric, place, onClose }: RecordChangeProps) {
  const [says, setSays] = useState('')
  const [on, setOn] = useState(chart.points.at(-1)?.on ?? '')
  const [where, setWhere] = useState<string>(chart.siteId ?? '')
  const [isNew, setNew] = useState(false)
  const may = useMay()
  const write = useAction(chartApi.write)
  const toast = useToast()

  async function save(): Promise<void> {
    const siteId = where === '' ? null : chart.siteId
    const effect = isNew ? 'new-limits' : null
    if (!(await write.run({ id: metric.id, siteId, kind: 'change', on, says, effect }))) return
    toast({ text: t('chart.recorded') })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} size="wide" title={t('chart.record')}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={write.error} />
        <Field
          label={t('chart.record-what')}
          help={t('chart.record-what-help')}
          error={write.error?.field('#/says')}
          required
        >
          <TextArea rows={2} maxLength={2000} value={says} onChange={(event) => setSays(event.target.value)} />
        </Field>
        <Field label={t('chart.record-when')} error={write.error?.field('#/on')} required>
          <DateInput value={on} onChange={(event) => setOn(event.target.value)} />
        </Field>
        {chart.siteId !== null && (
          <Field label={t('chart.record-where')}>
            <Select
              value={where}
              onChange={(event) => setWhere(event.target.value)}
              options={[
                { value: chart.siteId, label: place },
                { value: '', label: t('chart.log-on-all') },
              ]}
            />
          </Field>
        )}
        {may('chart.arrange', { ownerId: metric.ownerId }) && (
          <Checkbox
            label={t('chart.record-new-limits')}
            help={t('chart.record-new-limits-help')}
            checked={isNew}
            onChange={(event) => setNew(event.target.checked)}
          />
        )}
        <Button type="submit" variant="primary" busy={write.isBusy}>
          {t('chart.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
