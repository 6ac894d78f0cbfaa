import { FilePen } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { type PlanShown, planApi } from '../plan-api.ts'
import type { Guardrail } from '../plan-body.ts'
import { SitesOut } from './SitesOut.tsx'

interface ChangePlanProps {
  trial: TrialShown
  /** The version in force. */
  plan: PlanShown
}

/** The way to a new version, while nobody has decided by this one. */
export function ChangePlan({ trial, plan }: ChangePlanProps) {
  const [isOpen, setOpen] = useState(false)
  const may = useMay()
  if (trial.state === 'decided' || !may('trial.plan', trial)) return null
  return (
    <>
      <Button variant="plain" small icon={FilePen} onPress={() => setOpen(true)}>
        {t('plan.change')}
      </Button>
      {isOpen && <ChangeDialog trial={trial} plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

function ChangeDialog({ trial, plan, onClose }: ChangePlanProps & { onClose: () => void }) {
  const { body } = plan
  const [question, setQuestion] = useState(body.question)
  const [worthHaving, setWorthHaving] = useState(body.worthHaving)
  const [since, setSince] = useState('since' in body ? body.since : null)
  const [guardrails, setGuardrails] = useState(body.guardrails)
  const [without, setWithout] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const change = useAction(planApi.change)
  const toast = useToast()

  async function send(): Promise<void> {
    if (Number.isNaN(worthHaving) || guardrails.some(({ margin }) => Number.isNaN(margin))) return
    const changes = { question, worthHaving, guardrails, without, ...(since === null ? {} : { since }) }
    if (!(await change.run({ id: trial.id, version: plan.version, changes, reason }))) return
    toast({ text: t('plan.changed') })
    onClose()
  }

  const wrong = (pointer: string) => change.error?.field(`#/changes/${pointer}`) ?? change.error?.field(`#/${pointer}`)
  return (
    <Dialog open onClose={onClose} size="wide" title={t('plan.change')}>
      <Form onSubmit={() => void send()}>
        <p className="small quiet">{t('plan.change-help')}</p>
        <ProblemNotice error={change.error} />
        <Field label={t('plan.part.question')} error={wrong('question')} required>
          <TextArea rows={2} maxLength={500} value={question} onChange={({ target }) => setQuestion(target.value)} />
        </Field>
        <Field label={t('plan.worth-having')} error={wrong('worthHaving')} required={false}>
          <NumberInput value={worthHaving} onValue={setWorthHaving} unit={body.metric.unit} />
        </Field>
        {since !== null && (
          <Field label={t('sheet.since')} error={wrong('since')} required>
            <Input maxLength={40} value={since} onChange={({ target }) => setSince(target.value)} />
          </Field>
        )}
        <Margins guardrails={guardrails} onGuardrails={setGuardrails} />
        <SitesOut body={body} out={without} onOut={setWithout} error={wrong('without')} />
        <Field label={t('plan.reason')} help={t('plan.reason-help')} error={change.error?.field('#/reason')} required>
          <TextArea rows={3} maxLength={2000} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={change.isBusy}>
          {t('plan.freeze-version', { version: plan.version + 1 })}
        </Button>
      </Form>
    </Dialog>
  )
}

function Margins({ guardrails, onGuardrails }: { guardrails: Guardrail[]; onGuardrails: (next: Guardrail[]) => void }) {
  return guardrails.map((guardrail, at) => (
    <Field key={`${guardrail.name} ${guardrail.column}`} label={t('plan.margin-of', { name: guardrail.name })} required>
      <NumberInput
        value={guardrail.margin}
        onValue={(margin) =>
          onGuardrails(guardrails.map((one, place) => (place === at ? { ...one, margin: margin ?? Number.NaN } : one)))
        }
      />
    </Field>
  ))
}
