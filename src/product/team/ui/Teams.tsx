import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Dialog } from '#design/Dialog.tsx'
import { Empty } from '#design/Empty.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { type Column, Table } from '#design/Table.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Team } from '../team.ts'
import { teamApi } from '../team-api.ts'

/** Teams and their departments. Whose lead answers an idea follows from the author's team. */
export function Teams() {
  const teams = useEndpoint(teamApi.list, {})
  const may = useMay()
  const [open, setOpen] = useState<Team | 'new' | null>(null)
  const add = may('team.manage') && (
    <Button icon={Plus} onPress={() => setOpen('new')}>
      {t('team.add')}
    </Button>
  )
  const columns: Column<Team>[] = [
    { id: 'name', header: t('team.name'), cell: ({ name }) => name, names: true, fold: 'title' },
    { id: 'department', header: t('team.department'), cell: ({ department }) => department ?? '' },
  ]
  if (may('team.manage'))
    columns.push({
      id: 'change',
      header: t('person.change'),
      headerHidden: true,
      cell: (team) => (
        <Button small onPress={() => setOpen(team)}>
          {t('person.change')}
          <span className="sr"> {team.name}</span>
        </Button>
      ),
      fold: 'corner',
    })

  return (
    <Section title={t('team.all')} end={(teams.data?.length ?? 0) > 0 && add}>
      <ProblemNotice error={teams.error} />
      {teams.data?.length === 0 && (
        <Empty title={t('team.empty')} action={add}>
          {t('team.empty-help')}
        </Empty>
      )}
      {(teams.data?.length ?? 0) > 0 && (
        <Table caption={t('team.all')} columns={columns} rows={teams.data ?? []} rowKey={({ id }) => id} fold middle />
      )}
      {open && <TeamDialog team={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const [name, setName] = useState(team?.name ?? '')
  const [department, setDepartment] = useState(team?.department ?? '')
  const add = useAction(teamApi.add)
  const change = useAction(teamApi.change)
  const error = add.error ?? change.error

  async function save(): Promise<void> {
    const asked = { name, department: department.trim() || null }
    const done = team ? await change.run({ id: team.id, ...asked }) : await add.run(asked)
    if (done) onClose()
  }

  return (
    <Dialog open onClose={onClose} title={team ? team.name : t('team.add')}>
      <Form onSubmit={() => void save()}>
        <ProblemNotice error={error} />
        <Field label={t('team.name')} error={error?.field('#/name')} required>
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('team.department')} help={t('team.department-help')} required={false}>
          <Input value={department} onChange={(event) => setDepartment(event.target.value)} />
        </Field>
        <Button type="submit" variant="primary" busy={add.isBusy || change.isBusy}>
          {t('person.save')}
        </Button>
      </Form>
    </Dialog>
  )
}
