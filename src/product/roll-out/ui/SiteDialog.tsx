import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Row } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '#product/person/person-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { rollOutSteps } from '../roll-out.ts'
import { type RollOutSiteShown, rollOutApi } from '../roll-out-api.ts'

interface SiteDialogProps {
  site: RollOutSiteShown
  /** Whether they may say who sees to it and by when. */
  mayRun: boolean
  onClose: () => void
}

type Step = (typeof rollOutSteps)[number]

/** What was reached at a site; and for whoever runs it, who sees to it and by when. */
export function SiteDialog({ site, mayRun, onClose }: SiteDialogProps) {
  const { workspace } = useMyself()
  const today = dayOf(new Date(), workspace.timeZone)
  const people = useEndpoint(personApi.list, {}, { enabled: mayRun })
  const change = useAction(rollOutApi.changeSite)
  const report = useAction(rollOutApi.step)
  const toast = useToast()
  const [ownerId, setOwnerId] = useState<string>(site.ownerId ?? '')
  const [dueOn, setDueOn] = useState(site.dueOn ?? '')
  const [step, setStep] = useState<Step | ''>('')
  const [onDay, setOnDay] = useState(today)
  const [percent, setPercent] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const isChanged = ownerId !== (site.ownerId ?? '') || dueOn !== (site.dueOn ?? '')
  const steps = rollOutSteps.filter((each) => each !== 'adoption' || site.standing.state === 'live')

  async function save(): Promise<void> {
    if (mayRun && isChanged) {
      const owner = ownerId ? (ownerId as PersonId) : null
      if (!(await change.run({ id: site.id, ownerId: owner, dueOn: dueOn || null }))) return
    }
    if (step !== '') {
      const share = step === 'adoption' && percent !== null ? percent / 100 : null
      if (!(await report.run({ id: site.id, step, onDay, share, note: note.trim() || null }))) return
    }
    toast({ text: t('roll-out.saved') })
    onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('roll-out.change-site', { site: site.name })}>
      <ProblemNotice error={change.error ?? report.error} />
      <Form onSubmit={() => void save()}>
        <Field label={t('roll-out.step')}>
          <Select
            placeholder={t('roll-out.only-plan')}
            options={steps.map((value) => ({ value, label: t(`roll-out.step.${value}`) }))}
            value={step}
            onChange={(event) => setStep(rollOutSteps.find((each) => each === event.target.value) ?? '')}
          />
        </Field>
        {step !== '' && (
          <Field label={t('roll-out.on')} error={report.error?.field('#/onDay')}>
            <Input type="date" max={today} value={onDay} onChange={(event) => setOnDay(event.target.value)} />
          </Field>
        )}
        {step === 'adoption' && (
          <Field label={t('roll-out.percent')} error={report.error?.field('#/share')}>
            <NumberInput value={percent} onValue={setPercent} unit="%" />
          </Field>
        )}
        {step !== '' && (
          <Field label={t('roll-out.note')} error={report.error?.field('#/note')} required={step === 'given-up'}>
            <TextArea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        )}
        {mayRun && (
          <>
            <Field label={t('roll-out.owner')} required={false}>
              <Select
                placeholder={t('roll-out.nobody')}
                options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={ownerId}
                onChange={(event) => setOwnerId(event.target.value)}
              />
            </Field>
            <Field label={t('roll-out.due')} error={change.error?.field('#/dueOn')} required={false}>
              <Input type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
            </Field>
          </>
        )}
        <Row>
          <Button type="submit" variant="primary" busy={change.isBusy || report.isBusy}>
            {t('roll-out.save')}
          </Button>
        </Row>
      </Form>
    </Dialog>
  )
}
