import { Button } from '#design/Button.tsx'
import { InstantText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { type Column, Table } from '#design/Table.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Invitation } from '../person.ts'
import { personApi } from '../person-api.ts'

/** Links that nobody has used yet, each to be taken back. Nothing while there are none. */
export function OpenInvitations() {
  const invitations = useEndpoint(personApi.invitations, {})
  const people = useEndpoint(personApi.list, {})
  const takeBack = useAction(personApi.takeBackInvitation)
  const nameOf = (id: string) => people.data?.find((person) => person.id === id)?.name ?? ''
  if (!invitations.data?.length) return <ProblemNotice error={invitations.error} />

  const columns: Column<Invitation>[] = [
    { id: 'role', header: t('person.role'), cell: ({ role }) => t(`person.role.${role}`), names: true, fold: 'title' },
    { id: 'made-by', header: t('person.invitation.made-by'), cell: ({ madeBy }) => nameOf(madeBy) },
    {
      id: 'expires-at',
      header: t('person.invitation.expires-at'),
      cell: ({ expiresAt }) => <InstantText at={expiresAt} />,
    },
    {
      id: 'take-back',
      header: t('person.invitation.take-back'),
      headerHidden: true,
      cell: ({ id, role, madeBy }) => (
        <Button small busy={takeBack.isBusy} onPress={() => void takeBack.succeeds({ id })}>
          {t('person.invitation.take-back')}
          <span className="sr">
            {' '}
            {t(`person.role.${role}`)}, {nameOf(madeBy)}
          </span>
        </Button>
      ),
      fold: 'whole',
    },
  ]
  return (
    <>
      <ProblemNotice error={takeBack.error} />
      <Table
        caption={t('person.invitations')}
        captionShown
        columns={columns}
        rows={invitations.data}
        rowKey={({ id }) => id}
        fold
        middle
      />
    </>
  )
}
