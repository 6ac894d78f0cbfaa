import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Loading } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { queries, useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { EmailField } from '#product/account/ui/EmailField.tsx'
import { PasswordField } from '#product/account/ui/PasswordField.tsx'
import { personApi } from '#product/person/person-api.ts'
import { DoorPage } from './DoorPage.tsx'
import { useLinkToken } from './use-link-token.ts'

/** An invitation that was followed: with a new account, or as who one is signed in as. */
export function JoinPage() {
  const token = useLinkToken()
  const checked = useEndpoint(personApi.checkInvitation, { token })
  if (checked.isLoading) return <Loading />
  if (!checked.data)
    return (
      <DoorPage title={t('page.join')}>
        <ProblemNotice error={checked.error} />
      </DoorPage>
    )
  const { workspaceName, role, signedInAs } = checked.data
  return (
    <DoorPage
      title={t('page.join-to', { name: workspaceName })}
      lead={t('page.join-as', { role: t(`person.role.${role}`) })}
    >
      <JoinForm token={token} signedInAs={signedInAs} />
    </DoorPage>
  )
}

function JoinForm({ token, signedInAs }: { token: string; signedInAs: string | null }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const accept = useAction(personApi.accept)

  async function send(): Promise<void> {
    const done = await accept.run({ token, name, ...(signedInAs ? {} : { account: { email, password } }) })
    if (!done) return
    queries.clear()
    goAnywhere(`/w/${done.slug}`)
  }

  return (
    <Form onSubmit={() => void send()}>
      <ProblemNotice error={accept.error} />
      <Field label={t('person.your-name')} error={accept.error?.field('#/name')} required>
        <Input autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {signedInAs ? (
        <p className="small quiet">{t('page.join-signed-in', { email: signedInAs })}</p>
      ) : (
        <>
          <EmailField
            value={email}
            onValue={setEmail}
            error={accept.error?.field('#/account/email')}
            help={t('account.email-help')}
          />
          <PasswordField
            label={t('account.password')}
            value={password}
            onValue={setPassword}
            error={accept.error?.field('#/account/password')}
            isNew
          />
          <p className="small quiet">{t('page.join-have-account')}</p>
        </>
      )}
      <Button type="submit" variant="primary" wide busy={accept.isBusy}>
        {t('page.join')}
      </Button>
    </Form>
  )
}
