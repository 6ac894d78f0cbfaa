import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Input } from '#design/Input.tsx'
import { Stack } from '#design/Layout.tsx'
import { List, ListItem } from '#design/List.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import type { ResultId } from '../result.ts'
import { sharedResultApi } from '../shared-result-api.ts'

/** Shows a result to somebody who has no place here: by a link that runs out and can be taken back. */
export function ShareResult({ id, trial }: { id: ResultId; trial: TrialShown }) {
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('result.share', trial)) return null
  return (
    <>
      <Button icon={Share2} onPress={() => setOpen(true)}>
        {t('result.share-link')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t('result.share-title')}>
        <Links id={id} />
      </Dialog>
    </>
  )
}

const lives = [7, 30, 90, 365]

function Links({ id }: { id: ResultId }) {
  const { timeZone } = useMyself().workspace
  const [days, setDays] = useState(30)
  const [url, setUrl] = useState<string | null>(null)
  const links = useEndpoint(sharedResultApi.list, { id })
  const make = useAction(sharedResultApi.make)
  const takeBack = useAction(sharedResultApi.takeBack)

  async function add(): Promise<void> {
    const made = await make.run({ id, days })
    if (made) setUrl(made.url)
  }

  return (
    <Stack gap="2">
      <p className="small quiet">{t('result.share-help')}</p>
      <ProblemNotice error={make.error ?? takeBack.error} />
      {url === null ? (
        <>
          <Field label={t('result.share-for')}>
            <Select
              value={String(days)}
              onChange={(event) => setDays(Number(event.target.value))}
              options={lives.map((each) => ({ value: String(each), label: t('result.share-days', { days: each }) }))}
            />
          </Field>
          <div>
            <Button variant="primary" busy={make.isBusy} onPress={() => void add()}>
              {t('result.share-make')}
            </Button>
          </div>
        </>
      ) : (
        <Field label={t('result.share-address')} help={t('result.share-once')}>
          <Input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
      {links.data && links.data.length > 0 && (
        <List dense>
          {links.data.map((link) => (
            <ListItem
              key={link.id}
              title={t('result.share-by', { name: link.madeByName })}
              meta={
                <>
                  {t('result.share-until')} <InstantText at={link.expiresAt} timeZone={timeZone} />
                </>
              }
              action={
                <Button small onPress={() => void takeBack.run({ id, linkId: link.id })}>
                  {t('result.share-take-back')}
                </Button>
              }
            />
          ))}
        </List>
      )}
    </Stack>
  )
}
