import type { Page } from 'playwright-core'
import type { Product } from './start-product.ts'

export const ownerPassword = 'a calm winter evening'

/** Goes through the first run as the owner, and ends on the page of today. */
export async function setUp(
  page: Page,
  product: Product,
  { place = 'Northgate Hospitals', name = 'Ingrid Solberg', email = 'ingrid@example.org', withSample = false } = {},
): Promise<void> {
  await page.goto(product.setUpLink)
  await page.getByLabel('Name of your organisation').fill(place)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(ownerPassword)
  await page.getByLabel('Make a sample workspace beside it').setChecked(withSample)
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(/\/w\/[a-z0-9-]+$/)
  await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor()
}

/** Makes an invitation in the page of people and returns its link. */
export async function invite(page: Page, role: string): Promise<string> {
  await page.getByRole('navigation', { name: 'Main', exact: true }).getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Role').selectOption({ label: role })
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByLabel('Link').inputValue()
  await dialog.getByRole('button', { name: 'Close' }).click()
  return link
}

/** Follows an invitation with a new account. */
export async function join(page: Page, link: string, name: string, email: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(ownerPassword)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.waitForURL(/\/w\/[a-z0-9-]+$/)
  await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor()
}
