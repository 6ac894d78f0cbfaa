import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Chart } from '../chart.ts'
import { chartApi } from '../chart-api.ts'
import type { Mark } from '../marks-of.ts'
import { sayIn, saySince } from './say-chart.ts'

interface WriteWhyProps {
  mark: Mark
  chart: Pick<Chart, 'siteId'>
  metric: Metric
  onClose: () => void
}

/** Asks whoever was there why a mark is where it is. */
export function WriteWhy({ mark, chart, metric, onClose }: WriteWhyProps) {
  const [says, setSays] = useState('')
  const [isLeftOut, setLeftOut] = useState(false)
  const language = useLanguage()
  const may = useMay()
  const write = useAction(chartApi.write)
  const toast = useToast()
  const isOne = mark.at.length === 1
  const sayTime = isOne ? sayIn : saySince

  async function save(): Promise<void> {
    const effect = isLeftOut ? 'left-out' : null
    const written = { siteId: chart.siteId, kind: 'note', on: mark.fromOn, says, effect } as const
    if (!(await write.run({ id: metric.id, ...written }))) return
    toast({ text: t('chart.why-saved') })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('chart.why-title', { in: sayTime(mark.fromOn, metric.every, language) })}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={write.error} />
        <Field label={t('chart.why-label')} help={t('chart.why-help')} error={write.error?.field('#/says')} required>
          <TextArea rows={3} maxLength={2000} value={says} onChange={(event) => setSays(event.target.value)} />
        </Field>
        {isOne && may('chart.arrange', { ownerId: metric.ownerId }) && (
          <Checkbox
            label={t('chart.why-leave-out')}
            checked={isLeftOut}
            onChange={(event) => setLeftOut(event.target.checked)}
          />
        )}
        <Button type="submit" variant="primary" busy={write.isBusy}>
          {t('chart.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
