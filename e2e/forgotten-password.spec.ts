import { expect, test } from 'vitest'
import { invite, join, ownerPassword, setUp } from './harness/set-up.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('somebody who forgot the password gets a link from an admin and is in again', async () => {
  const ingrid = await stage.browser.visitor()
  await setUp(ingrid.page, stage.product)
  const tomasz = await stage.browser.visitor({ mayFail: /401|403|404/ })
  await join(tomasz.page, await invite(ingrid.page, 'Member'), 'Tomasz Wilk', 'tomasz@example.org')

  await tomasz.page.getByRole('button', { name: 'Tomasz Wilk' }).click()
  await tomasz.page.getByRole('button', { name: 'Sign out' }).click()
  await tomasz.page.waitForURL(/\/sign-in/)
  await tomasz.expectAccessible()
  await tomasz.page.getByLabel('E-mail address').fill('tomasz@example.org')
  await tomasz.page.getByLabel('Password').fill('what was it again')
  await tomasz.page.getByRole('button', { name: 'Sign in' }).click()
  await tomasz.page.getByRole('alert').getByText('E-mail address or password is not right').waitFor()

  await ingrid.page.getByRole('button', { name: 'Change Tomasz Wilk' }).click()
  await ingrid.page.getByRole('button', { name: 'Make a link for a new password' }).click()
  const link = await ingrid.page.getByRole('dialog').getByLabel('Link').inputValue()

  await tomasz.page.goto(link)
  await tomasz.page.getByText('For tomasz@example.org').waitFor()
  expect(tomasz.page.url(), 'the secret leaves the address bar').not.toContain('#')
  await tomasz.expectAccessible()
  await tomasz.page.getByLabel('New password').fill('a new calm evening')
  await tomasz.page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await tomasz.page.getByRole('navigation', { name: 'Main', exact: true }).waitFor()

  // A used link says so, and what to do.
  await tomasz.page.goto('about:blank')
  await tomasz.page.goto(link)
  await tomasz.page.getByText('This link has been used or has run out').waitFor()
  tomasz.expectCalm()
  ingrid.expectCalm()
})

test('a locked-out owner gets a link from whoever runs the server', async () => {
  const nobody = await stage.product.ratchet('owner-link', 'nobody@example.org')
  expect(nobody.code).toBe(1)
  expect(nobody.stderr).toContain('Nobody signs in with nobody@example.org')

  const made = await stage.product.ratchet('owner-link', 'ingrid@example.org')
  expect(made.code).toBe(0)
  const { page, expectCalm } = await stage.browser.visitor()
  await page.goto(made.stdout.trim())
  await page.getByLabel('New password').fill(`${ownerPassword} by the fire`)
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor()
  expectCalm()
})
