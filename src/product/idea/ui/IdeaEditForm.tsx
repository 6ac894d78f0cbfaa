import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Row } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { queries, refresh, useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { goalApi } from '#product/goal/goal-api.ts'
import { ideaApi, type WholeIdea } from '../idea-api.ts'

/** Mends the words in place and links a goal. */
export function IdeaEditForm({ idea, onDone }: { idea: WholeIdea; onDone: () => void }) {
  // The idea may change under the form; what its writer has changed is told by what stood there when it opened.
  const [opened] = useState(idea)
  const [text, setText] = useState(opened.text)
  const [title, setTitle] = useState(opened.title)
  const [goalId, setGoalId] = useState<string>(opened.goalId ?? '')
  const goals = useEndpoint(goalApi.list, {})
  const edit = useAction(ideaApi.edit)
  const isOvertaken = edit.error?.problem.code === 'idea.edited-meanwhile'

  async function save(): Promise<void> {
    const change = {
      ...(text !== opened.text ? { text } : {}),
      ...(title !== opened.title ? { title } : {}),
      ...(goalId !== (opened.goalId ?? '') ? { goalId: goalId || null } : {}),
    }
    if (Object.keys(change).length === 0) return onDone()
    // Once told that somebody was faster, the writer has seen what stands there now: it is shown above the field.
    const { editedAt } = isOvertaken ? idea : opened
    if (await edit.run({ id: idea.id, ...change, seenEditedAt: editedAt?.toISOString() ?? null })) onDone()
    else void refresh(queries, ['idea'])
  }

  return (
    <Form onSubmit={() => void save()}>
      <ProblemNotice error={edit.error} />
      {isOvertaken && <blockquote className="small quiet">{t('idea.now-says', { text: idea.text })}</blockquote>}
      <Field label={t('idea.text')} error={edit.error?.field('#/text')} required>
        <TextArea rows={4} maxLength={4000} autoFocus value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Field label={t('idea.title')} help={t('idea.title-help')} error={edit.error?.field('#/title')}>
        <Input maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label={t('idea.goal')} error={edit.error?.field('#/goalId')} required={false}>
        <Select
          placeholder={t('idea.no-goal')}
          options={(goals.data ?? []).map(({ id, title: label }) => ({ value: id, label }))}
          value={goalId}
          onChange={(event) => setGoalId(event.target.value)}
        />
      </Field>
      <Row>
        <Button type="submit" variant="primary" busy={edit.isBusy}>
          {t('idea.save')}
        </Button>
        <Button variant="plain" onPress={onDone}>
          {t('design.cancel')}
        </Button>
      </Row>
    </Form>
  )
}
