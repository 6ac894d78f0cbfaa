import { beforeAll, expect, test } from 'vitest'
import { freezeLimits, measure, openChart, rowOf, signalled, writeWhy } from './harness/measured.ts'
import type { Visitor } from './harness/open-browser.ts'
import { setUp } from './harness/set-up.ts'
import { reference } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

let visitor: Visitor
beforeAll(async () => {
  visitor = await stage.browser.visitor()
  await setUp(visitor.page, stage.product)
})

test('orange-juice cans: two bad samples get their reason, the limits are learnt without them, the new machine has its own', async () => {
  const { page, expectAccessible, expectCalm } = visitor
  await measure(page, {
    name: 'Leaking cans',
    unit: 'of all cans',
    better: 'Lower is better',
    kind: 'So many out of so many',
    every: 'day',
    file: reference('spc-montgomery/cans.csv'),
    columns: { Where: 'line', When: 'day', 'The figure': 'bad', 'Out of, or in': 'cans' },
  })
  await openChart(page, 'Line 1')
  await freezeLimits(page, '1 Jan 2025', '30 Jan 2025', 'Thirty samples before the machine was adjusted.')
  await page.getByText('Limits learnt from 30 figures').waitFor()
  await page.getByLabel('Rules').selectOption({ label: 'The limits alone' })
  await page.getByText('Everybody else sees: NHS').waitFor()
  await expect.poll(() => rowOf(page, '1 Jan 2025')).toEqual(['24 %', '12 / 50', '23.1 %', '5.24 %', '41 %'])
  expect(await signalled(page)).toEqual(['15 Jan 2025', '23 Jan 2025', '10 Feb 2025'])

  // Two have a cause that will not come again, and are left out of the limits: then the 21st is out too. The last is better.
  for (const day of ['15 Jan 2025', '23 Jan 2025'])
    await writeWhy(page, day, 'Another batch of cardboard, and an operator who was new.')
  await page.getByText('Limits learnt from 28 figures').waitFor()
  await expect.poll(() => rowOf(page, '1 Jan 2025')).toEqual(['24 %', '12 / 50', '21.5 %', '4.07 %', '38.9 %'])
  expect(await signalled(page)).toEqual(['15 Jan 2025', '21 Jan 2025', '23 Jan 2025', '10 Feb 2025'])

  // The machine was adjusted, for good.
  await page.getByRole('button', { name: 'Record a change' }).click()
  const change = page.getByRole('dialog')
  await change.getByLabel('What is done differently?').fill('The machine was adjusted')
  await change.getByLabel('Since when?').fill('2025-01-31')
  await change.getByLabel('Start new limits from here').check()
  await change.getByRole('button', { name: 'Save' }).click()
  await change.waitFor({ state: 'detached' })
  await freezeLimits(page, '31 Jan 2025', '23 Feb 2025', 'Every sample since the machine was adjusted.')
  await expect.poll(() => rowOf(page, '31 Jan 2025').then((row) => row[2])).toBe('11.1 %')
  await expectAccessible()
  expectCalm()
})

test('readmissions after heart surgery: nothing but chance for all, and something that drifts among women', async () => {
  const { page, expectAccessible, expectCalm } = visitor
  await measure(page, {
    name: 'Readmissions',
    unit: 'of all operations',
    better: 'Lower is better',
    kind: 'So many out of so many',
    every: 'month',
    file: reference('spc-qicharts2/readmissions.csv'),
    columns: { Where: 'who', When: 'month', 'The figure': 'readmissions', 'Out of, or in': 'operations' },
  })
  await openChart(page, 'All patients')
  await freezeLimits(page, 'July 2011', 'June 2014', 'All three years, as published.')
  await page.getByLabel('Rules').selectOption({ label: 'Anhøj: runs only' })
  await page.getByText('Everybody else sees: NHS').waitFor()
  await page.getByText('Limits learnt from 36 figures').waitFor()
  await page.getByRole('heading', { level: 1, name: /All patients: nothing but the usual variation/ }).waitFor()
  await expect.poll(() => rowOf(page, 'July 2011').then((row) => row[2])).toBe('21.6 %')
  expect(await signalled(page)).toEqual([])
  await expectAccessible()
  await page.getByLabel('Site').selectOption({ label: 'Women' })
  await page.getByRole('heading', { level: 1, name: /Women/ }).waitFor()
  await freezeLimits(page, 'July 2011', 'June 2014', 'All three years, as published.')
  await page.getByText('Limits learnt from 36 figures').waitFor()
  await page
    .getByRole('heading', { level: 1, name: /Women: usually 0 % to 53.5 %; what stood out before is marked below/ })
    .waitFor()
  await page.getByText('An unusually long run: 9 months in a row above the usual').first().waitFor()
  await expectAccessible()
  expectCalm()
})

test('280,000 patients a week: the chart knows that they scatter more than chance, and flags nothing', async () => {
  const { page, expectAccessible, expectCalm } = visitor
  await measure(page, {
    name: 'Seen within four hours',
    unit: 'of all patients',
    better: 'Higher is better',
    kind: 'So many out of so many',
    every: 'week',
    file: reference('spc-qicharts2/accidents.csv'),
    columns: { Where: 'place', When: 'week', 'The figure': 'within_four_hours', 'Out of, or in': 'patients' },
  })
  await openChart(page, 'Emergency')
  await page.getByLabel('Rules').selectOption({ label: 'The limits alone' })
  await page.getByText('Everybody else sees: NHS').waitFor()
  await page.getByRole('heading', { level: 1, name: /Emergency: nothing but the usual variation/ }).waitFor()
  await page.getByText(/The figures scatter 11 times as much as chance alone would make them/).waitFor()
  expect(await signalled(page)).toEqual([])
  // The plain chart would flag 16 of 20 weeks, because with so many patients chance alone explains nothing.
  await page.getByRole('button', { name: 'How it is drawn' }).click()
  const drawing = page.getByRole('dialog')
  await drawing.getByLabel('Chart', { exact: true }).selectOption({ label: 'Chart of shares (p)' })
  await drawing.getByRole('button', { name: 'Save' }).click()
  await drawing.waitFor({ state: 'detached' })
  await page.getByText(/^Chart of shares \(p\);/).waitFor()
  expect(await signalled(page)).toHaveLength(16)
  await expectAccessible()
  expectCalm()
})
