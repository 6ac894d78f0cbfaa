import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Checkbox } from '#design/Checkbox.tsx'
import { Field } from '#design/Field.tsx'
import { Form } from '#design/Form.tsx'
import { Input } from '#design/Input.tsx'
import { Row } from '#design/Layout.tsx'
import { NumberInput } from '#design/NumberInput.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Select } from '#design/Select.tsx'
import { useToast } from '#design/Toast.tsx'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import { queries, refresh, useAction } from '#platform/browser/use-endpoint.ts'
import type { Workspace, WorkspaceSettings } from '../workspace.ts'
import { workspaceApi } from '../workspace-api.ts'
import { currencyOptions, languageOptions, timeZoneOptions } from './options.ts'
import { weekdayName } from './weekday-name.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

export function SettingsForm({ workspace }: { workspace: Workspace }) {
  const { id: _id, slug: _slug, isSample: _isSample, createdAt: _createdAt, ...settings } = workspace
  const [draft, setDraft] = useState<WorkspaceSettings>(settings)
  const save = useAction(workspaceApi.set)
  const toast = useToast()
  const set = (change: Partial<WorkspaceSettings>) => setDraft({ ...draft, ...change })

  async function send(): Promise<void> {
    if (!(await save.run(draft))) return
    await refresh(queries, ['person'])
    toast({ text: t('workspace.saved') })
  }

  return (
    <div className="narrow">
      <Form onSubmit={() => void send()}>
        <ProblemNotice error={save.error} />
        <Field label={t('workspace.name')} error={save.error?.field('#/name')} required>
          <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={t('workspace.language')}>
          <Select
            options={languageOptions()}
            value={draft.language}
            onChange={(event) => set({ language: event.target.value as Language })}
          />
        </Field>
        <Field label={t('workspace.currency')} help={t('workspace.currency-help')}>
          <Select
            options={currencyOptions()}
            value={draft.currency}
            onChange={(event) => set({ currency: event.target.value })}
          />
        </Field>
        <Field label={t('workspace.time-zone')}>
          <Select
            options={timeZoneOptions(draft.timeZone)}
            value={draft.timeZone}
            onChange={(event) => set({ timeZone: event.target.value })}
          />
        </Field>
        <Field label={t('workspace.week-start')}>
          <Select
            options={weekdays.map((weekday) => ({ value: String(weekday), label: weekdayName(weekday) }))}
            value={String(draft.weekStart)}
            onChange={(event) => set({ weekStart: Number(event.target.value) })}
          />
        </Field>
        <fieldset className="field">
          <legend>{t('workspace.working-days')}</legend>
          <Row>
            {weekdays.map((weekday) => (
              <Checkbox
                key={weekday}
                label={weekdayName(weekday)}
                checked={draft.workingDays.includes(weekday)}
                onChange={({ target }) =>
                  set({
                    workingDays: weekdays.filter((other) =>
                      other === weekday ? target.checked : draft.workingDays.includes(other),
                    ),
                  })
                }
              />
            ))}
          </Row>
        </fieldset>
        <Field
          label={t('workspace.votes-out')}
          help={t('workspace.votes-out-help')}
          error={save.error?.field('#/votesOut')}
        >
          <NumberInput value={draft.votesOut} onValue={(votesOut) => set({ votesOut: votesOut ?? 0 })} />
        </Field>
        <Button type="submit" variant="primary" busy={save.isBusy}>
          {t('workspace.save')}
        </Button>
      </Form>
    </div>
  )
}
