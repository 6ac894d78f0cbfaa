import { Button } from '#design/Button.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { changedSites } from '../diary.ts'
import { diaryApi } from '../diary-api.ts'

/** Of a stopped trial: every site with the change, until it is as it was before. */
export function RollBackList({ trial, body }: { trial: TrialShown; body: PlanBody }) {
  const language = useLanguage()
  const may = useMay()
  const { workspace } = useMyself()
  const { data: diary } = useEndpoint(diaryApi.list, { id: trial.id })
  const action = useAction(diaryApi.write)
  const sites = changedSites(body)
  if (sites.length === 0 || !diary) return null
  const back = new Map(diary.putBack.map((entry) => [entry.site, entry]))

  async function putBack(site: string): Promise<void> {
    const onDay = dayOf(new Date(), workspace.timeZone)
    await action.run({ id: trial.id, kind: 'rolled-back', site, onDay, done: null, text: null })
  }

  function stateOf(site: string) {
    const entry = back.get(site)
    if (entry) return t('diary.put-back-by', { name: entry.byName, day: formatDay(entry.onDay, language) })
    if (!may('diary.write')) return null
    return (
      <Button small busy={action.isBusy} onPress={() => void putBack(site)}>
        {t('diary.put-back')}
        <span className="sr">: {site}</span>
      </Button>
    )
  }

  return (
    <Section
      title={t('diary.roll-back')}
      lead={t('diary.roll-back-lead', { left: sites.filter((site) => !back.has(site)).length })}
    >
      <ProblemNotice error={action.error} />
      <Table
        caption={t('diary.roll-back')}
        fold
        middle
        rows={sites}
        rowKey={(site) => site}
        columns={[
          { id: 'site', header: t('diary.site'), names: true, fold: 'title', cell: (site) => site },
          { id: 'state', header: t('diary.put-back'), headerHidden: true, fold: 'corner', cell: stateOf },
        ]}
      />
    </Section>
  )
}
