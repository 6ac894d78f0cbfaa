import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { goAnywhere, useQueryText } from '#platform/browser/router.tsx'
import { queries, useAction } from '#platform/browser/use-endpoint.ts'
import { accountApi } from '#product/account/account-api.ts'
import { EmailField } from '#product/account/ui/EmailField.tsx'
import { PasswordField } from '#product/account/ui/PasswordField.tsx'
import { DoorPage } from './DoorPage.tsx'

export function SignInPage() {
  const [query] = useQueryText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useAction(accountApi.signIn)

  async function send(): Promise<void> {
    if (!(await signIn.succeeds({ email, password }))) return
    queries.clear()
    goAnywhere(ownPath(query.get('next')))
  }

  return (
    <DoorPage title={t('account.sign-in')}>
      <Form onSubmit={() => void send()}>
        <ProblemNotice error={signIn.error} />
        <EmailField value={email} onValue={setEmail} error={signIn.error?.field('#/email')} />
        <PasswordField
          label={t('account.password')}
          value={password}
          onValue={setPassword}
          error={signIn.error?.field('#/password')}
        />
        <Button type="submit" variant="primary" wide busy={signIn.isBusy}>
          {t('account.sign-in')}
        </Button>
      </Form>
      <p className="small quiet">{t('account.forgotten')}</p>
    </DoorPage>
  )
}

/** Where to go on: a path of this site only, so that a link cannot lead a person elsewhere after signing in. */
function ownPath(next: string | null): string {
  return next?.startsWith('/w/') ? next : '/'
}
