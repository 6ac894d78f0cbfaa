import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '#product/person/person-api.ts'
import type { Metric } from '../metric.ts'
import { metricApi } from '../metric-api.ts'
import { EveryField, KindChoice } from './MetricFields.tsx'

/** How the figures of a metric come: what one is, how often, and who looks after it. */
export function ArrangeDialog({ metric, onClose }: { metric: Metric; onClose: () => void }) {
  const [kind, setKind] = useState(metric.kind)
  const [every, setEvery] = useState(metric.every)
  const [ownerId, setOwnerId] = useState(metric.ownerId)
  const people = useEndpoint(personApi.list, {})
  const arrange = useAction(metricApi.arrange)

  async function save(): Promise<void> {
    if (await arrange.run({ id: metric.id, kind, every, ownerId })) onClose()
  }

  return (
    <Dialog open size="wide" onClose={onClose} title={t('metric.arrange-one', { name: metric.name })}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={arrange.error} />
        <Field label={t('metric.owner')} help={t('metric.owner-help')} required={false}>
          <Select
            placeholder={t('metric.no-owner')}
            value={ownerId ?? ''}
            options={(people.data ?? [])
              .filter(({ deactivatedAt, id }) => deactivatedAt === null || id === metric.ownerId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setOwnerId((event.target.value || null) as Metric['ownerId'])}
          />
        </Field>
        <EveryField value={every} onValue={setEvery} error={arrange.error?.field('#/every')} />
        <KindChoice value={kind} onValue={setKind} error={arrange.error?.field('#/kind')} />
        <Button type="submit" variant="primary" busy={arrange.isBusy}>
          {t('metric.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
