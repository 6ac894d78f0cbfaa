import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Form } from '#design/Form.tsx'
import { Loading } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { queries, useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { accountApi } from '#product/account/account-api.ts'
import { PasswordField } from '#product/account/ui/PasswordField.tsx'
import { DoorPage } from './DoorPage.tsx'
import { useLinkToken } from './use-link-token.ts'

export function ResetPasswordPage() {
  const token = useLinkToken()
  const checked = useEndpoint(accountApi.checkReset, { token })
  const [password, setPassword] = useState('')
  const reset = useAction(accountApi.resetPassword)

  async function send(): Promise<void> {
    if (!(await reset.succeeds({ token, password }))) return
    queries.clear()
    goAnywhere('/')
  }

  if (checked.isLoading) return <Loading />
  return (
    <DoorPage
      title={t('account.new-password')}
      lead={checked.data && t('account.new-password-for', { email: checked.data.email })}
    >
      <ProblemNotice error={checked.error ?? reset.error} />
      {checked.data && (
        <Form onSubmit={() => void send()}>
          <PasswordField
            label={t('account.new-password')}
            value={password}
            onValue={setPassword}
            error={reset.error?.field('#/password')}
            isNew
          />
          <Button type="submit" variant="primary" wide busy={reset.isBusy}>
            {t('account.set-password')}
          </Button>
        </Form>
      )}
    </DoorPage>
  )
}
