import { setTimeout as wait } from 'node:timers/promises'
import type { Benchmark, Figure } from './benchmark.ts'
import { inMs, inSeconds } from './benchmark.ts'
import { type ManyIdeas, openManyIdeas, uuid } from './many-ideas.ts'

const [metrics, sites, weeks, weeksBefore] = [20, 500, 104, 78]
const promisedMs = 2_000

/** A trial on the own measurements, as large as one is promised to be: from its history to its result page. */
export const trial: Benchmark = {
  name: 'trial',
  says: `a trial of ${sites} sites, ${weeks} weeks and ${metrics} measures: its history, its figures, its result and its page`,
  async run() {
    const many = await openManyIdeas()
    try {
      return await measure(many)
    } finally {
      await many.remove()
    }
  },
}

async function measure(many: ManyIdeas): Promise<Figure[]> {
  const ask = asker(many)
  const figures: Figure[] = []
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    const found = await work()
    figures.push({ what, measured: inSeconds(performance.now() - begun) })
    if (process.env['BENCH_SAY']) console.error(what, inSeconds(performance.now() - begun))
    return found
  }
  await fill(many, 0, weeksBefore)
  const [idea] = await many.product.asSuperuser(
    async (client) => (await client.query("select id from idea where state = 'approved' limit 1")).rows,
  )
  const { id } = await ask('POST', '/trials', { ideaId: idea.id, door: 'plan-first', design: 'pilot' })
  const history = await timed('writing the history', () => ask('POST', `/trials/${id}/histories`, asked()))
  const said = { ...history.body, question: 'Do shops sell more?', worthHaving: 1, runsFor: weeks - weeksBefore }
  const saved = await ask('PUT', `/trials/${id}/plan`, { ...said, revision: history.revision })
  await timed('freezing the plan', () => ask('POST', `/trials/${id}/freezings`, { revision: saved.revision }))
  await ask('POST', `/trials/${id}/moves`, { move: 'start' })
  await fill(many, weeksBefore, weeks)
  await timed('taking over the newest figures', () => ask('POST', `/trials/${id}/takeovers`))
  await timed('taking over again, nothing new', () => ask('POST', `/trials/${id}/takeovers`))
  for (const path of ['gaps', 'series'])
    await timed(`while it runs: /trials/…/${path}`, () => ask('GET', `/trials/${id}/${path}`))
  await ask('POST', `/trials/${id}/moves`, { move: 'end' })
  const result = await timed('from the end to the result, in the job', () => resultOf(ask, id))
  figures.push(...(await page(ask, id, result)))
  return figures
}

/** Everything that the page of a result asks for before anybody opens a fold. */
async function page(ask: Ask, id: string, result: string): Promise<Figure[]> {
  const paths = [
    ...['', '/results', '/decisions', '/plans', '/sheets', '/diary'].map((part) => `/trials/${id}${part}`),
    ...['', '/links'].map((part) => `/results/${result}${part}`),
  ]
  const short = (path: string) => path.replace(id, '…').replace(result, '…')
  const taken: Figure[] = []
  const begun = performance.now()
  for (const path of paths) {
    const start = performance.now()
    await ask('GET', path)
    taken.push({ what: `the page: ${short(path)}`, measured: inMs(performance.now() - start) })
  }
  const all = performance.now() - begun
  const start = performance.now()
  await ask('GET', `/results/${result}/rows`)
  return [
    ...taken,
    {
      what: 'the page in all, one request after the other',
      measured: inMs(all),
      promise: `at most ${promisedMs} ms`,
      isKept: all <= promisedMs,
    },
    { what: 'the figures behind it, when somebody opens them', measured: inMs(performance.now() - start) },
  ]
}

async function resultOf(ask: Ask, id: string): Promise<string> {
  for (let tries = 0; tries < 1200; tries++) {
    // While it measures it may say that it has enough to do.
    const [found] = await ask('GET', `/trials/${id}/results`).catch(() => [])
    if (found) return found.id
    await wait(250)
  }
  throw new Error('the trial was not measured')
}

// biome-ignore lint/suspicious/noExplicitAny: a measurement reads a few fields of many answers
type Ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<any>

/** Requests as the browser of the one who is signed in. */
function asker(many: ManyIdeas): Ask {
  const [, cookie = ''] = /cookie: (.*)\r/.exec(many.request('GET', '/')) ?? []
  const origin = `http://localhost:${many.product.port}`
  return async (method, path, body) => {
    const answer = await fetch(`${origin}/api/w/acme${path}`, {
      method,
      headers: { cookie, origin, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    const text = await answer.text()
    // It says so when it has enough to do, and a browser tries again.
    if (answer.status === 503) {
      await wait(500)
      return asker(many)(method, path, body)
    }
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`)
    return JSON.parse(text)
  }
}

function asked() {
  const siteIds = Array.from({ length: sites }, (_, at) => idOf(7000 + at))
  const metricIds = Array.from({ length: metrics }, (_, at) => idOf(6000 + at))
  return {
    revision: 0,
    metricId: metricIds[0],
    guardrails: metricIds.slice(1, 6).map((metricId) => ({ metricId, margin: 2 })),
    alsoIds: metricIds.slice(6),
    startsOn: mondayOf(weeksBefore),
    assignment: { by: 'sites', siteIds, treatedIds: siteIds.slice(0, sites / 2) },
  }
}

/** The Monday of a week; the last of all weeks is over. */
function mondayOf(week: number): string {
  const today = Math.floor(Date.now() / 86_400_000)
  const monday = today - ((today + 3) % 7)
  return new Date((monday - 7 * (weeks - week)) * 86_400_000).toISOString().slice(0, 10)
}

/** The id that `uuid` makes in SQL. */
function idOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}

async function fill({ product }: ManyIdeas, from: number, to: number): Promise<void> {
  await product.asSuperuser(async (client) => {
    const one = (sql: string) => client.query(sql)
    await one('begin')
    await one('set local session_replication_role = replica')
    if (from === 0) {
      await one(`
        insert into metric (workspace_id, id, name, unit, better, kind, every, created_at)
        select ${uuid('1')}, ${uuid('6000 + n')}, 'Metric ' || n, 'pieces', 'higher', 'mean', 'week', now()
        from generate_series(0, ${metrics - 1}) n`)
      await one(`
        insert into site (workspace_id, id, name, key, kind, created_at)
        select ${uuid('1')}, ${uuid('7000 + n')}, 'Site ' || n, 'site ' || n, 'shop', now()
        from generate_series(0, ${sites - 1}) n`)
      await one(`
        insert into measurement_import (workspace_id, id, metric_id, source, by_id, at)
        select ${uuid('1')}, ${uuid('8000 + n')}, ${uuid('6000 + n')}, 'key', ${uuid('3000')}, now()
        from generate_series(0, ${metrics - 1}) n`)
    }
    await one(`select setseed(0.5)`)
    await one(`
      insert into measurement (workspace_id, metric_id, site_id, "on", value, import_id)
      select ${uuid('1')}, ${uuid('6000 + m')}, ${uuid('7000 + s')}, date '${mondayOf(0)}' + 7 * w,
        round((50 + s % 17 + 4 * random() + case when m = 0 and s < ${sites / 2} and w >= ${weeksBefore} then 2 else 0 end)::numeric, 2),
        ${uuid('8000 + m')}
      from generate_series(${from}, ${to - 1}) w, generate_series(0, ${sites - 1}) s, generate_series(0, ${metrics - 1}) m`)
    await one('commit')
    await one('vacuum analyze measurement')
    await one('checkpoint')
  })
}
