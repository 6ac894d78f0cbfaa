import { test } from 'vitest'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('somebody opens the set-up link and owns a workspace a minute later', async () => {
  const { page, expectCalm, expectAccessible } = await stage.browser.visitor()
  await page.goto(stage.product.setUpLink)
  await expectAccessible()
  await page.getByLabel('Name of your organisation').fill('Northgate Hospitals')
  await page.getByLabel('Your name').fill('Ingrid Solberg')
  await page.getByLabel('E-mail address').fill('ingrid@example.org')
  await page.getByLabel('Password').fill('a calm winter evening')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(/\/w\/northgate-hospitals/)
  await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor()
  await expectAccessible()
  expectCalm()
})
