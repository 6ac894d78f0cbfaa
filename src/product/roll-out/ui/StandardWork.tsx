import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Row } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { type RollOutShown, rollOutApi } from '../roll-out-api.ts'

/** How the work is now done, to be read and to be written anew. */
export function StandardWork({ rollOut, mayRun }: { rollOut: RollOutShown; mayRun: boolean }) {
  const action = useAction(rollOutApi.describe)
  const toast = useToast()
  const [text, setText] = useState<string | null>(null)

  async function save(): Promise<void> {
    if (!(await action.run({ id: rollOut.id, standardWork: text ?? '' }))) return
    toast({ text: t('roll-out.described') })
    setText(null)
  }

  if (text !== null)
    return (
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={action.error} />
        <Field
          label={t('roll-out.standard-work')}
          help={t('roll-out.standard-work-help')}
          error={action.error?.field('#/standardWork')}
        >
          <TextArea rows={4} maxLength={8000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Row>
          <Button type="submit" busy={action.isBusy}>
            {t('roll-out.save')}
          </Button>
        </Row>
      </Form>
    )
  return (
    <div>
      <h3 className="label">{t('roll-out.standard-work')}</h3>
      {rollOut.standardWork.split('\n').map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name
        <p key={at}>{line}</p>
      ))}
      {mayRun && (
        <Button small variant="plain" onPress={() => setText(rollOut.standardWork)}>
          {t('roll-out.describe')}
        </Button>
      )}
    </div>
  )
}
