import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Pair } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { limits } from '#platform/anywhere/limits.ts'
import { t } from '#platform/browser/language.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import type { Site } from '../site.ts'
import { siteApi } from '../site-api.ts'
import { sitesOfText } from '../sites-of-text.ts'
import { KindField, TeamField } from './SiteFields.tsx'

/** A button, and behind it one box for as many sites as there are. */
export function AddSites({ primary }: { primary?: boolean | undefined }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant={primary ? 'primary' : 'default'} icon={Plus} onPress={() => setOpen(true)}>
        {t('site.add')}
      </Button>
      {isOpen && <AddDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Site['kind']>('shop')
  const [teamId, setTeamId] = useState<Site['teamId']>(null)
  const add = useAction(siteApi.add)
  const sites = sitesOfText(text, kind).map((site) => ({ ...site, teamId }))
  const isTooMany = sites.length > limits.sitesAtOnce

  async function save(): Promise<void> {
    if (sites.length === 0 || isTooMany) return
    if (await add.run({ sites })) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={t('site.add')}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={add.error} />
        <Field
          label={t('site.names')}
          help={t('site.names-help')}
          error={isTooMany ? t('site.names-many', { limit: limits.sitesAtOnce }) : undefined}
          required
        >
          <TextArea rows={5} value={text} onChange={(event) => setText(event.target.value)} spellCheck={false} />
        </Field>
        <Pair>
          <KindField value={kind} onValue={setKind} />
          <TeamField value={teamId} onValue={setTeamId} />
        </Pair>
        <Button type="submit" variant="primary" busy={add.isBusy} disabled={sites.length === 0}>
          {t('site.add-count', { count: sites.length })}
        </Button>
      </Form>
    </Dialog>
  )
}
