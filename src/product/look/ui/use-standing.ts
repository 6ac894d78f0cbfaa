import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { planApi } from '#product/plan/plan-api.ts'
import type { Line } from '#product/result/line.ts'
import { line } from '#product/result/line.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import type { LookShown } from '../look-api.ts'
import { lookApi } from '../look-api.ts'
import { type LookTold, lookLines, type Watched } from '../look-lines.ts'

export interface Standing {
  told: LookTold
  /** Newest first. */
  looks: readonly LookShown[]
  watched: Watched
  worthHaving: number | null
}

/** How a running trial stands: what its newest look says. Undefined until it is known, and for one that does not run. */
export function useStanding(trial: TrialShown): Standing | undefined {
  const isRunning = trial.state === 'running'
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id }, { enabled: isRunning })
  const { data: looks } = useEndpoint(lookApi.list, { id: trial.id }, { enabled: isRunning })
  const body = plans?.at(-1)?.body
  if (!body || !looks) return undefined
  const { metric, design, stops, worthHaving, runsFor } = body
  const watched = { metric, design, stops }
  return { told: toldOf(looks[0], watched, runsFor), looks, watched, worthHaving }
}

function toldOf(newest: LookShown | undefined, watched: Watched, runsFor: number | null): LookTold {
  if (newest) return lookLines(newest, watched, newest.reachAtEnd)
  const sentence: Line = line(runsFor === null ? 'look.open' : 'look.nothing-yet')
  return { sentence, lead: [] }
}
