import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { DateInput } from '#design/Input.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Metric, MetricDefinition } from '../metric.ts'
import { metricApi } from '../metric-api.ts'
import { SaysField } from './MetricFields.tsx'

interface DefineDialogProps {
  metric: Metric
  before: MetricDefinition | null
  onClose: () => void
}

/** Another version of what a metric means: the words, from which day on, and why. */
export function DefineDialog({ metric, before, onClose }: DefineDialogProps) {
  const { timeZone } = useMyself().workspace
  const [says, setSays] = useState(before?.says ?? '')
  const [because, setBecause] = useState('')
  const [fromOn, setFromOn] = useState(() => dayOf(new Date(), timeZone))
  const [seenVersion] = useState(before?.version ?? 0)
  const define = useAction(metricApi.define)

  async function save(): Promise<void> {
    if (await define.run({ id: metric.id, says, because: because.trim() || null, fromOn, seenVersion })) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('metric.define-one', { name: metric.name })}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={define.error} />
        {before && <p className="small quiet">{t('metric.define-help')}</p>}
        <SaysField value={says} onValue={setSays} error={define.error?.field('#/says')} />
        {before && (
          <Field label={t('metric.because')} error={define.error?.field('#/because')} required>
            <TextArea rows={2} maxLength={2000} value={because} onChange={(event) => setBecause(event.target.value)} />
          </Field>
        )}
        <Field label={t('metric.from-on')} error={define.error?.field('#/fromOn')} required>
          <DateInput value={fromOn} onChange={(event) => setFromOn(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={define.isBusy}>
          {t('metric.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
