import type { Plan } from '#product/plan/plan.ts'
import type { Question } from './result.ts'

/** What the words need beside the analysis, from the plan it was made by. */
export function questionOf({ body, isAfterData }: Pick<Plan, 'body' | 'isAfterData'>): Question {
  const { metric, worthHaving, isRandomised } = body
  const { name, unit, better } = metric
  const isShare = body.design === 'split' && body.metric.kind === 'proportion'
  return {
    metric: { name, unit, better },
    ...(isShare ? { isShare } : {}),
    ...{ worthHaving, planned: isAfterData ? 'after' : 'before', isRandomised },
    since: 'since' in body ? body.since : '',
  }
}
