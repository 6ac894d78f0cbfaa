import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Metric } from '../metric.ts'
import { metricApi } from '../metric-api.ts'
import { UnitField, WorthField } from './MetricFields.tsx'
import { amountOf, worthText } from './worth.ts'

/** Asks for unit and worth. Name and direction stay: past results would mean something else. */
export function MetricDialog({ metric, onClose }: { metric: Metric; onClose: () => void }) {
  const { currency } = useMyself().workspace
  const [unit, setUnit] = useState(metric.unit)
  const [worth, setWorth] = useState<number | null>(
    metric.worthMinor === null ? null : amountOf(metric.worthMinor, currency),
  )
  const change = useAction(metricApi.change)

  async function save(): Promise<void> {
    // The field itself says that this is no number; sent, it would be taken for "no money".
    if (Number.isNaN(worth)) return
    const worthMinor = worth === null ? null : worthText(worth, currency)
    if (await change.run({ id: metric.id, unit, worthMinor })) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('metric.change-one', { name: metric.name })}>
      <Form onSubmit={() => void save()}>
        <p className="small quiet">{t('metric.change-help')}</p>
        <ProblemNotice error={change.error} />
        <UnitField value={unit} onValue={setUnit} error={change.error?.field('#/unit')} />
        <WorthField unit={unit} value={worth} onValue={setWorth} error={change.error?.field('#/worthMinor')} />
        <Button type="submit" variant="primary" busy={change.isBusy}>
          {t('metric.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
