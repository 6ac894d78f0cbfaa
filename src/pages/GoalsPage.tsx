import { Empty } from '#design/Empty.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { goalApi } from '#product/goal/goal-api.ts'
import { GoalRows } from '#product/goal/ui/GoalRows.tsx'
import { WriteGoal } from '#product/goal/ui/WriteGoal.tsx'
import { GoalIdeaCount } from '#product/idea/ui/GoalIdeaCount.tsx'

/** Which numbers should move, by when, and how many ideas want to move them. */
export function GoalsPage() {
  const { data: goals, error } = useEndpoint(goalApi.list, {})
  const hasGoals = goals !== undefined && goals.length > 0
  return (
    <Page
      title={t('frame.goals')}
      lead={t('goal.lead')}
      tabTitle={t('frame.goals')}
      actions={hasGoals && <WriteGoal />}
    >
      <ProblemNotice error={error} />
      {!goals && !error && <Skeleton lines={4} />}
      {goals?.length === 0 && (
        <Empty title={t('goal.empty')} action={<WriteGoal />}>
          {t('goal.empty-help')}
        </Empty>
      )}
      {hasGoals && <GoalRows goals={goals} more={({ id }) => <GoalIdeaCount goalId={id} />} />}
    </Page>
  )
}
