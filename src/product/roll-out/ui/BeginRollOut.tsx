import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Row } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { rollOutApi } from '../roll-out-api.ts'
import { namesIn } from './names-in.ts'

/** How the work is now done, and where it goes beside the sites of the trial. */
export function BeginRollOut({ trial }: { trial: TrialShown }) {
  const action = useAction(rollOutApi.begin)
  const [standardWork, setStandardWork] = useState('')
  const [sites, setSites] = useState('')
  return (
    <Form onSubmit={() => void action.run({ id: trial.id, standardWork, sites: namesIn(sites) })}>
      <ProblemNotice error={action.error} />
      <Field
        label={t('roll-out.standard-work')}
        help={t('roll-out.standard-work-help')}
        error={action.error?.field('#/standardWork')}
        required
      >
        <TextArea
          rows={4}
          maxLength={8000}
          value={standardWork}
          onChange={(event) => setStandardWork(event.target.value)}
        />
      </Field>
      <Field
        label={t('roll-out.more-sites')}
        help={t('roll-out.more-sites-help')}
        error={action.error?.field('#/sites')}
        required={false}
      >
        <TextArea rows={3} value={sites} onChange={(event) => setSites(event.target.value)} />
      </Field>
      <Row>
        <Button type="submit" busy={action.isBusy}>
          {t('roll-out.begin')}
        </Button>
      </Row>
    </Form>
  )
}
