import { randomUUID } from 'node:crypto'
import type { TestPerson, TestServer, TestWorkspace } from '#app/testing/open-test-server.ts'
import type { Panel } from '#lib/stats/pilot/panel.ts'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { addSheet } from '#product/plan/testing/shop-trial.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { ResultId } from '../result.ts'
import { measureEndedTrial } from '../result-jobs.ts'
import { aPanel } from './an-analysis.ts'

export interface MeasuredTrial {
  trialId: TrialId
  ideaId: IdeaId
  metricId: MetricId
  resultId: ResultId
}

interface Made {
  panel?: Panel
  better?: 'higher' | 'lower'
  worthMinor?: string | null
  /** Of another trial: then the two measure the same. */
  metricId?: MetricId
  ideaId?: IdeaId
  /** A sheet that is there already; without, each trial has figures of its own. */
  sheet?: string
  /** The column with the figure, and the first period with the change. */
  column?: string
  since?: string
  guardrail?: { name: string; panel: Panel; better: 'higher' | 'lower'; margin: number }
  forecasts?: { personId: PersonId; low: number; high: number }[]
}

/** Sites and weeks as a person would paste them. */
export function sheetOf({ sites }: Panel, guardrail?: Panel): string {
  const rows = sites.flatMap(({ name, treated, values }, at) =>
    values.map((value, week) => {
      const other = guardrail ? `,${guardrail.sites[at]?.values[week] ?? ''}` : ''
      return `${name},${week + 1},${treated ? 'yes' : 'no'},${value ?? ''}${other}`
    }),
  )
  return `site,week,changed,value${guardrail ? ',guarded' : ''}\n${rows.join('\n')}\n`
}

/** The same, and like no other: two trials on one sheet count the same figures. */
function ownSheet(panel: Panel, guardrail?: Panel): string {
  const [head = '', ...rows] = sheetOf(panel, guardrail).trimEnd().split('\n')
  const mark = randomUUID()
  return `${head},mark\n${rows.map((row) => `${row},${mark}\n`).join('')}`
}

/** A look back by `owner`, from the idea to its result, all through the API but for the job, which is run by hand. */
export async function aMeasuredTrial(
  server: TestServer,
  workspace: TestWorkspace,
  owner: TestPerson,
  { panel = aPanel({ effect: 3 }), better = 'higher', worthMinor = null, guardrail, ...given }: Made = {},
): Promise<MeasuredTrial> {
  const ideaId = given.ideaId ?? (await anApprovedIdea(workspace, owner))
  const metricId =
    given.metricId ?? (await metricOf(worthMinor === null ? owner : await workspace.add('admin'), better, worthMinor))
  const { body: trial } = await owner.post('/trials', { ideaId, door: 'look-back' })
  const sheetId = await addSheet(owner, given.sheet ?? ownSheet(panel, guardrail?.panel), 'sales.csv')
  const draft = {
    question: 'Do the sites with the change sell more?',
    metricId,
    worthHaving: null,
    guardrails: guardrail
      ? [{ name: guardrail.name, column: 'guarded', better: guardrail.better, margin: guardrail.margin }]
      : [],
    sheetId,
    columns: {
      site: 'site',
      period: 'week',
      value: given.column ?? 'value',
      treated: { column: 'changed', values: null },
      dateOrder: null,
      numberStyle: null,
    },
    since: given.since ?? String(panel.since + 1),
    isRandomised: false,
    forecasts: given.forecasts ?? [],
  }
  const saved = await owner.put(`/trials/${trial.id}/plan`, { ...draft, revision: 0 })
  const frozen = await owner.post(`/trials/${trial.id}/freezings`, { revision: saved.body.revision })
  if (frozen.status !== 200) throw new Error(JSON.stringify([saved.body, frozen.body]))
  await runMeasureJob(server, workspace, { id: trial.id })
  const { body: results } = await owner.get(`/trials/${trial.id}/results`)
  return { trialId: trial.id, ideaId, metricId, resultId: results[0].id }
}

export function runMeasureJob(
  server: TestServer,
  workspace: TestWorkspace,
  payload: Record<string, string>,
): Promise<void> {
  return runJob(measureEndedTrial, { workspaceId: workspace.id, payload }, server.database.doors, openLog('silent'))
}

async function metricOf(owner: TestPerson, better: 'higher' | 'lower', worthMinor: string | null): Promise<MetricId> {
  const name = `Sales ${randomUUID().slice(0, 8)}`
  const answer = await owner.post('/metrics', { name, unit: 'boxes', better, worthMinor })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body.id
}
