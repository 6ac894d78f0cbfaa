import { Split, Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { t } from '#platform/browser/language.ts'
import { Link, useAddress } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { planApi } from '#product/plan/plan-api.ts'
import { AddOutcomes } from '#product/plan/ui/AddOutcomes.tsx'
import { Gaps } from '#product/plan/ui/Gaps.tsx'
import { PlanDraftPart } from '#product/plan/ui/PlanDraftPart.tsx'
import { PlanRead } from '#product/plan/ui/PlanRead.tsx'
import { TrialFigures } from '#product/plan/ui/TrialFigures.tsx'
import { TrialSheets } from '#product/plan/ui/TrialSheets.tsx'
import type { TrialShown } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import { TrialHead } from '#product/trial/ui/TrialHead.tsx'
import { TrialMoves } from '#product/trial/ui/TrialMoves.tsx'
import { FailurePage } from './FailurePage.tsx'

/** The plan of a trial: written, then frozen, then run. */
export function TrialPlanPage({ id }: { id: string }) {
  const { data: trial, error } = useEndpoint(trialApi.find, { id })
  const addressOf = useAddress()
  if (error) return <FailurePage error={error} />
  if (!trial) return <Loading />
  const isDraft = trial.state === 'draft'
  return (
    <Page
      crumbs={[
        { label: t('frame.trials'), href: addressOf('/trials') },
        { label: trial.ideaTitle, href: addressOf(`/ideas/${trial.ideaId}`) },
        { label: t('plan.this') },
      ]}
      tabTitle={trial.title}
      sentence={trial.title}
      state={<TrialHead trial={trial} />}
      actions={isDraft ? undefined : <Moves trial={trial} />}
    >
      {isDraft ? <PlanDraftPart trial={trial} /> : <Frozen trial={trial} />}
    </Page>
  )
}

function Moves({ trial }: { trial: TrialShown }) {
  const { data: sheets } = useEndpoint(planApi.sheets, { id: trial.id })
  const isOver = trial.endedAt !== null
  return (
    <>
      <TrialMoves trial={trial} hasOutcomes={sheets?.some(({ hasOutcomes }) => hasOutcomes) ?? false} />
      {trial.startedAt !== null && (
        <Link to={`/trials/${trial.id}`}>{t(isOver ? 'plan.to-result' : 'plan.to-standing')}</Link>
      )}
    </>
  )
}

/** What is still to come: by itself where it is measured here, else as a table. */
function Incoming({ trial }: { trial: TrialShown }) {
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const isMeasured = plans?.at(-1)?.body.measured !== undefined
  if (!plans) return null
  if (!isMeasured) return <AddOutcomes trial={trial} />
  return trial.state === 'running' ? <Gaps trial={trial} /> : null
}

function Frozen({ trial }: { trial: TrialShown }) {
  return (
    <Split
      aside={
        <Stack gap="4">
          <TrialSheets trial={trial} />
        </Stack>
      }
    >
      <Incoming trial={trial} />
      <TrialFigures trial={trial} />
      <PlanRead trial={trial} />
    </Split>
  )
}
