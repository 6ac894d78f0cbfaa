import { expect, test } from 'vitest'
import { invite, join, setUp } from './harness/set-up.ts'
import { writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('nobody answers their own idea, unless nobody else could; and that is marked for ever', async () => {
  const owner = await stage.browser.visitor()
  await setUp(owner.page, stage.product)

  // Alone: the owner may answer, and it says so.
  await writeIdea(owner.page, 'Label the drip stands by bay.')
  await owner.page.getByText('You are the only one here who can answer it').waitFor()
  await owner.page.getByRole('button', { name: 'Approve' }).click()
  await owner.page.getByRole('dialog').getByRole('textbox').fill('Costs nothing, and I asked the night shift.')
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await owner.page.getByText('Self-judged').first().waitFor()
  await owner.expectAccessible()

  // With a second judge: only the other one may.
  const lead = await stage.browser.visitor()
  await join(lead.page, await invite(owner.page, 'Lead'), 'Mara Lindqvist', 'mara@example.org')
  await writeIdea(lead.page, 'Put the list of free beds where the porters can see it.')
  const address = lead.page.url()
  await lead.page.getByText('Ingrid Solberg').first().waitFor()
  expect(await lead.page.getByRole('button', { name: 'Approve' }).count()).toBe(0)

  await owner.page.goto(address)
  await owner.page.getByRole('button', { name: 'Decline' }).click()
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  // Without a reason there is no answer.
  await owner.page.getByText('Please write a reason').waitFor()
  await owner.page.getByRole('dialog').getByRole('textbox').fill('The porters have it on their phones since Monday.')
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await owner.page.getByRole('dialog').waitFor({ state: 'detached' })

  // The page of the author changes by itself, and the bell rings.
  await lead.page.getByText('The porters have it on their phones since Monday.').first().waitFor()
  await lead.page.getByRole('button', { name: /thing you were told/ }).waitFor()
  lead.expectCalm()
  owner.expectCalm()
})
