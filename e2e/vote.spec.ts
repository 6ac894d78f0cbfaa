import { expect, test } from 'vitest'
import { invite, join, setUp } from './harness/set-up.ts'
import { writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('three votes to give: whoever gave one hears what became of the idea, and has it back', async () => {
  const owner = await stage.browser.visitor()
  await setUp(owner.page, stage.product)
  const nurse = await stage.browser.visitor()
  await join(nurse.page, await invite(owner.page, 'Member'), 'Ane Berg', 'ane@example.org')
  await nurse.page.setViewportSize({ width: 390, height: 844 })
  for (const text of ['Label the drip stands by bay.', 'Ring one bell for tea, not two.'])
    await writeIdea(owner.page, text)

  // From the list, by keyboard.
  await nurse.page.getByRole('link', { name: 'Ideas' }).first().click()
  const button = nurse.page.getByRole('button', { name: /Vote for “Label the drip stands by bay/ })
  await button.focus()
  await nurse.page.keyboard.press('Enter')
  await nurse.page
    .getByText(/2 votes left of 3/)
    .first()
    .waitFor()
  await nurse.page
    .getByRole('button', { name: /Take back your vote for “Label the drip stands/, pressed: true })
    .waitFor()
  await nurse.expectAccessible()

  // The author of both sees the vote, and is not asked for one.
  await owner.page.getByRole('link', { name: 'Ideas' }).first().click()
  await owner.page.getByText('1 vote', { exact: true }).waitFor()
  expect(await owner.page.getByRole('button', { name: /Vote for/ }).count()).toBe(0)

  await owner.page.getByRole('link', { name: /^Label the drip stands by bay/ }).click()
  await owner.page.getByRole('button', { name: 'Park' }).click()
  await owner.page.getByRole('dialog').getByRole('textbox').fill('The new stands come in May with labels on them.')
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Park' }).click()

  await nurse.page.getByRole('button', { name: /thing you were told/ }).waitFor()
  await nurse.page.getByRole('button', { name: /thing you were told/ }).click()
  await nurse.page
    .getByText(/An idea you voted for was parked: “Label the drip stands by bay/)
    .first()
    .waitFor()
  await nurse.page.getByText('The new stands come in May with labels on them.').first().waitFor()
  nurse.expectCalm()
  owner.expectCalm()
})
