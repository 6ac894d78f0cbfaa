import { Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { rollOutApi } from '../roll-out-api.ts'
import { AddSites } from './AddSites.tsx'
import { BeginRollOut } from './BeginRollOut.tsx'
import { RollOutSites } from './RollOutSites.tsx'
import { SpreadText } from './SpreadText.tsx'
import { StandardWork } from './StandardWork.tsx'

/** Of an adopted change: how it is done, how far it has come, and what it does as it spreads. */
export function RollOutPart({ trial, body }: { trial: TrialShown; body: PlanBody }) {
  const may = useMay()
  const language = useLanguage()
  const { data: rollOut, error } = useEndpoint(rollOutApi.find, { id: trial.id })
  const mayRun = may('roll-out.run', trial)
  if (error) return <ProblemNotice error={error} />
  if (rollOut === undefined) return <Skeleton lines={4} />
  if (rollOut === null)
    return (
      <Section title={t('roll-out.title')} lead={t('roll-out.not-begun')}>
        {mayRun && <BeginRollOut trial={trial} />}
      </Section>
    )
  const { live, sites, share, late } = rollOut.reach
  return (
    <Section
      title={t('roll-out.title')}
      lead={t('roll-out.lead', { live, sites, late, share: formatShare(share ?? 0, language) })}
    >
      <Stack gap="3">
        <StandardWork rollOut={rollOut} mayRun={mayRun} />
        <SpreadText trial={trial} body={body} />
        <RollOutSites rollOut={rollOut} mayRun={mayRun} />
        {mayRun && <AddSites rollOut={rollOut} />}
      </Stack>
    </Section>
  )
}
