import { Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { ideaApi } from '#product/idea/idea-api.ts'
import { trialApi } from '../trial-api.ts'
import { PlanTrial } from './PlanTrial.tsx'
import { TrialRows } from './TrialRows.tsx'

/** The trials of an idea, and the way to a new one while it may be tried. */
export function IdeaTrials({ ideaId }: { ideaId: IdeaId }) {
  const idea = useEndpoint(ideaApi.find, { id: ideaId })
  const trials = useEndpoint(trialApi.list, { idea: ideaId })
  const isApproved = idea.data?.state === 'approved'
  if (trials.error) return <ProblemNotice error={trials.error} />
  if (!trials.data) return <Skeleton lines={2} />
  if (trials.data.length === 0 && !isApproved) return null
  return (
    <Section title={t('trial.of-this-idea')}>
      <Stack gap="2">
        {trials.data.length === 0 ? (
          <p className="small quiet">{t('trial.none-yet')}</p>
        ) : (
          <TrialRows trials={trials.data} />
        )}
        {isApproved && <PlanTrial ideaId={ideaId} isMain={trials.data.length === 0} />}
      </Stack>
    </Section>
  )
}
