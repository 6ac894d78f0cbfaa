import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Choices } from '#design/Choices.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Card, Pair } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Every, Metric, MetricKind } from '../metric.ts'
import { metricApi } from '../metric-api.ts'
import { EveryField, KindChoice, SaysField, UnitField, WorthField } from './MetricFields.tsx'
import { worthText } from './worth.ts'

interface NewMetricFormProps {
  suggested: { name: string; unit: string }
  /** Asks for period and meaning too, and for the kind first: a plan seldom needs them, figures that keep coming do. */
  whole?: boolean | undefined
  onAdded: (metric: Metric) => void
}

/** Names a measure: what is counted, in which unit, and which way is better. */
export function NewMetricForm({ suggested, whole, onAdded }: NewMetricFormProps) {
  const { currency } = useMyself().workspace
  const may = useMay()
  const [name, setName] = useState(suggested.name)
  const [unit, setUnit] = useState(suggested.unit)
  const [better, setBetter] = useState<Metric['better'] | null>(null)
  const [worth, setWorth] = useState<number | null>(null)
  const [kind, setKind] = useState<MetricKind>('mean')
  const [every, setEvery] = useState<Every>('week')
  const [says, setSays] = useState('')
  const [wasAsked, setAsked] = useState(false)
  const add = useAction(metricApi.add)

  async function save(): Promise<void> {
    setAsked(true)
    if (better === null || Number.isNaN(worth)) return
    const worthMinor = worth === null ? null : worthText(worth, currency)
    const metric = await add.run({ name, unit, better, worthMinor, kind, every, says: says.trim() || null })
    if (metric) onAdded(metric)
  }

  const form = (
    <Form onSubmit={() => void save()}>
      <ProblemNotice error={add.error} />
      <Pair>
        <Field label={t('metric.name')} help={t('metric.name-help')} error={add.error?.field('#/name')} required>
          <Input maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <UnitField value={unit} onValue={setUnit} error={add.error?.field('#/unit')} />
      </Pair>
      <Choices
        label={t('metric.better')}
        error={wasAsked && better === null ? t('metric.better-missing') : undefined}
        required
        beside
        value={better}
        onValue={setBetter}
        choices={[
          { value: 'higher', title: t('metric.higher') },
          { value: 'lower', title: t('metric.lower') },
        ]}
      />
      {whole ? (
        <>
          <KindChoice value={kind} onValue={setKind} />
          <EveryField value={every} onValue={setEvery} />
          <SaysField value={says} onValue={setSays} error={add.error?.field('#/says')} />
        </>
      ) : (
        <details className="numbers small">
          <summary>{t('metric.kind-is', { kind: t(`metric.kind.${kind}`) })}</summary>
          <KindChoice value={kind} onValue={setKind} />
        </details>
      )}
      {may('metric.change') ? (
        <WorthField unit={unit} value={worth} onValue={setWorth} error={add.error?.field('#/worthMinor')} />
      ) : (
        <p className="small quiet">{t('metric.worth-later')}</p>
      )}
      <div>
        <Button type="submit" variant={whole ? 'primary' : 'default'} busy={add.isBusy}>
          {t(whole ? 'metric.save' : 'metric.add')}
        </Button>
      </div>
    </Form>
  )
  return whole ? form : <Card>{form}</Card>
}
