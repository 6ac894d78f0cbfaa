import type { Page } from 'playwright-core'
import { goTo, patienceMs } from './steps.ts'

interface Measured {
  name: string
  unit: string
  better: 'Higher is better' | 'Lower is better'
  kind: string
  every: 'day' | 'week' | 'month'
  file: string
  /** What is chosen in which list of the import. */
  columns: Record<string, string>
}

/** Names a measure, brings its figures in by a table with the sites that it names, and ends on the page of the measure. */
export async function measure(page: Page, { name, unit, better, kind, every, file, columns }: Measured): Promise<void> {
  await goTo(page, 'Measures')
  await page.getByRole('button', { name: 'Add a measure' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is counted').fill(name)
  await dialog.getByLabel('In which unit').fill(unit)
  await dialog.getByRole('radio', { name: better }).check()
  await dialog.getByRole('radio', { name: kind }).check()
  await dialog.getByLabel('One figure for each').selectOption(every)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()

  await page.getByRole('link', { name: 'Import a table' }).first().click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: 'What would happen' }).waitFor({ timeout: patienceMs })
  for (const [label, column] of Object.entries(columns))
    await page.getByLabel(label, { exact: true }).selectOption(column)
  await page.getByRole('checkbox', { name: /^Add (it|all \d+)$/ }).check()
  await page.getByRole('button', { name: /^Import \d+ figures$/ }).click({ timeout: patienceMs })
  await page
    .getByText(/^\d+ added, 0 unchanged, 0 corrected, 0 refused/)
    .first()
    .waitFor({ timeout: patienceMs })
}

/** From the page of a measure to the control chart of one of its sites. */
export async function openChart(page: Page, site: string): Promise<void> {
  await page.getByRole('link', { name: 'Control charts' }).first().click()
  await page
    .getByRole('link', { name: new RegExp(site) })
    .first()
    .click()
  await page.getByLabel('Rules').waitFor()
}

/** Learns the limits of the chart that is open from one stretch, for good. */
export async function freezeLimits(page: Page, from: string, to: string, why: string): Promise<void> {
  await page.getByRole('button', { name: 'Freeze limits' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('From').selectOption({ label: from })
  await dialog.getByLabel('To', { exact: true }).selectOption({ label: to })
  await dialog.getByLabel('Why this stretch?').fill(why)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Says why a point of the chart that is open stands out, and leaves it out of the limits. */
export async function writeWhy(page: Page, period: string, says: string): Promise<void> {
  const mark = page.locator('.marks > li').filter({ hasText: period })
  await mark.getByRole('button', { name: 'Write why' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What was different?').fill(says)
  await dialog.getByLabel(/leave it out of the limits/).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function numbersOf(page: Page): Promise<string[][]> {
  const table = page.getByRole('table').first()
  if (!(await table.isVisible())) await page.getByText('Show the numbers').first().click()
  const rows = await table.getByRole('row').allInnerTexts()
  return rows.slice(1).map((row) => row.split('\t').map((cell) => cell.replaceAll(/\s+/g, ' ').trim()))
}

/** What the table of the chart that is open says of a period: its figure, what it is made of, the usual, and both limits. */
export async function rowOf(page: Page, period: string): Promise<string[]> {
  return (await numbersOf(page)).find(([name]) => name === period)?.slice(1, 6) ?? []
}

/** The periods of the chart that is open that carry a signal, as its table of numbers names them. */
export async function signalled(page: Page): Promise<string[]> {
  return (await numbersOf(page)).flatMap((cells) => (cells.at(-1) === '' ? [] : [cells[0] ?? '']))
}
