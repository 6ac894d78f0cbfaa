import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Row } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { type RollOutShown, rollOutApi } from '../roll-out-api.ts'
import { namesIn } from './names-in.ts'

/** More sites, by their names. */
export function AddSites({ rollOut }: { rollOut: RollOutShown }) {
  const action = useAction(rollOutApi.addSites)
  const [isOpen, setOpen] = useState(false)
  const [sites, setSites] = useState('')

  async function add(): Promise<void> {
    if (!(await action.run({ id: rollOut.id, sites: namesIn(sites) }))) return
    setSites('')
    setOpen(false)
  }

  if (!isOpen)
    return (
      <Row>
        <Button small onPress={() => setOpen(true)}>
          {t('roll-out.add')}
        </Button>
      </Row>
    )
  return (
    <Form onSubmit={() => void add()}>
      <ProblemNotice error={action.error} />
      <Field
        label={t('roll-out.more-sites')}
        help={t('roll-out.more-sites-help')}
        error={action.error?.field('#/sites')}
      >
        <TextArea rows={3} value={sites} onChange={(event) => setSites(event.target.value)} />
      </Field>
      <Row>
        <Button type="submit" small busy={action.isBusy}>
          {t('roll-out.add')}
        </Button>
      </Row>
    </Form>
  )
}
