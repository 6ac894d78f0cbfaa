import { Empty } from '#design/Empty.tsx'
import { Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page, State } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { goalApi } from '#product/goal/goal-api.ts'
import { EditGoal } from '#product/goal/ui/EditGoal.tsx'
import { GoalBadge } from '#product/goal/ui/GoalBadge.tsx'
import { GoalSpan } from '#product/goal/ui/GoalSpan.tsx'
import { filterIn } from '#product/idea/ui/filter-in.ts'
import { GoalIdeaCount } from '#product/idea/ui/GoalIdeaCount.tsx'
import { IdeaList } from '#product/idea/ui/IdeaList.tsx'
import { WriteIdea } from '#product/idea/ui/WriteIdea.tsx'
import { FailurePage } from './FailurePage.tsx'

/** One goal: which number, by when, why, who answers for it, and the ideas that serve it. */
export function GoalPage({ id }: { id: string }) {
  const { data: goal, error } = useEndpoint(goalApi.find, { id })
  const addressOf = useAddress()
  const [query] = useQueryText()
  if (error) return <FailurePage error={error} />
  if (!goal) return <Loading />
  return (
    <Page
      crumbs={[{ label: t('frame.goals'), href: addressOf('/goals') }, { label: t('goal.this') }]}
      tabTitle={goal.title}
      sentence={goal.title}
      lead={<GoalSpan goal={goal} />}
      state={
        <State badge={<GoalBadge goal={goal} />}>
          {t('goal.owned-by', { name: goal.ownerName })} <GoalIdeaCount goalId={id} />
        </State>
      }
      actions={<EditGoal goal={goal} />}
    >
      <Section title={t('goal.why')}>
        <p>{goal.why}</p>
      </Section>
      <Section title={t('goal.ideas')}>
        <Stack gap="3">
          <WriteIdea goalId={id} label={t('idea.capture-for-goal')} />
          <IdeaList
            filter={{ ...filterIn(query), goal: id }}
            empty={<Empty title={t('goal.no-ideas')}>{t('goal.no-ideas-help')}</Empty>}
          />
        </Stack>
      </Section>
    </Page>
  )
}
