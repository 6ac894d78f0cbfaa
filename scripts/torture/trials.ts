import { setTimeout as pause } from 'node:timers/promises'
import type { Act, Actor } from './act.ts'
import type { Caller } from './caller.ts'
import type { People } from './people.ts'
import type { Random } from './random.ts'

/** A trial that was measured and waits for its decision. */
export interface ReadyTrial {
  readonly id: string
  readonly owner: Caller
}

const choices = ['adopt', 'adopt', 'adapt', 'drop'] as const

/**
 * Carries one trial from the idea to its result: a look back on a small pasted sheet. Each step is a write of its own.
 * Null when a step was given up on the way.
 */
export async function planTrial(
  { perform }: Actor,
  people: People,
  newMark: () => string,
  random: Random,
): Promise<ReadyTrial | null> {
  const { at } = people
  const by = random.pick(people.members)
  const post = (act: Pick<Act, 'kind' | 'mark' | 'path' | 'body'> & Partial<Act>) =>
    perform({ by, method: 'POST', idOf: ({ id }) => id, ...act, path: `${at}${act.path}` })

  const mark = newMark()
  const idea = await post({ kind: 'idea', mark, path: '/ideas', body: { text: `Scanner on the left ${mark}` } })
  if (!idea) return null
  const yes = newMark()
  const approval = { move: 'approve', reason: `Easy to undo ${yes}` }
  const lead = random.pick(people.leads)
  if (!(await post({ kind: 'answer', mark: yes, by: lead, path: `/ideas/${idea.body.id}/moves`, body: approval })))
    return null

  const sheetMark = newMark()
  const table = shops(random.pick([-2, -2, 0, 2]), random)
  const sheet = await post({ kind: 'sheet', mark: sheetMark, path: `/sheets?name=${sheetMark}.csv`, body: table })
  const metricMark = newMark()
  const named = { name: `Waiting ${metricMark}`, unit: 'minutes', better: 'lower', worthMinor: null }
  const metric = await post({ kind: 'metric', mark: metricMark, path: '/metrics', body: named })
  // A trial holds no words of its own: it is found by its idea.
  const asked = { ideaId: idea.body.id, door: 'look-back' }
  const trial = await post({ kind: 'trial', mark: newMark(), path: '/trials', body: asked })
  if (!sheet || !metric || !trial) return null

  const planMark = newMark()
  const draft = draftOf(planMark, metric.body.id, sheet.body.id)
  const path = `/trials/${trial.body.id}`
  if (!(await saveDraft(by, `${at}${path}/plan`, draft))) return null
  const idOf = ({ plan }: { plan: { id: string } }) => plan.id
  const frozen = await post({ kind: 'plan', mark: planMark, path: `${path}/freezings`, body: { revision: 1 }, idOf })
  return frozen && { id: trial.body.id, owner: by }
}

/** Whether the job has measured the trial, now or within `withinMs`. */
export async function isMeasured({ id, owner }: ReadyTrial, { at }: People, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  for (;;) {
    const results = await owner.call({ method: 'GET', path: `${at}/trials/${id}/results` }).catch(() => null)
    if (results?.status === 200 && results.body.length > 0) return true
    if (performance.now() > end) return false
    await pause(50)
  }
}

/** Decides about a trial, now and then twice at the same moment; then takes a booked gain back, now and then. */
export async function decide(
  { perform }: Actor,
  trial: ReadyTrial,
  { at, owner, leads }: People,
  newMark: () => string,
  random: Random,
): Promise<void> {
  const isContested = random.chance(0.2)
  const take = (by: Caller) => {
    const mark = newMark()
    const choice = random.pick(choices)
    const adoption = choice === 'adopt' ? { sites: 4, fromOn: '2026-03-01', per: 'week' } : {}
    const body = { choice, reason: `Seen and weighed ${mark}`, ...adoption }
    const path = `${at}/trials/${trial.id}/decisions`
    return perform({
      kind: 'decision',
      mark,
      by,
      method: 'POST',
      path,
      body,
      idOf: ({ id }) => id,
      mayComeLate: isContested,
    })
  }
  const [first, second] = await Promise.all([take(trial.owner), isContested ? take(owner) : null])
  const decision = first ?? second
  if (decision?.body.choice !== 'adopt' || random.chance(0.3)) return
  const by = random.pick(leads)
  const ledger = await by.call({ method: 'GET', path: `${at}/gains` }).catch(() => null)
  const line = ledger?.body?.lines?.find((each: { trialId: string }) => each.trialId === trial.id)
  if (line?.outcome !== 'gain') return
  const mark = newMark()
  const path = `${at}/gains/${line.id}/reversals`
  await perform({
    kind: 'reversal',
    mark,
    by,
    method: 'POST',
    path,
    body: { reason: `It slipped ${mark}` },
    idOf: ({ id }) => id,
  })
}

/** A save is not a write of its own kind: what counts is the frozen plan. A second save of the same is refused, and fine. */
async function saveDraft(by: Caller, path: string, draft: object): Promise<boolean> {
  const end = performance.now() + 60_000
  while (performance.now() < end) {
    const saved = await by.call({ method: 'PUT', path, body: { ...draft, revision: 0 } }).catch(() => null)
    if (saved?.status === 200 || saved?.status === 409) return true
    await pause(100)
  }
  return false
}

function draftOf(mark: string, metricId: string, sheetId: string) {
  return {
    question: `Do customers wait less? ${mark}`,
    metricId,
    worthHaving: 1,
    guardrails: [],
    sheetId,
    columns: {
      site: 'shop',
      period: 'week',
      value: 'minutes',
      treated: { column: 'pilot', values: null },
      dateOrder: null,
      numberStyle: null,
    },
    since: '5',
    isRandomised: false,
  }
}

/** Ten shops, five of them pilots, waiting minutes over eight weeks; in the pilots they change by `effect` from week 5 on. */
function shops(effect: number, random: Random): string {
  const rows = Array.from({ length: 10 }, (_, shop) =>
    Array.from({ length: 8 }, (_, at) => {
      const isPilot = shop < 5
      const minutes = 10 + shop + random.share() + (isPilot && at >= 4 ? effect : 0)
      return `Shop ${shop},${at + 1},${minutes.toFixed(2)},${isPilot ? 'yes' : 'no'}\n`
    }).join(''),
  )
  return `shop,week,minutes,pilot\n${rows.join('')}`
}
