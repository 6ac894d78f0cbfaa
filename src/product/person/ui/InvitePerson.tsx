import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Select } from '#design/Select.tsx'
import { isAtLeast, Role, type TeamId } from '#platform/anywhere/identity.ts'
import { t } from '#platform/browser/language.ts'
import { useSigned } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { teamApi } from '#product/team/team-api.ts'
import { personApi } from '../person-api.ts'
import { LinkToPassOn } from './LinkToPassOn.tsx'
import { OpenInvitations } from './OpenInvitations.tsx'

/** Makes an invitation: a link to pass on in any way. No e-mail is needed. */
export function InvitePerson() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Section title={t('person.invite')} lead={t('person.invite-lead')}>
      <Button variant="primary" icon={UserPlus} onPress={() => setOpen(true)}>
        {t('person.invite')}
      </Button>
      <OpenInvitations />
      {isOpen && <InviteDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const { role: own } = useSigned()
  const [role, setRole] = useState<Role>('member')
  const [teamId, setTeamId] = useState('')
  const teams = useEndpoint(teamApi.list, {})
  const invite = useAction(personApi.invite)
  const send = () => void invite.run({ role, teamId: teamId ? (teamId as TeamId) : null })
  const url = invite.data?.url

  return (
    <Dialog open onClose={onClose} title={t('person.invite')}>
      {url ? (
        <LinkToPassOn url={url} about={t('person.invitation-about')} />
      ) : (
        <Form onSubmit={send}>
          <ProblemNotice error={invite.error} />
          <Field label={t('person.role')} help={t(`person.role-help.${role}`)}>
            <Select
              options={Role.options
                .filter((option) => isAtLeast(own, option))
                .map((value) => ({ value, label: t(`person.role.${value}`) }))}
              value={role}
              onChange={(event) => setRole(event.target.value as Role)}
            />
          </Field>
          {(teams.data?.length ?? 0) > 0 && (
            <Field label={t('team.one')} required={false}>
              <Select
                placeholder={t('team.none-chosen')}
                options={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={teamId}
                onChange={(event) => setTeamId(event.target.value)}
              />
            </Field>
          )}
          <Button type="submit" variant="primary" busy={invite.isBusy}>
            {t('person.make-link')}
          </Button>
        </Form>
      )}
    </Dialog>
  )
}
