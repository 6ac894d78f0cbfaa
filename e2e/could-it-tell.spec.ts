import { expect, test } from 'vitest'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { aPanel } from '#product/outlook/testing/a-history.ts'
import { setUp } from './harness/set-up.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

/** Half a year of eight made-up shops in two regions. */
function sales(): Buffer {
  const scatter = { sites: 8, periods: 26, between: 20, within: 8, autocorrelation: 0.3, shared: 3 }
  const rows = aPanel(seededGenerator(4), scatter).flatMap((row, shop) =>
    row.map((value, week) => `Shop ${shop + 1},${week + 1},${value.toFixed(2)},${shop % 2 ? 'north' : 'south'}`),
  )
  return Buffer.from(['shop,week,sales,region', ...rows].join('\n'))
}

test('somebody asks what a trial could tell, and draws lots that others can check', async () => {
  const { page, expectCalm, expectAccessible } = await stage.browser.visitor()
  await setUp(page, stage.product)
  await page.goto(`${page.url()}/outlook`)
  await page.getByLabel('A shop').check()
  await page.setInputFiles('input[type=file]', { name: 'sales.csv', mimeType: 'text/csv', buffer: sales() })
  await page.getByRole('heading', { name: /In 8 weeks a trial here would see a change of/ }).waitFor()

  await page.getByLabel('The smallest change worth having').fill('12')
  await page.getByRole('heading', { name: /Yes, a trial here can tell/ }).waitFor()
  await expectAccessible()

  await page.getByLabel('The smallest change worth having').fill('4')
  await page.getByRole('heading', { name: 'What would help' }).waitFor()

  await page.getByRole('button', { name: 'Draw lots' }).click()
  await page.getByLabel('What the lots are for').fill('Scanner on the left: which shops')
  await page.getByLabel('In pairs').check()
  await page.getByText('Too few for any result').waitFor()
  await page.getByLabel('Within groups').check()
  await page.getByLabel('Group', { exact: true }).selectOption('region')
  await page.getByRole('button', { name: 'Freeze the list' }).click()
  await page.waitForURL(/\/draws\/[0-9a-f-]+$/)
  await page.getByLabel('Say any word').fill('six')
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await page.getByRole('heading', { name: 'Check it yourself' }).waitFor()
  expect(await page.getByRole('cell', { name: 'the change' }).count()).toBe(4)
  await expectAccessible()
  expectCalm()
})
