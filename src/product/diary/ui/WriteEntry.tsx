import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Row } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { planApi } from '#product/plan/plan-api.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { DiaryEntry, type NewDiaryEntry } from '../diary.ts'
import { diaryApi } from '../diary-api.ts'

const dones = ['yes', 'partly', 'no'] as const

/** A note, an incident, or whether it was really done. The words come first: a note of today needs nothing else. */
export function WriteEntry({ trial, sites }: { trial: TrialShown; sites: readonly string[] }) {
  const { workspace } = useMyself()
  const action = useAction(diaryApi.write)
  const toast = useToast()
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const [first] = plans ?? []
  const today = dayOf(new Date(), workspace.timeZone)
  const [kind, setKind] = useState<NewDiaryEntry['kind']>('note')
  const [site, setSite] = useState('')
  const [done, setDone] = useState<NonNullable<DiaryEntry['done']>>('yes')
  const [onDay, setOnDay] = useState(today)
  const [text, setText] = useState('')
  const isAdherence = kind === 'adherence'
  const kinds = DiaryEntry.shape.kind.options.filter(
    (each) => each !== 'rolled-back' && (each !== 'adherence' || sites.length > 0),
  )
  const wrong = (field: string) => action.error?.field(`#/${field}`)

  async function write(): Promise<void> {
    const written = { kind, onDay, site: site || null, done: isAdherence ? done : null, text: text.trim() || null }
    const entry = await action.run({ id: trial.id, ...written })
    if (!entry) return
    toast({ text: t('diary.written') })
    setText('')
  }

  return (
    <Form onSubmit={() => void write()}>
      <ProblemNotice error={action.error} />
      <Field label={t('diary.text')} error={wrong('text')} required={!isAdherence}>
        <TextArea rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Row gap="2">
        <Field label={t('diary.kind')}>
          <Select
            options={kinds.map((value) => ({ value, label: t(`diary.kind.${value}`) }))}
            value={kind}
            onChange={(event) => setKind(DiaryEntry.shape.kind.parse(event.target.value))}
          />
        </Field>
        {sites.length > 0 && (
          <Field label={t('diary.site')} error={wrong('site')}>
            <Select
              placeholder={isAdherence ? '' : t('diary.whole')}
              options={sites.map((name) => ({ value: name, label: name }))}
              value={site}
              onChange={(event) => setSite(event.target.value)}
            />
          </Field>
        )}
        {isAdherence && (
          <Field label={t('diary.done')} error={wrong('done')}>
            <Select
              options={dones.map((value) => ({ value, label: t(`diary.done.${value}`) }))}
              value={done}
              onChange={(event) => setDone(dones.find((each) => each === event.target.value) ?? 'yes')}
            />
          </Field>
        )}
        <Field label={t('diary.on')} error={wrong('onDay')}>
          <Input
            type="date"
            min={first && dayOf(first.frozenAt, workspace.timeZone)}
            max={today}
            value={onDay}
            onChange={(event) => setOnDay(event.target.value)}
          />
        </Field>
      </Row>
      <Row>
        <Button type="submit" busy={action.isBusy}>
          {t('diary.write')}
        </Button>
      </Row>
    </Form>
  )
}
