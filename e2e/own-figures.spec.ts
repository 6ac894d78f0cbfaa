import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import { decide, freeze, goTo, justTryIt, patienceMs, readResult, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()
const dayMs = 86_400_000
const shops = ['Altona', 'Barmbek', 'Central', 'Dammtor', 'Eimsbuettel', 'Fuhlsbuettel', 'Grindel', 'Hafen']

/** Days from today on, or before it. */
const dayAt = (at: number) => new Date(Date.now() + at * dayMs).toISOString().slice(0, 10)

/** What a till sends by the API, as the person whose page it is. */
async function send(page: Page, path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  return page.evaluate(
    async ([address, text]) => {
      const slug = /\/w\/([^/]+)/.exec(location.pathname)?.[1] ?? ''
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      const answer = await fetch(`/api/w/${slug}${address}`, { method: 'POST', headers, body: text ?? '' })
      return { status: answer.status, body: await answer.json() }
    },
    [path, JSON.stringify(body)],
  )
}

test('a shop lead plans a pilot on figures that are measured anyway, draws lots, looks while they come in, and decides', async () => {
  const lead = await stage.browser.visitor()
  const { page } = lead
  await setUp(page, stage.product, { place: 'Corner Bakeries' })

  // Six weeks of figures are there already, as in any shop with a till.
  const sites = await send(page, '/sites', { sites: shops.map((name) => ({ name, kind: 'shop' })) })
  expect(sites.status).toBe(200)
  const named = { unit: '€', better: 'higher', worthMinor: '100', every: 'day' }
  const sales = (await send(page, '/metrics', { name: 'Bread sold', ...named })).body as { id: string }
  const waste = { name: 'Bread thrown away', unit: 'kg', better: 'lower', worthMinor: null, every: 'day' }
  const thrown = (await send(page, '/metrics', waste)).body as { id: string }
  const bring = async (from: number, to: number) => {
    for (const [metric, least] of [
      [sales, 200],
      [thrown, 6],
    ] as const) {
      const rows = shops.flatMap((site, shop) =>
        Array.from({ length: to - from }, (_, at) => ({
          site,
          period: dayAt(from + at),
          value: least + shop + ((at * 7 + shop * 5) % 13) / (least > 100 ? 1 : 10),
        })),
      )
      expect((await send(page, '/measurements', { metricId: metric.id, rows })).status).toBe(200)
    }
  }
  await bring(-42, 0)

  await writeIdea(page, 'Put the bread of the morning in the window.')
  await justTryIt(page)
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)
  await page.getByLabel('Question', { exact: true }).fill('Do shops sell more bread when it lies in the window?')
  await page.getByLabel('Which measure?').selectOption({ label: 'Bread sold' })
  await page.getByLabel(/^Worth having/).fill('5')

  // Where and when; whether it can tell anything stands there at once.
  await page.getByRole('radio', { name: 'What we measure here' }).check()
  await page.getByRole('button', { name: 'Take these 8' }).click()
  await page.getByRole('heading', { name: 'Can it tell?' }).waitFor()
  await page.getByText('Why, what would help, and what being wrong costs').waitFor({ timeout: patienceMs })
  await page.getByLabel('First day with the change').fill(dayAt(0))
  await page.getByRole('button', { name: 'Add what must not get worse' }).click()
  await page.getByLabel(/^Worse by this much at most/).fill('2')

  // Lots are drawn on this page, and whoever doubts them can draw again.
  await page.getByRole('button', { name: 'Draw lots' }).click()
  await page.getByRole('button', { name: 'Freeze the list and the way' }).click({ timeout: patienceMs })
  await page.getByLabel(/^Say any word/).fill('rye')
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByText(/^The lots are drawn/).waitFor({ timeout: patienceMs })
  await page.getByRole('button', { name: 'Write down the history' }).click()
  await page.getByText(/8 sites, 2 measures/).waitFor({ timeout: patienceMs })
  await page.getByLabel(/^Periods it runs/).fill('1')
  await page.getByRole('button', { name: 'Add what somebody expects' }).click()
  await page.getByLabel('At least').fill('0')
  await page.getByLabel('At most', { exact: true }).fill('10')
  await lead.expectAccessible()
  await page.setViewportSize({ width: 390, height: 844 })
  await lead.expectAccessible()
  await page.setViewportSize({ width: 1280, height: 900 })
  await freeze(page, 'Freeze the plan')

  // The plan is there for everybody, with who expects what.
  await page.getByRole('button', { name: 'Start the trial' }).click({ timeout: patienceMs })
  await page.getByRole('dialog').getByRole('button', { name: 'Start the trial' }).click()
  await page.getByText(/0 to 10\s€ better/).waitFor({ timeout: patienceMs })
  await page.goto(`${page.url().replace(/\/plan$/, '')}/plan`)
  await page.getByRole('heading', { name: 'What is still missing' }).waitFor()
  await lead.expectAccessible()

  // How it stands says the same, and asks for no file: what is measured here comes in by itself, or at once.
  await page.getByRole('link', { name: 'How it stands' }).click()
  await page.getByText(/Next: one more period until the answer/).waitFor({ timeout: patienceMs })
  await page.getByRole('heading', { name: 'What is still missing' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Add outcomes' }).count()).toBe(0)
  await bring(0, 1)
  await page.getByRole('button', { name: 'Take over the newest figures' }).click()
  await page.getByText(/^The newest figures came in/).waitFor({ timeout: patienceMs })
  await page.getByText(/Next: .* ends it, and it is measured/).waitFor({ timeout: patienceMs })
  await page.getByRole('button', { name: 'End and measure' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'End and measure' }).click()
  const { sentence } = await readResult(page)
  expect(sentence).not.toBe('')
  await lead.expectAccessible()
  await decide(page, 'Drop', 'One day shows nothing. We learned how to ask.')
  await goTo(page, 'Trials')
  await page.getByText('Put the bread of the morning in the window').first().waitFor()
})
