import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { DateInput, Input } from '#design/Input.tsx'
import { Pair } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { queries, refresh, useAction } from '#platform/browser/use-endpoint.ts'
import type { Goal, NewGoal } from '../goal.ts'
import { goalApi } from '../goal-api.ts'

interface GoalDialogProps {
  /** The goal to mend; without one a new goal is written. */
  goal?: Goal | undefined
  onClose: () => void
  onSaved: (goal: Goal) => void
}

/** Asks for the number, the target, the day and why. */
export function GoalDialog({ goal, onClose, onSaved }: GoalDialogProps) {
  const [title, setTitle] = useState(goal?.title ?? '')
  const [unit, setUnit] = useState(goal?.unit ?? '')
  const [start, setStart] = useState<number | null>(goal?.start ?? null)
  const [target, setTarget] = useState<number | null>(goal?.target ?? null)
  const [dueOn, setDueOn] = useState(goal?.dueOn ?? '')
  const [why, setWhy] = useState(goal?.why ?? '')
  const [opened] = useState(goal)
  const write = useAction(goalApi.write)
  const edit = useAction(goalApi.edit)
  const error = write.error ?? edit.error

  async function save(): Promise<void> {
    // The field itself says that this is no number; sent, it would be taken for "nobody knows".
    if (Number.isNaN(start)) return
    // What is missing is left out, and the server says so beside the field.
    const filled = { ...(target === null ? {} : { target }), ...(dueOn === '' ? {} : { dueOn }) }
    const written = { title, unit, start, why, ...filled } as NewGoal
    // Once told that somebody was faster, the writer has seen what stands behind the dialog now.
    const seen = edit.error?.problem.code === 'goal.edited-meanwhile' ? goal : opened
    const saved = seen
      ? await edit.run({ id: seen.id, ...written, seenEditedAt: seen.editedAt?.toISOString() ?? null })
      : await write.run(written)
    if (saved) onSaved(saved)
    else void refresh(queries, ['goal'])
  }

  const wrong = (field: keyof NewGoal) => error?.field(`#/${field}`)
  return (
    <Dialog open onClose={onClose} size="wide" title={goal ? t('goal.edit') : t('goal.write')}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={error} />
        <Field label={t('goal.title')} help={t('goal.title-help')} error={wrong('title')} required>
          <Input maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <Pair>
          <Field label={t('goal.start')} help={t('goal.start-help')} error={wrong('start')} required={false}>
            <NumberInput value={start} onValue={setStart} />
          </Field>
          <Field label={t('goal.target')} error={wrong('target')} required>
            <NumberInput value={target} onValue={setTarget} />
          </Field>
        </Pair>
        <Pair>
          <Field label={t('goal.unit')} help={t('goal.unit-help')} error={wrong('unit')} required>
            <Input maxLength={40} value={unit} onChange={(event) => setUnit(event.target.value)} />
          </Field>
          <Field label={t('goal.due')} error={wrong('dueOn')} required>
            <DateInput value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
          </Field>
        </Pair>
        <Field label={t('goal.why')} help={t('goal.why-help')} error={wrong('why')} required>
          <TextArea rows={3} maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={write.isBusy || edit.isBusy}>
          {t('goal.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
