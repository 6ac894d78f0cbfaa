import { useState } from 'react'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { queries, refresh, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { sheetApi } from '#product/sheet/sheet-api.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import type { Draft } from '../draft.ts'
import { planApi } from '../plan-api.ts'
import { DraftFacts } from './DraftFacts.tsx'
import { PlanForm } from './PlanForm.tsx'
import { usePlanPreview } from './use-plan-preview.ts'

/** The draft of a plan: to write for who may, to read for everybody else. */
export function PlanDraftPart({ trial }: { trial: TrialShown }) {
  const { data: draft, error } = useEndpoint(planApi.draft, { id: trial.id })
  const may = useMay()
  // What somebody types is theirs: another's save is shown only when they ask for it.
  const [round, setRound] = useState(0)
  if (error) return <ProblemNotice error={error} />
  if (!draft) return <Skeleton lines={8} />
  if (!may('trial.plan', trial)) return <DraftToRead trial={trial} draft={draft} />

  async function loadTheirs(): Promise<void> {
    await refresh(queries, ['plan'])
    setRound(round + 1)
  }

  return <PlanForm key={round} trial={trial} stored={draft} onLoadTheirs={() => void loadTheirs()} />
}

function DraftToRead({ trial, draft: { body } }: { trial: TrialShown; draft: Draft }) {
  const { data: metrics } = useEndpoint(metricApi.list, {})
  const sheet = useEndpoint(sheetApi.find, { id: body.sheetId ?? '' }, { enabled: body.sheetId !== null })
  const reading = usePlanPreview(trial.id, trial.design, body)
  const metric = metrics?.find(({ id }) => id === body.metricId) ?? null
  return (
    <Section title={t('plan.as-frozen')}>
      <DraftFacts
        body={body}
        door={trial.door}
        design={trial.design}
        metric={metric}
        sheet={sheet.data}
        reading={reading}
      />
    </Section>
  )
}
