import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import { goTo, reference } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

/** Brings figures as a program would: the forms for that have stories of their own. @returns what was answered. */
async function post(page: Page, path: string, body: unknown): Promise<{ id: string } & Record<string, unknown>[]> {
  const at = page.url().replace(/\/w\/([^/?#]+).*/, '/api/w/$1')
  return page.evaluate(
    async ([url, json]) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(url, { method: 'POST', headers, body: json })
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    },
    [at + path, JSON.stringify(body)] as const,
  )
}

test('infections of a hospital: limits are frozen, the change is recorded and explained, and the chart starts an idea', async () => {
  const owner = await stage.browser.visitor({ mayFail: /401|404/ })
  const { page } = owner
  await setUp(page, stage.product)

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
  await page.getByRole('link', { name: 'Start an idea from this' }).click()
  const box = page.getByPlaceholder('What one small thing would you change?')
  await box.waitFor()
  expect(await box.inputValue()).toMatch(
    /^Infections, Annexe: nothing but the usual variation.*\/measures\/.*\/chart\?site=.*My idea: $/,
  )

  // Everything that is measured at one site.
  await page.goBack()
  await page.getByRole('link', { name: 'Everything measured at Annexe' }).click()
  await page.getByRole('heading', { level: 1, name: /^Annexe: nothing got worse/ }).waitFor()
  await owner.expectAccessible()
  owner.expectCalm()
})
