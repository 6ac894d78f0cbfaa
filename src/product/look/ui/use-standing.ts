import { formatDay } from '#platform/anywhere/format.ts'
import { useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { addPeriods } from '#product/measurement/period.ts'
import type { Metric } from '#product/metric/metric.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { planApi } from '#product/plan/plan-api.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import type { Line } from '#product/result/line.ts'
import { line } from '#product/result/line.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import type { LookShown } from '../look-api.ts'
import { lookApi } from '../look-api.ts'
import { type LookTold, lookLines, nextLine, type Watched } from '../look-lines.ts'

export interface Standing {
  told: LookTold
  /** What happens next, and who does it. */
  next: Line
  /** Newest first. */
  looks: readonly LookShown[]
  watched: Watched
  worthHaving: number | null
}

/** How a running trial stands: what its newest look says. Undefined until it is known, and for one that does not run. */
export function useStanding(trial: TrialShown): Standing | undefined {
  const language = useLanguage()
  const isRunning = trial.state === 'running'
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id }, { enabled: isRunning })
  const { data: looks } = useEndpoint(lookApi.list, { id: trial.id }, { enabled: isRunning })
  const { data: metrics } = useEndpoint(metricApi.list, {}, { enabled: isRunning })
  const body = plans?.at(-1)?.body
  if (!body || !looks) return undefined
  const { metric, design, stops, worthHaving, runsFor, measured } = body
  const watched = { metric, design, stops, units: unitsOf(body, metrics ?? []) }
  const over = measured && runsFor !== null ? addPeriods(measured.outcomesOn, measured.every, runsFor) : null
  const answerOn = over && formatDay(over, language)
  const next = nextLine(looks[0], { runsFor, design, owner: trial.ownerName, answerOn })
  return { told: toldOf(looks[0], watched, runsFor), next, looks, watched, worthHaving }
}

/** A guardrail that is measured here has the unit of its measure; a column of a table has none. */
function unitsOf({ guardrails, measured }: PlanBody, metrics: readonly Metric[]): Map<string, string> {
  return new Map(
    guardrails.flatMap(({ name, column }) => {
      const metricId = measured?.metrics.find((each) => each.column === column)?.metricId
      const unit = metrics.find(({ id }) => id === metricId)?.unit
      return unit === undefined ? [] : [[name, unit] as const]
    }),
  )
}

function toldOf(newest: LookShown | undefined, watched: Watched, runsFor: number | null): LookTold {
  if (newest) return lookLines(newest, watched, newest.reachAtEnd)
  const sentence: Line = line(runsFor === null ? 'look.open' : 'look.nothing-yet')
  return { sentence, lead: [] }
}
