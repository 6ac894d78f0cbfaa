import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Form } from '#design/Form.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { goAnywhere } from '#platform/browser/router.tsx'
import { queries, useAction } from '#platform/browser/use-endpoint.ts'
import { accountApi } from '#product/account/account-api.ts'
import { PasswordField } from '#product/account/ui/PasswordField.tsx'
import { HiddenWorkspaces, useHiddenWorkspaces } from '#product/person/ui/HiddenWorkspaces.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'

/** One's own account: the password, and where one is signed in. */
export function AccountPage() {
  const { name, email } = useMyself()
  return (
    <Page
      title={t('person.my-account')}
      lead={t('person.signed-in-as', { name, email })}
      tabTitle={t('person.my-account')}
    >
      <ChangePassword />
      <Hidden />
      <SignOutEverywhere />
    </Page>
  )
}

function ChangePassword() {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useAction(accountApi.changePassword)
  const toast = useToast()

  async function send(): Promise<void> {
    if (!(await change.succeeds({ current, next }))) return
    setCurrent('')
    setNext('')
    toast({ text: t('account.password-changed') })
  }

  return (
    <Section title={t('account.change-password')} lead={t('account.change-password-lead')}>
      <div className="narrow">
        <Form onSubmit={() => void send()}>
          <ProblemNotice error={change.error} />
          <PasswordField
            label={t('account.current-password')}
            value={current}
            onValue={setCurrent}
            error={change.error?.field('#/current')}
          />
          <PasswordField
            label={t('account.new-password')}
            value={next}
            onValue={setNext}
            error={change.error?.field('#/next')}
            isNew
          />
          <Button type="submit" variant="primary" busy={change.isBusy}>
            {t('account.change-password')}
          </Button>
        </Form>
      </div>
    </Section>
  )
}

function SignOutEverywhere() {
  const signOut = useAction(accountApi.signOutEverywhere)

  async function leave(): Promise<void> {
    if (!(await signOut.succeeds({}))) return
    queries.clear()
    goAnywhere('/sign-in')
  }

  return (
    <Section title={t('account.everywhere')} lead={t('account.everywhere-lead')}>
      <ProblemNotice error={signOut.error} />
      <Button busy={signOut.isBusy} onPress={() => void leave()}>
        {t('account.sign-out-everywhere')}
      </Button>
    </Section>
  )
}

function Hidden() {
  const hidden = useHiddenWorkspaces()
  if (hidden.length === 0) return null
  return (
    <Section title={t('page.hidden')} lead={t('page.hidden-lead')}>
      <HiddenWorkspaces hidden={hidden} />
    </Section>
  )
}
