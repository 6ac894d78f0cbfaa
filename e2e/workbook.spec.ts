import { test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import { justTryIt, reference, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('a workbook is read like a CSV file: its tabs can be chosen, and a column for each week becomes rows', async () => {
  const { page, expectCalm, expectAccessible } = await stage.browser.visitor()
  await setUp(page, stage.product)
  await writeIdea(page, 'Move the milk to the back wall.')
  await justTryIt(page)
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)

  // The first visible tab with a table is read; another one can be chosen.
  await page.locator('input[type=file]').setInputFiles(reference('bad-spreadsheets/hidden-tab-first.xlsx'))
  await page.getByText('hidden-tab-first.xlsx: 24 rows').waitFor()
  await page.getByRole('cell', { name: 'Alster' }).first().waitFor()
  const tab = page.getByLabel('Tab of the workbook')
  await tab.selectOption('Raw')
  await page.getByText('hidden-tab-first.xlsx: 1 row').waitFor()
  await tab.selectOption('Sales')
  await page.getByText('hidden-tab-first.xlsx: 24 rows').waitFor()
  await page.getByLabel('Where', { exact: true }).selectOption('shop')
  await expectAccessible()
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/tabs.png`, fullPage: true })

  // One column for each month: turned into rows, said so, and as it stands when somebody prefers that.
  await page.locator('input[type=file]').setInputFiles(reference('bad-spreadsheets/one-column-per-month.xlsx'))
  await page.getByText('one-column-per-month.xlsx: 24 rows, 4 columns.').waitFor()
  await page.getByText(/one column for each period, 2024-01 to 2024-06/).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible()
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/wide.png`, fullPage: true })
  await page.getByRole('button', { name: 'Read it as it stands instead' }).click()
  await page.getByText('one-column-per-month.xlsx: 4 rows, 8 columns.').waitFor()
  await page.getByRole('button', { name: 'Turn these columns into rows' }).click()
  await page.getByText('one-column-per-month.xlsx: 24 rows, 4 columns.').waitFor()
  expectCalm()
})
