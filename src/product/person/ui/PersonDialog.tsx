import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Row } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { isAtLeast, Role, type TeamId } from '#platform/anywhere/identity.ts'
import { t } from '#platform/browser/language.ts'
import { useSigned } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { teamApi } from '#product/team/team-api.ts'
import type { Colleague } from '../person.ts'
import { personApi } from '../person-api.ts'
import { LinkToPassOn } from './LinkToPassOn.tsx'

/** What an admin can do for or about one person. */
export function PersonDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const signed = useSigned()
  const teams = useEndpoint(teamApi.list, {})
  const [name, setName] = useState(person.name)
  const [role, setRole] = useState<Role>(person.role)
  const [teamId, setTeamId] = useState<string>(person.teamId ?? '')
  const change = useAction(personApi.change)
  const deactivate = useAction(personApi.deactivate)
  const reset = useAction(personApi.makeResetLink)
  const failed = change.error ?? deactivate.error ?? reset.error

  async function save(): Promise<void> {
    const done = await change.run({ id: person.id, name, role, teamId: teamId ? (teamId as TeamId) : null })
    if (done) onClose()
  }
  async function letGo(): Promise<void> {
    if (await deactivate.run({ id: person.id })) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={person.name}>
      <ProblemNotice error={failed} />
      {reset.data ? (
        <LinkToPassOn url={reset.data.url} about={t('person.reset-about', { name: person.name })} />
      ) : (
        <Form onSubmit={() => void save()}>
          <Field label={t('person.name')} error={change.error?.field('#/name')} required>
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t('person.role')} help={t(`person.role-help.${role}`)}>
            <Select
              options={Role.options.map((value) => ({
                value,
                label: t(`person.role.${value}`),
                disabled: !isAtLeast(signed.role, value),
              }))}
              value={role}
              onChange={(event) => setRole(event.target.value as Role)}
            />
          </Field>
          <Field label={t('team.one')} required={false}>
            <Select
              placeholder={t('team.none-chosen')}
              options={(teams.data ?? []).map(({ id, name: label }) => ({ value: id, label }))}
              value={teamId}
              onChange={(event) => setTeamId(event.target.value)}
            />
          </Field>
          <Row>
            <Button type="submit" variant="primary" busy={change.isBusy}>
              {t('person.save')}
            </Button>
            <Button busy={reset.isBusy} onPress={() => void reset.run({ id: person.id })}>
              {t('person.make-reset-link')}
            </Button>
            {person.id !== signed.personId && (
              <Button variant="harm" busy={deactivate.isBusy} onPress={() => void letGo()}>
                {t('person.deactivate')}
              </Button>
            )}
          </Row>
          <p className="xs quiet">{t('person.deactivate-help')}</p>
        </Form>
      )}
    </Dialog>
  )
}
