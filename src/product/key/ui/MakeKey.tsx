import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { limits } from '#platform/anywhere/limits.ts'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { NewKey } from '../key.ts'
import { keyApi } from '../key-api.ts'
import type { KeyScope } from '../scope.ts'
import { KeyOnce } from './KeyOnce.tsx'
import { type Purpose, ScopeChoice, scopesFor } from './ScopeChoice.tsx'

const lives = [7, 30, limits.keyDaysUsual, 180, limits.keyDays]
const paces = [30, limits.keyRequestsUsual, 120, 300, limits.keyRequests]

/** The way to a new key. */
export function MakeKey() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="primary" icon={KeyRound} onPress={() => setOpen(true)}>
        {t('key.make')}
      </Button>
      {isOpen && <MakeKeyDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const may = useMay()
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState<Purpose>('figures')
  const [chosen, setChosen] = useState<KeyScope[]>([])
  const [days, setDays] = useState<number>(limits.keyDaysUsual)
  const [lines, setLines] = useState('')
  const [perMinute, setPerMinute] = useState<number>(limits.keyRequestsUsual)
  const [wasSent, setSent] = useState(false)
  const make = useAction(keyApi.make)

  const scopes = scopesFor(purpose, chosen, may)
  const addresses = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const wrongAddress = addresses.findIndex((address) => !NewKey.shape.addresses.safeParse([address]).success)

  async function send(): Promise<void> {
    setSent(true)
    if (name.trim() === '' || scopes.length === 0 || wrongAddress >= 0) return
    await make.run({ name, scopes, days, addresses, perMinute })
  }

  if (make.data) return <KeyOnce text={make.data.text} scopes={scopes} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title={t('key.make')}>
      <Form onSubmit={() => void send()}>
        <ProblemNotice error={make.error} />
        <Field
          label={t('key.name')}
          help={t('key.name-help')}
          error={wasSent && name.trim() === '' ? t('key.no-name') : make.error?.field('#/name')}
          required
        >
          <Input maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <ScopeChoice
          purpose={purpose}
          onPurpose={setPurpose}
          chosen={chosen}
          onChosen={setChosen}
          error={wasSent && scopes.length === 0 ? t('key.nothing-chosen') : undefined}
        />
        <Field label={t('key.lives')} help={t('key.lives-help')}>
          <Select
            options={lives.map((each) => ({ value: String(each), label: t('key.lives-days', { days: each }) }))}
            value={String(days)}
            onChange={(event) => setDays(Number(event.target.value))}
          />
        </Field>
        <details className="numbers small" open={wrongAddress >= 0 || undefined}>
          <summary>{t('key.more')}</summary>
          <Field
            label={t('key.addresses')}
            help={t('key.addresses-help')}
            error={wasSent && wrongAddress >= 0 ? t('key.addresses-wrong', { line: wrongAddress + 1 }) : undefined}
            required={false}
          >
            <TextArea rows={2} value={lines} onChange={(event) => setLines(event.target.value)} />
          </Field>
          <Field label={t('key.per-minute')}>
            <Select
              options={paces.map((each) => ({ value: String(each), label: String(each) }))}
              value={String(perMinute)}
              onChange={(event) => setPerMinute(Number(event.target.value))}
            />
          </Field>
        </details>
        <Button type="submit" variant="primary" busy={make.isBusy}>
          {t('key.make')}
        </Button>
      </Form>
    </Dialog>
  )
}
