import { useState } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { type Column, Table } from '#design/Table.tsx'
import { isAtLeast } from '#platform/anywhere/identity.ts'
import { t } from '#platform/browser/language.ts'
import { useMay, useSigned } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { teamApi } from '#product/team/team-api.ts'
import type { Colleague } from '../person.ts'
import { personApi } from '../person-api.ts'
import { PersonDialog } from './PersonDialog.tsx'

/** The people of the workspace. An admin opens one to change role or team, to help with a password, or to let go. */
export function Colleagues() {
  const people = useEndpoint(personApi.list, {})
  const teams = useEndpoint(teamApi.list, {})
  const [open, setOpen] = useState<Colleague | null>(null)
  const may = useMay()
  const signed = useSigned()
  const teamName = (id: string | null) => teams.data?.find((team) => team.id === id)?.name ?? ''

  const columns: Column<Colleague>[] = [
    { id: 'name', header: t('person.name'), cell: ({ name }) => name, names: true, fold: 'title' },
    { id: 'role', header: t('person.role'), cell: ({ role }) => t(`person.role.${role}`), fold: 'corner' },
    { id: 'team', header: t('team.one'), cell: ({ teamId }) => teamName(teamId) },
    {
      id: 'state',
      header: t('person.state'),
      cell: ({ deactivatedAt }) => deactivatedAt && <Badge>{t('person.has-left')}</Badge>,
    },
  ]
  if (may('person.manage'))
    columns.push({
      id: 'change',
      header: t('person.change'),
      headerHidden: true,
      cell: (person) =>
        person.deactivatedAt === null &&
        isAtLeast(signed.role, person.role) && (
          <Button small onPress={() => setOpen(person)}>
            {t('person.change')}
            <span className="sr"> {person.name}</span>
          </Button>
        ),
      fold: 'whole',
    })

  return (
    <Section title={t('person.all')}>
      <ProblemNotice error={people.error} />
      {people.isLoading && <Skeleton />}
      {people.data && (
        <Table
          caption={t('person.all')}
          columns={columns}
          rows={people.data}
          rowKey={({ id }) => id}
          fold
          middle
          isQuiet={({ deactivatedAt }) => deactivatedAt !== null}
        />
      )}
      {open && <PersonDialog person={open} onClose={() => setOpen(null)} />}
    </Section>
  )
}
