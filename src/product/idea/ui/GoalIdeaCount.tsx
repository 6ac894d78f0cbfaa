import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { ideaApi } from '../idea-api.ts'

/** How many ideas serve a goal, in words. All goals of a page share one question. */
export function GoalIdeaCount({ goalId }: { goalId: string }) {
  const { data } = useEndpoint(ideaApi.countByGoal, {})
  if (!data) return null
  const { ideas, adopted } = data.find((count) => count.goalId === goalId) ?? { ideas: 0, adopted: 0 }
  return t('idea.count-for-goal', { ideas, adopted })
}
