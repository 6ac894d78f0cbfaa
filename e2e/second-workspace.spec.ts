import { expect, test } from 'vitest'
import { invite, join, setUp } from './harness/set-up.ts'
import { goTo, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('a second workspace sees nothing of the first, by any way a person has', async () => {
  const ingrid = await stage.browser.visitor()
  await setUp(ingrid.page, stage.product)
  const olu = await stage.browser.visitor({ mayFail: /401|404/ })
  await join(olu.page, await invite(ingrid.page, 'Viewer'), 'Olu Adeyemi', 'olu@example.org')
  await writeIdea(ingrid.page, 'Turn the waiting room chairs towards the window.')
  const idea = ingrid.page.url()

  const added = await stage.product.ratchet(
    'workspace',
    'add',
    'Corner Shops',
    '--owner',
    'olu@example.org',
    '--owner-name',
    'Olu',
  )
  expect(added.stderr).toBe('')
  expect(added.code).toBe(0)
  await olu.page.goto(added.stdout.trim())
  await olu.page.getByText('Corner Shops').first().waitFor()
  await goTo(olu.page, 'Ideas')
  expect(await olu.page.getByText('waiting room chairs').count()).toBe(0)
  await olu.page.keyboard.press('Control+k')
  await olu.page.getByRole('combobox').fill('waiting room')
  await olu.page.waitForTimeout(800)
  expect(await olu.page.getByText('waiting room chairs').count()).toBe(0)
  await olu.page.keyboard.press('Escape')
  // The idea's own address inside the wrong workspace is an address with nothing behind it.
  await olu.page.goto(idea.replace('/w/northgate-hospitals/', '/w/corner-shops/'))
  await olu.page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor()
  await olu.expectAccessible()

  // Let go from the first one, it answers exactly as one that was never there.
  await goTo(ingrid.page, 'People')
  await ingrid.page.getByRole('button', { name: 'Change Olu Adeyemi' }).click()
  await ingrid.page.getByRole('dialog').getByRole('button', { name: 'Let go' }).click()
  await ingrid.page.getByRole('dialog').waitFor({ state: 'detached' })
  await olu.page.goto(idea)
  await olu.page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor()
  const refused = await olu.page.getByRole('main').textContent()
  await olu.page.goto(`${stage.product.url}/w/no-such-place`)
  await olu.page.getByRole('heading', { level: 1, name: 'Not found' }).waitFor()
  expect(await olu.page.getByRole('main').textContent()).toBe(refused)

  const nobody = await stage.product.ratchet('workspace', 'add', 'X', '--owner', 'nobody@example.org')
  expect(nobody.code).toBe(1)
  expect(nobody.stderr).toContain('Nobody signs in with nobody@example.org')
  ingrid.expectCalm()
  olu.expectCalm()
})
