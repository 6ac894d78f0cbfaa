import { expect, test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import { freeze, goTo, justTryIt, planTrial, reference, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('alone, without mail: a spreadsheet of the past becomes a gain in the ledger', async () => {
  const { page, expectCalm, expectAccessible } = await stage.browser.visitor()
  await setUp(page, stage.product, { place: 'Corner Shops' })
  await expectAccessible()

  await writeIdea(page, 'Pay the crews in New Jersey more. Then shops keep their people.')
  await expectAccessible()
  await justTryIt(page)
  await planTrial(page, {
    door: 'Look back',
    file: reference('card-krueger-1994/card-krueger.csv'),
    columns: { 'The figure': 'fte' },
    question: 'Do shops employ more people when the wage rises?',
    metric: { name: 'Full-time staff', unit: 'people', better: 'Higher is better', worth: '2400' },
    worthHaving: '0.5',
    guardrail: { column: 'hrsopen', name: 'Hours open', better: 'Higher is better', margin: '1' },
  })
  await expectAccessible()
  await freeze(page, 'Freeze and measure')

  await page.getByRole('heading', { level: 1, name: /^Looking back: Full-time staff/ }).waitFor()
  const headline = await page.getByRole('heading', { level: 1 }).textContent()
  expect(headline).toContain('2.75')
  await page.getByText('The plan was written after the data').first().waitFor()
  await page
    .getByRole('img', { name: /Evidence grade B/ })
    .first()
    .waitFor()
  await expectAccessible()

  await page
    .getByLabel('Why? The people concerned will read it.')
    .fill('Shops kept their people, and customers saw no difference.')
  await page.getByLabel('At how many sites').fill('10')
  await page.getByRole('button', { name: 'Adopt', exact: true }).click()
  await page.getByText('What was decided').waitFor()
  await expectAccessible()

  await goTo(page, 'Gains')
  await page.getByRole('cell', { name: /27\.5/ }).first().waitFor()
  await expectAccessible()
  // From the line back to its rows.
  await page
    .getByRole('link', { name: /Pay the crews/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Show the figures' }).click()
  await page.getByRole('table', { name: /figures/i }).waitFor()

  // What was adopted goes on to other sites.
  await page.getByLabel('How the work is now done').fill('Crews start at 5.05 an hour, from the first day.')
  await page.getByRole('textbox', { name: 'More sites' }).fill('Trenton')
  await page.getByRole('button', { name: 'Begin the roll-out' }).click()
  await page.getByRole('button', { name: /Change\s*: Trenton$/ }).click()
  const site = page.getByRole('dialog')
  await site.getByLabel('What was reached?').selectOption({ label: 'It is in use' })
  await site.getByRole('button', { name: 'Save' }).click()
  await site.waitFor({ state: 'detached' })
  await page
    .getByRole('row', { name: /Trenton/ })
    .getByText('In use')
    .waitFor()
  expectCalm()
})

test('what cannot be told is said so, and books no amount', async () => {
  const { page, expectCalm } = await stage.browser.visitor()
  await page.goto(`${stage.product.url}/sign-in`)
  await page.getByLabel('E-mail address').fill('ingrid@example.org')
  await page.getByLabel('Password').fill('a calm winter evening')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/w\//)

  await writeIdea(page, 'Open an hour longer on Fridays.')
  await justTryIt(page)
  await planTrial(page, {
    door: 'Look back',
    file: reference('card-krueger-1994/card-krueger.csv'),
    columns: { 'The figure': 'hrsopen' },
    question: 'Are shops open longer?',
    metric: { name: 'Opening hours', unit: 'hours', better: 'Higher is better' },
  })
  await freeze(page, 'Freeze and measure')
  await page.getByRole('heading', { level: 1, name: /Opening hours/ }).waitFor()
  const headline = await page.getByRole('heading', { level: 1 }).textContent()
  expect(headline).toContain('0.315')
  expect(headline).toContain('0.092')
  await page.getByLabel('Why? The people concerned will read it.').fill('Too close to call; not worth another try.')
  await page.getByRole('button', { name: 'Drop', exact: true }).click()
  await page.getByText('What was decided').waitFor()
  await goTo(page, 'Gains')
  await page.getByRole('row', { name: /Open an hour longer/ }).waitFor()
  expect(await page.getByRole('row', { name: /Open an hour longer/ }).textContent()).toContain('no amount')
  expectCalm()
})
