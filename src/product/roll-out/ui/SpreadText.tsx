import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { sidedOf, sidedRangeOf } from '#product/result/line.ts'
import { useLines } from '#product/result/ui/use-lines.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { rollOutApi } from '../roll-out-api.ts'

/** What the change does as it spreads, or what is missing to tell. */
export function SpreadText({ trial, body: { metric } }: { trial: TrialShown; body: PlanBody }) {
  const { tell } = useLines()
  const { data: effect } = useEndpoint(rollOutApi.effect, { id: trial.id })
  if (!effect) return null
  const { estimate, low, high, live, waiting, reason } = effect
  if (estimate === null) return <p className="small quiet">{t(`roll-out.effect.${reason ?? 'no-answer'}`)}</p>
  const figures = { estimate, low, high }
  const size = tell(sidedOf(figures, metric.unit)(estimate))
  if (low === null || high === null) return <p>{t('roll-out.effect-bare', { size })}</p>
  return <p>{t('roll-out.effect', { size, range: tell(sidedRangeOf(figures, '')(low, high)), live, waiting })}</p>
}
