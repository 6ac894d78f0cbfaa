import { afterAll, beforeAll, test } from 'vitest'
import { openBrowser, type TestBrowser } from './harness/open-browser.ts'
import { type Product, startProduct } from './harness/start-product.ts'

let product: Product
let browser: TestBrowser

beforeAll(async () => {
  product = await startProduct()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('somebody opens the set-up link and owns a workspace a minute later', async () => {
  const { page, expectCalm, expectAccessible } = await browser.visitor()
  await page.goto(product.setUpLink)
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
