import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** What people do again and again, by the words that they read. */

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

interface Planned {
  door: 'Plan first' | 'Look back'
  file: string
  where?: string
  when?: string
  figure: string
  treated?: { column: string; values?: string[] }
  since?: string
  question: string
  metric: { name: string; unit: string; better: 'Higher is better' | 'Lower is better'; worth?: string }
  worthHaving?: string
  guardrail?: { column: string; name: string; better: 'Higher is better' | 'Lower is better'; margin: string }
}

/** Begins a trial on an idea's page and fills its plan in, up to the freeze. */
export async function planTrial(page: Page, planned: Planned): Promise<void> {
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)
  await page.getByText(planned.door, { exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(planned.file)
  await page.getByRole('table').first().waitFor()
  if (planned.where) await page.getByLabel('Where', { exact: true }).selectOption(planned.where)
  if (planned.when) await page.getByLabel('When', { exact: true }).selectOption(planned.when)
  await page.getByLabel('The figure', { exact: true }).selectOption(planned.figure)
  if (planned.treated) {
    await page.getByLabel('Which sites get the change', { exact: true }).selectOption(planned.treated.column)
    for (const value of planned.treated.values ?? [])
      await page.getByRole('checkbox', { name: value, exact: true }).check()
  }
  if (planned.since) await page.getByLabel('First period with the change').fill(planned.since)
  await page.getByLabel('Question', { exact: true }).fill(planned.question)
  const known = page.getByLabel('Which measure?')
  if (await known.isVisible()) await known.selectOption({ label: 'Another one, not in this list' })
  await page.getByLabel('What is counted').fill(planned.metric.name)
  await page.getByLabel('In which unit').fill(planned.metric.unit)
  await page.getByRole('radio', { name: planned.metric.better }).check()
  if (planned.metric.worth) await page.getByLabel(/^What one (unit|of)/).fill(planned.metric.worth)
  await page.getByRole('button', { name: 'Use this measure' }).click()
  if (planned.worthHaving) await page.getByLabel('Worth having').fill(planned.worthHaving)
  if (planned.guardrail) await addGuardrail(page, planned.guardrail)
}

/** Freezes the plan, having read what that means. */
export async function freeze(page: Page, act: 'Freeze the plan' | 'Freeze and measure'): Promise<void> {
  await page.getByRole('button', { name: act }).click()
  await page.getByRole('dialog').getByRole('button', { name: act }).click()
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
