import { expect, test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import { goTo } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('a program gets a key, brings a figure with it, and is refused from the moment it is revoked', async () => {
  const { page, expectCalm, expectAccessible } = await stage.browser.visitor()
  await setUp(page, stage.product)
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Look at the keys' }).click()
  await page.getByText('No keys yet').waitFor()
  await expectAccessible()

  await page.getByRole('button', { name: 'Make a key' }).click()
  const dialog = page.getByRole('dialog')
  // Nothing is made without a name, and the field says why.
  await dialog.getByRole('button', { name: 'Make a key' }).click()
  await dialog.getByText('Say what it is for').waitFor()
  await dialog.getByLabel('What is it for?').fill('Till in the north shop')
  await dialog.getByText('Something else').click()
  await dialog.getByLabel('Write ideas').check()
  await expectAccessible()
  await dialog.getByText('Bring figures', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Make a key' }).click()
  await dialog.getByText('It is shown only now').waitFor()
  const key = await dialog.getByLabel('Key').inputValue()
  expect(key).toMatch(/^ratchet_[0-9a-f]{32}_\w{43}_[0-9a-f]{8}$/)
  await expectAccessible()
  await dialog.getByRole('button', { name: 'I have copied it' }).click()

  const ask = (path: string) =>
    fetch(`${stage.product.url}/api/w/northgate-hospitals${path}`, { headers: { authorization: `Bearer ${key}` } })
  expect((await ask('/metrics')).status).toBe(200)
  expect((await ask('/ideas')).status).toBe(403)

  await page.reload()
  await page.getByRole('rowheader', { name: 'Till in the north shop' }).waitFor()
  expect(await page.getByRole('main').textContent()).toContain('Bring figures')
  expect(await page.content()).not.toContain(key)
  await expectAccessible()
  await page.getByRole('button', { name: 'Revoke Till in the north shop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await page.getByText('Revoked', { exact: true }).waitFor()
  expect((await ask('/metrics')).status).toBe(401)
  expect(stage.product.output()).not.toContain(key)
  expectCalm()
})
