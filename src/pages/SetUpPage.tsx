import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { ErrorNotice } from '#design/ErrorNotice.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Loading } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import type { Language } from '#platform/anywhere/message.ts'
import { language, t } from '#platform/browser/language.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { EmailField } from '#product/account/ui/EmailField.tsx'
import { PasswordField } from '#product/account/ui/PasswordField.tsx'
import { personApi } from '#product/person/person-api.ts'
import { currencyOptions, languageOptions, timeZoneOptions } from '#product/workspace/ui/options.ts'
import { DoorPage } from './DoorPage.tsx'
import { useLinkToken } from './use-link-token.ts'

/** The first run: who you are, and what your organisation is called. The rest has defaults and can wait. */
export function SetUpPage() {
  const token = useLinkToken()
  const checked = useEndpoint(personApi.checkSetUp, { token })
  if (!checked.data && !checked.error) return <Loading />
  if (checked.data?.isDone)
    return (
      <DoorPage title={t('page.set-up-done')}>
        <p>
          <a href="/sign-in">{t('account.sign-in')}</a>
        </p>
      </DoorPage>
    )
  return (
    <DoorPage title={t('page.set-up')} lead={t('page.set-up-lead')}>
      {checked.data?.isValid ? (
        <SetUpForm token={token} />
      ) : (
        <ErrorNotice
          title={t('page.set-up-invalid')}
          detail={t(token ? 'page.set-up-invalid-help' : 'page.set-up-no-link')}
        />
      )}
    </DoorPage>
  )
}

function SetUpForm({ token }: { token: string }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [place, setPlace] = useState('')
  const [speaks, setSpeaks] = useState<Language>(language())
  const [currency, setCurrency] = useState('EUR')
  const [timeZone, setTimeZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [withSample, setWithSample] = useState(true)
  const setUp = useAction(personApi.setUp)

  async function send(): Promise<void> {
    const workspace = { name: place, language: speaks, currency, timeZone }
    const done = await setUp.run({ token, name, email, password, workspace, withSample })
    if (done) goAnywhere(`/w/${done.slug}`)
  }

  return (
    <Form onSubmit={() => void send()}>
      <ProblemNotice error={setUp.error} />
      <Field
        label={t('workspace.name')}
        help={t('workspace.name-help')}
        error={setUp.error?.field('#/workspace/name')}
        required
      >
        <Input autoComplete="organization" value={place} onChange={(event) => setPlace(event.target.value)} />
      </Field>
      <Field label={t('person.your-name')} error={setUp.error?.field('#/name')} required>
        <Input autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <EmailField
        value={email}
        onValue={setEmail}
        error={setUp.error?.field('#/email')}
        help={t('account.email-help')}
      />
      <PasswordField
        label={t('account.password')}
        value={password}
        onValue={setPassword}
        error={setUp.error?.field('#/password')}
        isNew
      />
      <Field label={t('workspace.language')}>
        <Select
          options={languageOptions()}
          value={speaks}
          onChange={(event) => setSpeaks(event.target.value as Language)}
        />
      </Field>
      <Field label={t('workspace.currency')}>
        <Select options={currencyOptions()} value={currency} onChange={(event) => setCurrency(event.target.value)} />
      </Field>
      <Field label={t('workspace.time-zone')}>
        <Select
          options={timeZoneOptions(timeZone)}
          value={timeZone}
          onChange={(event) => setTimeZone(event.target.value)}
        />
      </Field>
      <Checkbox
        label={t('page.with-sample')}
        help={t('page.with-sample-help')}
        checked={withSample}
        onChange={(event) => setWithSample(event.target.checked)}
      />
      <Button type="submit" variant="primary" wide busy={setUp.isBusy}>
        {t('page.set-up-send')}
      </Button>
    </Form>
  )
}
