import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { DateInput, Input } from '#design/Input.tsx'
import { Pair } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { attributesOf, attributesText, type Site } from '../site.ts'
import { siteApi } from '../site-api.ts'
import { KindField, TeamField } from './SiteFields.tsx'

/** What is known of a site, to mend; and the day it closed. */
export function SiteDialog({ site, onClose }: { site: Site; onClose: () => void }) {
  const [name, setName] = useState(site.name)
  const [kind, setKind] = useState(site.kind)
  const [teamId, setTeamId] = useState(site.teamId)
  const [about, setAbout] = useState(attributesText(site.attributes))
  const [closedOn, setClosedOn] = useState(site.closedOn ?? '')
  const change = useAction(siteApi.change)

  async function save(): Promise<void> {
    const asked = { id: site.id, name, kind, teamId, attributes: attributesOf(about), closedOn: closedOn || null }
    if (await change.run(asked)) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('site.change-one', { name: site.name })}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={change.error} />
        <Field label={t('site.name')} error={change.error?.field('#/name')} required>
          <Input maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Pair>
          <KindField value={kind} onValue={setKind} />
          <TeamField value={teamId} onValue={setTeamId} />
        </Pair>
        <Field
          label={t('site.attributes')}
          help={t('site.attributes-help')}
          error={change.error?.field('#/attributes')}
          required={false}
        >
          <TextArea rows={3} value={about} onChange={(event) => setAbout(event.target.value)} />
        </Field>
        <Field label={t('site.closed-on')} help={t('site.closed-help')} required={false}>
          <DateInput value={closedOn} onChange={(event) => setClosedOn(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={change.isBusy}>
          {t('site.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
