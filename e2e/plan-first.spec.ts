import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite, join as joinWorkspace, setUp } from './harness/set-up.ts'
import { freeze, goTo, planTrial, reference, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

/** The published day-care data, cut where the fine began: what was known before, and what came. */
let folder: string
let before: string
let after: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-sheets-'))
  const [header = '', ...rows] = (await readFile(reference('daycare-fines/daycare_fines.csv'), 'utf8'))
    .trim()
    .split('\n')
  const week = header.split(',').indexOf('week')
  const isBefore = (row: string) => Number(row.split(',')[week]) < 5
  before = join(folder, 'before.csv')
  after = join(folder, 'after.csv')
  await writeFile(before, [header, ...rows.filter(isBefore)].join('\n'))
  await writeFile(after, [header, ...rows.filter((row) => !isBefore(row))].join('\n'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a lead sets a goal, a member’s idea is answered, planned first, measured, and the harm stands in the ledger', async () => {
  const lead = await stage.browser.visitor()
  await setUp(lead.page, stage.product, { place: 'Sunny Day-care' })

  await goTo(lead.page, 'Goals')
  await lead.page.getByRole('button', { name: 'Write a goal' }).first().click()
  const goal = lead.page.getByRole('dialog')
  await goal.getByLabel('What should get better?').fill('Parents come on time')
  await goal.getByLabel('In what is it counted?').fill('late pick-ups a week')
  await goal.getByLabel('Where should it get to?').fill('3')
  await goal.getByLabel('By when?').fill('2027-06-30')
  await goal.getByLabel('Why it matters').fill('Two colleagues stay longer every evening.')
  await goal.getByRole('button', { name: 'Save' }).click()
  await goal.waitFor({ state: 'detached' })
  await lead.expectAccessible()

  const member = await stage.browser.visitor()
  await joinWorkspace(member.page, await invite(lead.page, 'Member'), 'Jonas Adler', 'jonas@example.org')
  await writeIdea(member.page, 'Let parents who come laet pay a small fine.')
  // Mends a typo, links the goal.
  await member.page.getByRole('button', { name: 'Edit' }).click()
  await member.page.getByLabel('Title').fill('Let parents who come late pay a small fine')
  await member.page.getByLabel('Which goal does it serve?').selectOption({ label: 'Parents come on time' })
  await member.page.getByRole('button', { name: 'Save' }).click()
  await member.page.getByRole('heading', { level: 1, name: 'Let parents who come late pay a small fine' }).waitFor()
  // Takes a fresh one back.
  await writeIdea(member.page, 'This one was a slip of the finger.')
  await member.page.getByRole('button', { name: 'Take it back' }).click()
  await member.page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await member.page.waitForURL(/\/ideas$/)
  await member.page.getByRole('link', { name: 'slip of the finger' }).waitFor({ state: 'detached' })
  // Finds the other by search.
  await member.page.keyboard.press('Control+k')
  await member.page.getByRole('combobox').fill('come late')
  await member.page
    .getByRole('option', { name: /Let parents who come late/ })
    .first()
    .click()
  await member.page.getByRole('heading', { level: 1, name: /Let parents who come late/ }).waitFor()

  // The lead answers, and the reason reaches the author.
  await goTo(lead.page, 'Today')
  await lead.page.getByRole('link', { name: 'Read and answer' }).first().click()
  await lead.page.getByRole('button', { name: 'Approve' }).click()
  await lead.page.getByRole('dialog').getByRole('textbox').fill('Try it in six of the ten centres.')
  await lead.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
  await lead.page.getByRole('dialog').waitFor({ state: 'detached' })
  await member.page.getByRole('button', { name: /thing you were told/ }).click()
  await member.page.getByText('Try it in six of the ten centres.').first().waitFor()
  await member.page.keyboard.press('Escape')

  // Plan first: the sheet holds only what was before.
  await planTrial(member.page, {
    door: 'Plan first',
    file: before,
    columns: {
      Where: 'center',
      When: 'week',
      'The figure': 'late_pickups',
      'Which sites get the change': 'group',
    },
    treated: ['test'],
    since: '5',
    question: 'Do parents come late less often when it costs a fine?',
    metric: { name: 'Late pick-ups', unit: 'late pick-ups', better: 'Lower is better' },
    worthHaving: '2',
  })
  await freeze(member.page, 'Freeze the plan')
  await member.page.getByRole('button', { name: 'Start the trial' }).click()
  await confirmIfAsked(member.page, 'Start the trial')
  await member.page.getByText('Running', { exact: true }).first().waitFor()
  await member.expectAccessible()
  await member.page.locator('input[type=file]').setInputFiles(after)
  await member.page.getByText('after.csv').first().waitFor()
  await member.page.getByRole('button', { name: 'End and measure' }).click()
  await confirmIfAsked(member.page, 'End and measure')

  await member.page.getByRole('heading', { level: 1, name: /Late pick-ups/ }).waitFor()
  const headline = await member.page.getByRole('heading', { level: 1 }).textContent()
  expect(headline).toContain('10.0')
  expect(headline).not.toContain('Looking back')
  await member.page
    .getByRole('img', { name: /Evidence grade B/ })
    .first()
    .waitFor()
  await member.expectAccessible()

  await member.page
    .getByLabel('Why? The people concerned will read it.')
    .fill('The fine doubled the late pick-ups. We stop it.')
  await member.page.getByRole('button', { name: 'Drop', exact: true }).click()
  await member.page.getByText('What was decided').waitFor()
  await goTo(member.page, 'Gains')
  const line = member.page.getByRole('row', { name: /Let parents who come late/ })
  await line.waitFor()
  expect(await line.textContent()).toMatch(/no amount/i)
  member.expectCalm()
  lead.expectCalm()
})

async function confirmIfAsked(page: Page, act: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: act }).click()
}
