import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import { justTryIt, reference, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-bad-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('a bad file is refused or doubted in words that say where and what to do, and nothing typed is lost', async () => {
  const { page, expectCalm, expectAccessible } = await stage.browser.visitor({ mayFail: /401|413|422/ })
  await setUp(page, stage.product)
  await writeIdea(page, 'Move the milk to the back wall.')
  await justTryIt(page)
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)
  await page.getByLabel('Question', { exact: true }).fill('Do people buy more on the way to the milk?')

  // Workbooks that cannot be read: what they are, and how to make them readable.
  await page.locator('input[type=file]').setInputFiles(reference('bad-spreadsheets/password.xlsx'))
  await page
    .getByRole('alert')
    .getByText(/copy without a password/)
    .first()
    .waitFor()
  await page.locator('input[type=file]').setInputFiles(reference('bad-spreadsheets/old-format.xls'))
  await page
    .getByRole('alert')
    .getByText(/“.xlsx” or “CSV UTF-8”/)
    .first()
    .waitFor()
  await expectAccessible()

  // A quote that never closes: the row is named.
  await page
    .locator('input[type=file]')
    .setInputFiles(await file('open.csv', 'shop,week,sales,got it\nA,1,"10,yes\nB,1,12,no\n'))
  await page.getByRole('alert').getByText(/row 2/i).first().waitFor()

  // A nearly good one: text among the numbers, a gap, a double row. It is read, and every doubt is said.
  const rows = ['shop;week;sales;got it']
  for (let week = 1; week <= 6; week++)
    for (const [shop, got] of [
      ['A', 'yes'],
      ['B', 'yes'],
      ['C', 'no'],
      ['D', 'no'],
    ])
      if (!(shop === 'D' && week === 3))
        rows.push(`${shop};${week};${week === 2 && shop === 'B' ? 'about 12' : `${10 + week},5`};${got}`)
  rows.push('A;1;11,5;yes')
  await page.locator('input[type=file]').setInputFiles(await file('nearly.csv', rows.join('\r\n')))
  await page.getByText('nearly.csv: 24 rows').waitFor()
  await page.getByLabel('The figure', { exact: true }).selectOption('sales')
  await page.getByLabel('Which sites get the change', { exact: true }).selectOption('got it')
  await page.getByLabel('First period with the change').fill('4')
  await page
    .getByText(/about 12/)
    .first()
    .waitFor()
  await page.getByText(/row 7/i).first().waitFor()
  await expectAccessible()

  // What was typed before is still there.
  await page.getByText('Do people buy more on the way to the milk?').first().waitFor()
  expectCalm()
})
