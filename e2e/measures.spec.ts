import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite, join as joinWorkspace, setUp } from './harness/set-up.ts'
import { goTo } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()
const dayMs = 86_400_000

/** The days before today, from the earliest, as the shops write them. */
const days = Array.from({ length: 20 }, (_, at) => new Date(Date.now() - (20 - at) * dayMs).toISOString().slice(0, 10))
const salesOn = (at: number, shop: number) => 40 + shop * 5 + ((at * 7 + shop * 3) % 9)

let folder: string
let table: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-measures-'))
  table = join(folder, 'sales.csv')
  const rows = ['Harbour', 'Market', 'Station'].flatMap((shop, place) =>
    days.map((day, at) => `${shop};${day};${salesOn(at, place)}`),
  )
  // A slip of the pen, which somebody will see and mend.
  const slipped = rows.map((row) => (row.startsWith(`Market;${days[18]}`) ? `Market;${days[18]};470` : row))
  await writeFile(table, ['shop;day;sandwiches', ...slipped].join('\n'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a shop lead names three shops and a measure, brings a table, corrects a figure; a colleague enters today on a phone', async () => {
  const lead = await stage.browser.visitor()
  const { page } = lead
  await setUp(page, stage.product, { place: 'Corner Bakeries' })

  await goTo(page, 'Measures')
  await page.getByRole('link', { name: 'Sites' }).click()
  await page.getByText('No sites yet').waitFor()
  await lead.expectAccessible()
  await page.getByRole('button', { name: 'Add sites' }).click()
  await page.getByLabel('Names, one a line').fill('Harbour\nMarket\nStation')
  await page.getByRole('button', { name: 'Add 3 sites' }).click()
  await page.getByRole('row', { name: /Harbour/ }).waitFor()
  await lead.expectAccessible()

  await page.getByRole('link', { name: 'Measures', exact: true }).last().click()
  await page.getByText('Nothing is measured yet').waitFor()
  await page.getByRole('button', { name: 'Add a measure' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is counted').fill('Sandwiches sold')
  await dialog.getByLabel('In which unit').fill('sandwiches')
  await dialog.getByRole('radio', { name: 'Higher is better' }).check()
  await dialog.getByLabel('One figure for each').selectOption({ label: 'day' })
  await dialog
    .getByLabel(/What counts, and what does not/)
    .fill('Sold over the counter, read from the till at closing time.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sandwiches sold' }).waitFor()

  // The table says what it would do before it does anything.
  await page.getByRole('link', { name: 'Import a table' }).click()
  await page.locator('input[type=file]').setInputFiles(table)
  await page.getByText('60 rows about 3 sites').waitFor()
  await page.getByText(/One figure is far from what its site usually has, the first 470/).waitFor()
  await lead.expectAccessible()
  await page.getByRole('button', { name: 'Import 60 figures' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sandwiches sold' }).waitFor()
  await page
    .getByRole('row', { name: /Market.*470/ })
    .first()
    .waitFor()
  await page.getByText('60 added, 0 unchanged, 0 corrected, 0 refused.').first().waitFor()
  await lead.expectAccessible()

  // The same table again changes nothing.
  await page.getByRole('link', { name: 'Import a table' }).click()
  await page.locator('input[type=file]').setInputFiles(table)
  await page.getByText('there already, the same').waitFor()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('0 added, 60 unchanged, 0 corrected, 0 refused.').first().waitFor()

  // The slip is corrected, and what it was stays.
  await page.getByRole('link', { name: 'Enter a figure' }).click()
  await page.getByLabel('Where', { exact: true }).selectOption({ label: 'Market' })
  await page.getByLabel('When', { exact: true }).selectOption(days[18] ?? '')
  await page.getByText('There now: 470.').waitFor()
  await page.getByLabel('sandwiches').fill('47')
  await page.keyboard.press('Enter')
  await page.getByText('Saved: 47 for').first().waitFor()
  await goTo(page, 'Measures')
  await page.getByRole('link', { name: 'Sandwiches sold' }).click()
  const corrections = page.getByRole('region', { name: 'Corrections' })
  await corrections.getByRole('row', { name: /Market.*470.*47/ }).waitFor()
  await lead.expectAccessible()

  // Today's number, on a phone.
  const colleague = await stage.browser.visitor()
  const phone = colleague.page
  await joinWorkspace(phone, await invite(page, 'Member'), 'Ada Petersen', 'ada@example.org')
  await phone.setViewportSize({ width: 390, height: 844 })
  await phone.getByRole('navigation', { name: 'Main, phone' }).getByRole('link', { name: 'Measures' }).click()
  await phone.getByRole('link', { name: 'Enter' }).click()
  await phone.getByText(/^Before: /).waitFor()
  const box = phone.getByLabel('sandwiches')
  expect(await box.getAttribute('inputmode')).toBe('decimal')
  await box.fill('4.4')
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await phone.getByText(/4.4 is about a tenth of what it usually is here/).waitFor()
  await colleague.expectAccessible()
  await box.fill('44')
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await phone.getByText('Saved: 44 for').first().waitFor()
  await phone.getByText('There now: 44.').waitFor()

  // Without a connection the figure waits in the browser, and goes out when there is one.
  await phone.getByRole('button', { name: 'Next: Market' }).click()
  await phone.getByText(/^Before: /).waitFor()
  await colleague.context.setOffline(true)
  await phone.getByLabel('sandwiches').fill('46')
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await phone.getByRole('button', { name: 'Keep it here' }).click()
  await phone.getByText('One figure waits in this browser').waitFor()
  await colleague.context.setOffline(false)
  await phone.getByText('One figure waits in this browser').waitFor({ state: 'detached' })
  await phone.getByText('There now: 46.').waitFor()

  lead.expectCalm()
})
