import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setUp } from './harness/set-up.ts'
import {
  decide,
  freeze,
  justTryIt,
  ledgerLine,
  patienceMs,
  plainText,
  planTrial,
  readResult,
  reference,
  writeIdea,
} from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

/** The published day-care data as they came: what was known before the fine, then one table a week. */
let folder: string
let before: string
const firstWeek = 5
const weeks: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-weeks-'))
  const text = await readFile(reference('daycare-fines/daycare_fines.csv'), 'utf8')
  const [header = '', ...lines] = text.trim().split('\n')
  const names = header.split(',')
  const numberIn = (row: string, name: string) => Number(row.split(',')[names.indexOf(name)])
  const weekOf = (row: string) => numberIn(row, 'week')
  // Centres differ in size: what the fine is meant to lower is counted a child, what must not rise in evenings.
  const rows = lines.map((row) => `${row},${(numberIn(row, 'late_pickups') / numberIn(row, 'children')).toFixed(4)}`)
  const write = async (name: string, isIn: (row: string) => boolean) => {
    await writeFile(join(folder, name), [`${header},late_a_child`, ...rows.filter(isIn)].join('\n'))
    return join(folder, name)
  }
  before = await write('before.csv', (row) => weekOf(row) < firstWeek)
  for (let week = firstWeek; week <= 16; week++)
    weeks.push(await write(`week-${week}.csv`, (row) => weekOf(row) === week))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a fine for parents who come late is stopped by its guardrail, put back at six centres, and books nothing', async () => {
  const { page, expectAccessible, expectCalm } = await stage.browser.visitor()
  await setUp(page, stage.product, { place: 'Sunny Day-care' })
  await writeIdea(page, 'Let parents who come late pay a small fine. Then they come on time.')
  await justTryIt(page)
  await planTrial(page, {
    door: 'Plan first',
    file: before,
    columns: { Where: 'center', When: 'week', 'The figure': 'late_a_child', 'Which sites get the change': 'group' },
    treated: ['test'],
    since: String(firstWeek),
    question: 'Do parents come late less often when it costs a fine?',
    metric: { name: 'Late pick-ups', unit: 'a child', better: 'Lower is better', worth: '100' },
    guardrail: { column: 'late_pickups', name: 'Late evenings', better: 'Lower is better', margin: '1' },
    runsFor: '12',
  })
  await freeze(page, 'Freeze the plan')
  await page.getByRole('button', { name: 'Start the trial' }).click({ timeout: patienceMs })
  await page.getByRole('dialog').getByRole('button', { name: 'Start the trial' }).click()
  await page.getByText('Running', { exact: true }).first().waitFor()

  // One table a week, as the office sends it; after each the page says how it stands.
  const stop = page.getByRole('button', { name: 'Stop it now' })
  const harmed = page.getByText('Late evenings: harmed').first()
  let [came, advised] = [0, 0]
  for (const table of weeks) {
    await page.locator('input[type=file]').setInputFiles(table)
    came++
    await page.getByText(`${came} of 12 planned periods`).first().waitFor({ timeout: patienceMs })
    if (await stop.isVisible()) advised ||= came
    else expect(await plainText(page.getByRole('heading', { level: 1 }))).not.toMatch(/^Stop it/)
    if (await harmed.isVisible()) break
  }
  // The measure itself is worse from the fourth week on; whoever doubts it waits until the guardrail says so too.
  expect(advised).toBe(4)
  expect(came).toBe(5)
  await page
    .getByRole('heading', {
      level: 1,
      name: 'Stop it: Late pick-ups got worse by 0.206 a child, plausibly by 0.053 to 0.358.',
    })
    .waitFor()
  await page.getByText('Late evenings: harmed').first().waitFor()
  await expectAccessible()
  await stop.click()

  const said = await readResult(page)
  expect(said.sentence).toBe(
    'Late evenings got worse by 6.82 (plausibly 1.91 to 11.72), more than the 1 that was allowed.',
  )
  expect(said.lead).toContain('Late pick-ups came out 0.206 a child higher with the change than without it: worse')
  // The trap: the weeks with the fine are no time before, and twenty rows of a centre are no twenty centres.
  expect(said.lead).toContain('6 sites with the change against 4 without it, 4 periods before and 5 with it.')
  expect(said.grade).toBe('B')
  await page.getByText(/“Stopped for harm: Late pick-ups got worse by 0.206\sa child/).waitFor()
  const saved = page.getByRole('region', { name: 'What stopping saved' })
  await saved.waitFor()
  expect(await plainText(saved)).toContain(
    'Stopped 7 of 12 planned periods before its end. 42 times a site did not have to go through a period with the change.',
  )
  await expectAccessible()
  for (let left = 6; left > 0; left--) {
    await page
      .getByRole('button', { name: /^Put back/ })
      .first()
      .click()
    await page.getByText(left === 1 ? /: all are/ : left === 2 ? /: one is left/ : `${left - 1} are left`).waitFor()
  }
  await decide(page, 'Drop', 'A fine is a price: parents paid it, and came later.')
  const line = await ledgerLine(page, /Let parents who come late/)
  expect(line).toContain('no amount')
  expect(line).toContain('Made it worse, not kept')
  await expectAccessible()
  expectCalm()
})
