import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'

/** What people do again and again, by the words that they read. */

/** What takes its time on a busy machine: reading a table, computing a result. What is on the page is never waited for so long. */
export const patienceMs = 60_000

export function reference(path: string): string {
  return fileURLToPath(new URL(`../../reference/${path}`, import.meta.url))
}

export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main', exact: true })
    .getByRole('link', { name: place, exact: false })
    .click()
}

/** Writes an idea in the one box and ends on its page. */
export async function writeIdea(page: Page, text: string): Promise<void> {
  await goTo(page, 'Today')
  await page.getByPlaceholder('What one small thing would you change?').fill(text)
  await page.getByRole('button', { name: 'Write it down' }).click()
  await page.waitForURL(/\/ideas\/[0-9a-f-]+$/)
}

/** Uses the default rule: cheap, reversible, nobody else's business. */
export async function justTryIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Just try it' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('It can be undone within a day').check()
  await dialog.getByLabel('It touches no other team').check()
  await dialog.getByLabel('It touches no personal data').check()
  await dialog.getByLabel('What does trying it cost?').fill('0')
  await dialog.getByRole('button', { name: 'I try it' }).click()
  await dialog.waitFor({ state: 'detached' })
}

type Better = 'Higher is better' | 'Lower is better'

export interface Planned {
  door: 'Plan first' | 'Look back'
  /** Who is compared with whom, by its words; without it the one that is chosen already. */
  design?: string
  file: string
  /** What is chosen in which list of the table, in this order. */
  columns: Record<string, string>
  /** Of the columns that are folded away. */
  more?: Record<string, string>
  /** Texts that mean the change, where their column does not say yes and no. */
  treated?: string[]
  since?: string
  /** Periods in a full cycle, and whether the change is a step and nothing else: of one place before and after. */
  season?: string
  isStep?: boolean
  question: string
  metric: { name: string; unit: string; better: Better; kind?: string; worth?: string }
  worthHaving?: string
  isRandomised?: boolean
  guardrail?: { column: string; name: string; better: Better; margin: string }
  runsFor?: string
  method?: string
}

/** Begins a trial on an idea's page and fills its plan in, up to the freeze. */
export async function planTrial(page: Page, planned: Planned): Promise<void> {
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)
  if (planned.design) await page.getByRole('radio', { name: planned.design }).check()
  await page.getByText(planned.door, { exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(planned.file)
  await chooseColumns(page, planned)
  await page.getByLabel('Question', { exact: true }).fill(planned.question)
  await nameMeasure(page, planned.metric)
  if (planned.worthHaving) await page.getByLabel(/^Worth having/).fill(planned.worthHaving)
  if (planned.isRandomised) await page.getByLabel(/^Lots were drawn/).check()
  if (planned.guardrail) await addGuardrail(page, planned.guardrail)
  if (planned.runsFor) await page.getByLabel(/^(Periods it runs|People or things it takes)/).fill(planned.runsFor)
  if (planned.method) await page.getByLabel(/^Method/).selectOption({ label: planned.method })
}

/** Says which column says what, once the table is read. */
export async function chooseColumns(page: Page, planned: Planned): Promise<void> {
  await page.getByRole('table').first().waitFor({ timeout: patienceMs })
  for (const [label, column] of Object.entries(planned.columns))
    await page.getByLabel(label, { exact: true }).selectOption(column)
  for (const value of planned.treated ?? []) await page.getByRole('checkbox', { name: value, exact: true }).check()
  for (const [label, column] of Object.entries(planned.more ?? {})) {
    // Open already where a guess stands in it.
    const list = page.getByLabel(label)
    if (!(await list.isVisible())) await page.getByText('More columns, where the table has them').click()
    await list.selectOption(column)
  }
  if (planned.since) await page.getByLabel('First period with the change').fill(planned.since)
  if (planned.season) await page.getByLabel(/^Periods in a full cycle/).fill(planned.season)
  if (planned.isStep) await page.getByLabel('The trend may change too').uncheck()
}

async function nameMeasure(page: Page, { name, unit, better, kind, worth }: Planned['metric']): Promise<void> {
  const known = page.getByLabel('Which measure?')
  if (await known.isVisible()) await known.selectOption({ label: 'Another one, not in this list' })
  await page.getByLabel('What is counted').fill(name)
  await page.getByLabel('In which unit').fill(unit)
  await page.getByRole('radio', { name: better }).first().check()
  if (kind) {
    await page.getByText('What one figure is: ').click()
    await page.getByRole('radio', { name: kind }).check()
  }
  if (worth) await page.getByLabel(/^What one (unit|of)/).fill(worth)
  await page.getByRole('button', { name: 'Use this measure' }).click()
}

/** Freezes the plan, having read what that means. */
export async function freeze(page: Page, act: 'Freeze the plan' | 'Freeze and measure'): Promise<void> {
  await page.getByRole('button', { name: act }).click()
  await page.getByRole('dialog').getByRole('button', { name: act }).click()
}

/** What a result says first: its sentence, the line under it, and its grade. */
export interface Said {
  sentence: string
  lead: string
  grade: string
}

/** What is written somewhere, with plain spaces: a number and its unit stay together by a space of their own. */
export async function plainText(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')
}

/** Waits until the result is there, which takes a moment where thousands of draws are behind it. */
export async function readResult(page: Page): Promise<Said> {
  const head = page.locator('header.page-head')
  await head.getByRole('img', { name: /^Evidence grade/ }).waitFor({ timeout: patienceMs })
  return {
    sentence: await plainText(head.locator('h1')),
    lead: await plainText(head.locator('.lead')),
    grade: await plainText(head.getByRole('img', { name: /^Evidence grade/ })),
  }
}

/** Decides, with a reason, and waits until it stands there. */
export async function decide(page: Page, choice: 'Adopt' | 'Drop', why: string, sites?: string): Promise<void> {
  await page.getByLabel('Why? The people concerned will read it.').fill(why)
  if (sites) await page.getByLabel(/^(At how many sites|For how many units)/).fill(sites)
  await page.getByRole('button', { name: choice, exact: true }).click()
  await page.getByText('What was decided').waitFor({ timeout: patienceMs })
}

/** The line of an idea in the ledger, as it reads. */
export async function ledgerLine(page: Page, idea: RegExp): Promise<string> {
  await goTo(page, 'Gains')
  const line = page.getByRole('row', { name: idea }).first()
  await line.waitFor()
  return plainText(line)
}

async function addGuardrail(
  page: Page,
  { column, name, better, margin }: NonNullable<Planned['guardrail']>,
): Promise<void> {
  await page.getByRole('button', { name: 'Add what must not get worse' }).click()
  await page.getByLabel('Its column').selectOption(column)
  await page.getByLabel('What it is called').fill(name)
  await page.getByLabel('Which way is better').selectOption({ label: better })
  await page.getByLabel('Worse by this much at most').fill(margin)
}
