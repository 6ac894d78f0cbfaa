import { randomUUID } from 'node:crypto'
import type { TestPerson, TestWorkspace } from '#app/testing/open-test-server.ts'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { addSheet } from '#product/plan/testing/shop-trial.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { TrialId } from '#product/trial/trial.ts'

const before = 6

/** Twelve shops unless said otherwise, every second one with the change from week 7 on; more sold by `effect` there, and `harm` more complaints. */
export function salesSheet(from: number, to: number, { effect = 0, harm = 0, seed = 1, shops = 12 } = {}): string {
  const rows = Array.from({ length: shops }, (_, shop) => {
    // Of its own, so that a later sheet goes on where an earlier one ended.
    const generator = seededGenerator(100 * seed + shop)
    const level = 40 + generator.normal()
    return Array.from({ length: to }, (_, at) => {
      const week = at + 1
      const isOn = shop % 2 === 0 && week > before
      const sold = level + generator.normal() + (isOn ? effect : 0)
      const complaints = 5 + generator.normal() + (isOn ? harm : 0)
      return { week, row: `Shop ${shop + 1},${week},${shop % 2 === 0 ? 'yes' : 'no'},${sold},${complaints}` }
    })
  }).flat()
  return ['shop,week,new,sold,complaints', ...rows.filter(({ week }) => week >= from).map(({ row }) => row)].join('\n')
}

/** A trial of eight weeks that runs, with its history; `weeks` of outcomes have come. */
export async function aRunningTrial(
  workspace: TestWorkspace,
  owner: TestPerson,
  { weeks = 0, stops = {}, runsFor = 8, ...figures }: Figures = {},
): Promise<TrialId> {
  const ideaId = await anApprovedIdea(workspace, owner)
  const { body: trial } = await owner.post('/trials', { ideaId, door: 'plan-first' })
  const name = `Sold ${randomUUID().slice(0, 8)}`
  const { body: metric } = await owner.post('/metrics', { name, unit: 'boxes', better: 'higher', worthMinor: null })
  const draft = {
    ...{ question: 'Do we sell more with the new shelf?', metricId: metric.id, worthHaving: 1 },
    guardrails: [{ name: 'Complaints', column: 'complaints', better: 'lower', margin: 1 }],
    sheetId: await addSheet(owner, salesSheet(1, before, figures)),
    columns: { site: 'shop', period: 'week', value: 'sold', treated: { column: 'new', values: null } },
    ...{ since: String(before + 1), isRandomised: true, runsFor },
    stops: { harm: true, futility: true, success: false, looks: 'weekly', ...stops },
  }
  const saved = await owner.put(`/trials/${trial.id}/plan`, { ...draft, revision: 0 })
  const frozen = await owner.post(`/trials/${trial.id}/freezings`, { revision: saved.body.revision })
  if (frozen.status !== 200) throw new Error(JSON.stringify([saved.body, frozen.body]))
  await owner.post(`/trials/${trial.id}/moves`, { move: 'start' })
  if (weeks > 0) await bringOutcomes(owner, trial.id, weeks, figures)
  return trial.id
}

interface Figures {
  weeks?: number
  runsFor?: number | null
  stops?: object
  effect?: number
  harm?: number
  seed?: number
  shops?: number
}

/** The figures of the first `weeks` with the change. */
export async function bringOutcomes(
  owner: TestPerson,
  id: TrialId,
  weeks: number,
  figures: Figures = {},
): Promise<void> {
  const sheetId = await addSheet(owner, salesSheet(before + 1, before + weeks, figures))
  const answer = await owner.post(`/trials/${id}/sheets`, { sheetId })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
