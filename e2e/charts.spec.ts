import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Visitor } from './harness/open-browser.ts'
import { setUp } from './harness/set-up.ts'
import { goTo, justTryIt, patienceMs, reference } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

let owner: Visitor
beforeAll(async () => {
  owner = await stage.browser.visitor({ mayFail: /401|404/ })
  await setUp(owner.page, stage.product)
})

/** Brings figures as a program would: the forms for that have stories of their own. @returns what was answered. */
async function post(
  page: Page,
  path: string,
  body: unknown,
  method = 'POST',
): Promise<{ id: string; revision: number; body: object } & { id: string }[]> {
  const at = page.url().replace(/\/w\/([^/?#]+).*/, '/api/w/$1')
  return page.evaluate(
    async ([url, json, verb]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(url, { method: verb, headers, body: json })
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [at + path, JSON.stringify(body), method] as const,
  )
}

test('infections of a hospital: limits are frozen, the change is recorded and explained, and the chart starts an idea', async () => {
  const { page } = owner

  // The published months of qicharts2, and two wards where nothing happens.
  const months = (await readFile(reference('spc-qicharts2/cdi.csv'), 'utf8')).trim().split('\n').slice(1)
  const figures = months
    .map((row) => row.split(','))
    .map(([on = '', n, days]) => ({ on, n: Number(n), days: Number(days) }))
  await post(page, '/sites', { sites: ['General', 'Annexe', 'South'].map((name) => ({ name, kind: 'ward' })) })
  const named = { name: 'Infections', unit: 'in 10,000 days', better: 'lower', worthMinor: null }
  const metric = await post(page, '/metrics', { ...named, kind: 'rate', every: 'month' })
  const rows = figures.flatMap(({ on, n, days }, at) => [
    { site: 'General', period: on.slice(0, 7), value: n, denominator: days / 10_000 },
    { site: 'South', period: on.slice(0, 7), value: 10 + ((at * 3) % 5), denominator: 1.1 },
    { site: 'Annexe', period: on.slice(0, 7), value: 8 + (at % 4), denominator: 0.8 },
  ])
  await post(page, '/measurements', { metricId: metric.id, rows })

  // The wall says where it stands, and which site to look at.
  await goTo(page, 'Measures')
  await page.getByRole('link', { name: 'Infections' }).first().click()
  await page.getByRole('link', { name: 'Control charts' }).first().click()
  await page.getByRole('heading', { level: 1, name: /Infections: no site got worse, 1 got better/ }).waitFor()
  expect(await page.getByRole('img', { name: /^(General|Annexe|South): / }).count()).toBe(3)
  await page.getByRole('img', { name: /^Funnel plot of 3 sites/ }).waitFor()
  await owner.expectAccessible()
  await page.getByRole('link', { name: /General/ }).click()

  // One chart: the sentence first, then the picture, then every mark with its reason.
  const sentence = page.getByRole('heading', { level: 1, name: /Infections, General: .*changed for the better/ })
  await sentence.waitFor()
  await page.getByRole('button', { name: 'Freeze limits' }).click()
  const freeze = page.getByRole('dialog')
  await freeze.getByLabel('From').selectOption({ label: 'November 2012' })
  await freeze.getByLabel('To', { exact: true }).selectOption({ label: 'October 2014' })
  await freeze.getByLabel('Why this stretch?').fill('Two years before the new cleaning plan.')
  await freeze.getByRole('button', { name: 'Save' }).click()
  await freeze.waitFor({ state: 'detached' })
  await page.getByText('Limits learnt from 24 figures, November 2012 to October 2014.').waitFor()

  await page.getByRole('button', { name: 'Record a change' }).click()
  const change = page.getByRole('dialog')
  await change.getByLabel('What is done differently?').fill('New cleaning plan')
  await change.getByLabel('Since when?').fill('2014-11-01')
  await change.getByRole('button', { name: 'Save' }).click()
  await change.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: 'New cleaning plan' }).first().waitFor()

  const last = page.locator('.marks > li').last()
  await last.getByText(/New cleaning plan/).waitFor()
  await last.getByText(/months in a row below the usual/).waitFor()
  await owner.expectAccessible()

  // Other rules are a look for oneself; the numbers stand behind the picture.
  await page.getByLabel('Rules').selectOption({ label: 'Anhøj: runs only' })
  await page.getByText('Everybody else sees: NHS').waitFor()
  expect(page.url()).toContain('rules=anhoej')
  await page.getByText('An unusually long run: 15 months in a row below the usual').first().waitFor()
  await page.getByText('Show the numbers').click()
  await page.getByRole('row', { name: /November 2012/ }).waitFor()

  // Another site, then an idea from what was seen.
  await page.getByLabel('Site').selectOption({ label: 'Annexe' })
  await page.getByRole('heading', { level: 1, name: /Infections, Annexe: nothing but the usual variation/ }).waitFor()
  await page.getByRole('button', { name: 'Start an idea from this' }).click()
  const box = page.getByRole('dialog')
  await box.getByText(/with the way back: “Infections, Annexe: nothing but the usual variation/).waitFor()
  await box.getByLabel(/What one small thing/).fill('Clean the handles at noon too.')
  await box.getByRole('button', { name: 'Write it down' }).click()
  await page.getByRole('heading', { level: 1, name: 'Clean the handles at noon too' }).waitFor()
  await page.getByText(/Infections, Annexe: nothing but the usual variation.*\/measures\/.*\/chart\?site=/).waitFor()

  // Everything that is measured at one site.
  await page.goBack()
  await page.getByRole('link', { name: 'Everything measured at Annexe' }).click()
  await page.getByRole('heading', { level: 1, name: /^Annexe: nothing got worse/ }).waitFor()
  await owner.expectAccessible()
  owner.expectCalm()
})

/** Days from today on, or before it. */
const dayAt = (at: number) => new Date(Date.now() + at * 86_400_000).toISOString().slice(0, 10)

test('falls on a ward are rare: their gaps are drawn; a trial that begins there knows measure and ward, and is drawn in', async () => {
  const { page } = owner
  const wards = await post(page, '/sites', { sites: [{ name: 'Ward 7', kind: 'ward' }] })
  const named = { name: 'Falls', unit: 'falls', better: 'lower', worthMinor: null }
  const metric = await post(page, '/metrics', { ...named, kind: 'mean', every: 'day' })
  const falls = new Set([4, 15, 22, 35, 41, 55, 63, 77, 83, 94, 106, 113, 127, 133, 144, 156, 163, 177, 183, 194])
  const rows = Array.from({ length: 200 }, (_, at) => ({
    ...{ site: 'Ward 7', period: dayAt(at - 200), value: falls.has(at) ? 1 : 0 },
  }))
  await post(page, '/measurements', { metricId: metric.id, rows })

  const address = page.url().replace(/(\/w\/[^/?#]+).*/, `$1/measures/${metric.id}/chart?site=${wards[0]?.id}`)
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: /^Falls, Ward 7: .* days between two\.$/ }).waitFor()
  await page.getByText(/^Rare events: how long between two \(t\); .*Most periods have no event at all/).waitFor()
  await owner.expectAccessible()
  await page.getByRole('button', { name: 'How it is drawn' }).click()
  await page.getByLabel('Chart', { exact: true }).selectOption({ label: 'Rare events: how long between two (t)' })
  await page.getByText(/each dot is one event/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()

  // Nothing is approved yet, so the trial begins with an idea; it takes along what it is about.
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Write an idea' }).click()
  await page.getByLabel(/What one small thing/).fill('Leave a light on in the bathroom.')
  await page.getByRole('dialog').getByRole('button', { name: 'Write it down' }).click()
  await justTryIt(page)
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)
  await expect.poll(() => page.getByLabel('Which measure?').inputValue(), { timeout: patienceMs }).toBe(metric.id)
  await page.getByRole('checkbox', { name: 'Ward 7' }).first().waitFor()
  expect(await page.getByRole('checkbox', { name: 'Ward 7' }).first().isChecked()).toBe(true)

  // From then on the way is the same from the chart itself.
  await page.goto(address)
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.getByLabel('What shall be tried?').waitFor()
  await page.getByRole('button', { name: 'Begin the plan' }).click()
  await page.waitForURL(/\/plan$/)
  await expect.poll(() => page.getByLabel('Which measure?').inputValue(), { timeout: patienceMs }).toBe(metric.id)
  const trial = `/trials/${/trials\/([^/]+)/.exec(page.url())?.[1]}`

  // Somebody else finishes the plan and starts it; the next fall comes with it.
  await page.goto(address)
  await post(page, trial, { design: 'before-after' }, 'PATCH')
  const siteIds = wards.map(({ id }) => id)
  const asked = { metricId: metric.id, startsOn: dayAt(0), assignment: { by: 'all', siteIds } }
  const draft = await post(page, `${trial}/histories`, { revision: 1, ...asked })
  const whole = { ...draft.body, question: 'Do fewer people fall when there is light?', worthHaving: 0.01, runsFor: 60 }
  const { revision } = await post(page, `${trial}/plan`, { ...whole, revision: draft.revision }, 'PUT')
  await post(page, `${trial}/freezings`, { revision })
  await post(page, `${trial}/moves`, { move: 'start' })
  await post(page, '/measurements', { metricId: metric.id, rows: [{ site: 'Ward 7', period: dayAt(0), value: 1 }] })
  await page.reload()
  await page.getByText('Trial: Leave a light on in the bathroom').first().waitFor()
  await page.getByText('Show the numbers').click()
  await page.getByRole('cell', { name: 'Trial: Leave a light on in the bathroom' }).waitFor()
  await owner.expectAccessible()
  await page.getByRole('link', { name: 'Leave a light on in the bathroom' }).click()
  await page.waitForURL((url) => url.pathname.endsWith(trial))
  owner.expectCalm()
})
