import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOlderPostgres } from '../src/platform/testing/find-older-postgres.ts'
import { startServer, type TestServer } from '../src/platform/testing/start-server.ts'
import { openChart, rowOf } from './harness/measured.ts'
import { ownerPassword, setUp } from './harness/set-up.ts'
import { goTo, patienceMs } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

/** What whoever runs the server allows; known once the servers beneath have started. */
const settings: Record<string, string> = {}
let till: Server
let isBroken = false
let postgres: TestServer
let folder: string

const sites = ['Harbour', 'Market']
/** Twelve weeks of 2026, from its second Monday. */
const weeks = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10))
const sold = (at: number, place: number) => 400 + place * 50 + ((at * 37 + place * 11) % 40)
const rows = sites.flatMap((site, place) => weeks.map((week, at) => ({ site, week, figure: sold(at, place) })))
const table = (most: number) =>
  ['shop;week;sandwiches', ...rows.slice(0, most).map(({ site, week, figure }) => `${site};${week};${figure}`)].join(
    '\n',
  )

beforeAll(async () => {
  till = createServer(({ headers }, response) => {
    if (isBroken || headers.authorization !== 'Bearer of-the-till') response.writeHead(isBroken ? 500 : 401).end()
    else response.end(table(rows.length))
  })
  await new Promise<void>((resolve) => till.listen(0, '127.0.0.1', resolve))
  postgres = await startServer(findOlderPostgres())
  const owner = new pg.Client({ connectionString: postgres.url })
  await owner.connect()
  await owner.query('create table waste (shop text, thrown_at timestamptz, kilos numeric)')
  for (const { site, week, figure } of rows)
    await owner.query('insert into waste values ($1, $2, $3)', [site, `${week}T09:00:00+01:00`, figure / 100])
  await owner.query("create role reader login password 'only reads'")
  await owner.query('grant select on waste to reader')
  await owner.end()
  folder = await mkdtemp(join(tmpdir(), 'ratchet-feed-story-'))
  const at = new URL(postgres.url).port
  Object.assign(settings, {
    FEED_FOLDER: folder,
    FEED_HOSTS: `private:localhost:${(till.address() as AddressInfo).port}`,
    FEED_DATABASES: `Back office=postgres://reader@127.0.0.1:${at}/ratchet`,
  })
})
const stage = useStage(settings)
afterAll(async () => {
  till?.closeAllConnections()
  till?.close()
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(page: Page): Promise<void> {
  await page.goto(stage.product.url)
  await page.getByLabel('E-mail address').fill('ingrid@example.org')
  await page.getByLabel('Password').fill(ownerPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor()
}

async function addMeasure(page: Page, name: string, unit: string, better: string): Promise<Locator> {
  await goTo(page, 'Measures')
  await page.getByRole('button', { name: 'Add a measure' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('What is counted').fill(name)
  await dialog.getByLabel('In which unit').fill(unit)
  await dialog.getByRole('radio', { name: better }).check()
  await dialog.getByLabel('One figure for each').selectOption('week')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return page.getByRole('region', { name: 'Comes by itself' })
}

test('an admin lets figures come from an address; when it fails the owner is told, and once it is mended they go on', async () => {
  const admin = await stage.browser.visitor({ mayFail: /422/ })
  const { page } = admin
  await setUp(page, stage.product, { place: 'Corner Bakeries' })
  const feeds = await addMeasure(page, 'Sandwiches sold', 'sandwiches', 'Higher is better')
  await feeds.getByText(/Nobody has to type/).waitFor()
  await feeds.getByRole('button', { name: 'Let figures come by themselves' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^An address/ }).check()
  const url = `http://localhost:${(till.address() as AddressInfo).port}/week.csv`
  await dialog.getByLabel('Address', { exact: true }).fill(url)
  await dialog.getByRole('button', { name: 'Look what is there' }).click()
  await dialog.getByText(/answered 401 instead of the table/).waitFor()
  await dialog.getByLabel(/^Header for a secret/).fill('Authorization')
  await dialog.getByLabel('Secret', { exact: true }).fill('Bearer of-the-till')
  await dialog.getByRole('button', { name: 'Look what is there' }).click()

  // What would come, before anything is stored.
  await dialog.getByText(/^week.csv: 24 rows with 3 columns, here after/).waitFor()
  await dialog.getByRole('row', { name: /Harbour.*2026-01-05.*400/ }).waitFor()
  expect(await dialog.getByLabel('Where', { exact: true }).inputValue()).toBe('shop')
  await dialog.getByLabel('Names that are not known yet').selectOption('shop')
  await admin.expectAccessible()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await feeds.getByText(/24 new, 0 corrected, 0 as before, 0 left out/).waitFor({ timeout: patienceMs })
  await page
    .getByRole('row', { name: /Market/ })
    .first()
    .waitFor()
  await admin.expectAccessible()

  await openChart(page, 'Market')
  expect((await rowOf(page, 'Week of 23 Mar 2026'))[0]).toBe(String(sold(11, 1)))
  await page.goBack()
  await page.goBack()

  // Its address breaks down. After three times it rests, and its owner hears of it.
  isBroken = true
  for (const _ of [1, 2, 3]) {
    const before = await runsSeen(page, feeds)
    await feeds.getByRole('button', { name: 'Run now' }).click()
    await expect.poll(() => runsSeen(page, feeds), { timeout: patienceMs }).toBe(before + 1)
  }
  await feeds.getByText('Paused', { exact: true }).waitFor()
  await feeds.getByText(/answered 500 instead of the table/).waitFor()
  await admin.expectAccessible()
  await page
    .getByRole('button', { name: /thing.* you were told/ })
    .first()
    .click()
  await page
    .getByText('Figures of Sandwiches sold no longer come by themselves: it failed three times in a row')
    .waitFor()
  await page.keyboard.press('Escape')

  isBroken = false
  await feeds.getByRole('button', { name: 'Go on' }).click()
  await feeds.getByText(/nothing new/).waitFor({ timeout: patienceMs })
  admin.expectCalm()
})

async function runsSeen(page: Page, feeds: Locator): Promise<number> {
  await feeds.getByRole('button', { name: 'All runs' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('row').nth(1).waitFor()
  const count = await dialog.getByRole('row').count()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  return count
}

test('an admin asks the database of the back office: what is wrong is said with its place, what it gives is shown first', async () => {
  const admin = await stage.browser.visitor({ mayFail: /422|401/ })
  const { page } = admin
  await signIn(page)
  const feeds = await addMeasure(page, 'Food thrown away', 'kg', 'Lower is better')
  await feeds.getByRole('button', { name: 'Let figures come by themselves' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^A database/ }).check()
  const look = dialog.getByRole('button', { name: 'Look what is there' })
  await dialog.getByLabel('What the query is called').fill('Waste by shop and week')
  const sql = dialog.getByLabel('Query (SQL)')
  await sql.fill("select shop, date_trunc('week', thrown_at) as week,\n  sum(kilo) as kilos\nfrom waste group by 1, 2")

  // Nobody named a password: it is asked for, and a wrong one is told from a right one.
  await look.click()
  await dialog.getByText('The database Back office wants a password. Enter it, and look again.').first().waitFor()
  const password = dialog.getByLabel('Password of the database')
  await password.fill('guessed')
  await look.click()
  await dialog.getByText(/The database Back office refused the login/).waitFor()
  await password.fill('only reads')
  await look.click()
  await dialog
    .getByText(/^Line 2: There is no column “kilo”/)
    .first()
    .waitFor()
  await admin.expectAccessible()
  await sql.fill('delete from waste')
  await look.click()
  await dialog
    .getByText(/Only reading is possible here/)
    .first()
    .waitFor()

  await sql.fill(
    "select shop, date_trunc('week', thrown_at) as week,\n  sum(kilos) as kilos\nfrom waste\ngroup by 1, 2\norder by 1, 2",
  )
  await look.click()
  await dialog.getByText(/^Waste by shop and week: 24 rows with 3 columns, here after/).waitFor()
  await dialog.getByRole('row', { name: /Harbour.*2026-01-05.*4/ }).waitFor()
  await admin.expectAccessible()
  await dialog.getByLabel('How often').selectOption('week')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await feeds.getByRole('row', { name: /Waste by shop and week, from the database Back office/ }).waitFor()
  await feeds.getByText(/24 new, 0 corrected, 0 as before, 0 left out/).waitFor({ timeout: patienceMs })
  await admin.expectAccessible()
  const address = page.url()

  await openChart(page, 'Market')
  expect((await rowOf(page, 'Week of 23 Mar 2026'))[0]).toBe(String(sold(11, 1) / 100))

  // The password is with the feed: another look needs none.
  await page.goto(address)
  await feeds.getByRole('button', { name: 'Change' }).click()
  await dialog.getByText('There is one. Leave this empty to keep it.').waitFor()
  await look.click()
  await dialog.getByText(/^Waste by shop and week: 24 rows/).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(stage.product.output()).not.toContain('only reads')
  const shown = await stage.product.ratchet('config')
  expect(shown.stdout).toContain('FEED_DATABASES=Back office=postgres://reader@127.0.0.1:')
  admin.expectCalm()
})

test('a new file in the folder is read when it is there, and corrects what came before', async () => {
  const admin = await stage.browser.visitor({ mayFail: /422|401/ })
  const { page } = admin
  await signIn(page)
  await addMeasure(page, 'Coffees sold', 'cups', 'Higher is better')
  const feeds = page.getByRole('region', { name: 'Comes by itself' })
  await feeds.getByRole('button', { name: 'Let figures come by themselves' }).click()
  const dialog = page.getByRole('dialog')
  const look = dialog.getByRole('button', { name: 'Look what is there' })
  await dialog.getByLabel('File name').fill('coffee-*.csv')
  await look.click()
  await dialog.getByText('No file in the folder is called like coffee-*.csv.').waitFor()
  await writeFile(join(folder, 'coffee-1.csv'), table(20))
  await look.click()
  await dialog.getByText(/^coffee-1.csv: 20 rows with 3 columns/).waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await feeds.getByText(/20 new, 0 corrected, 0 as before, 0 left out/).waitFor({ timeout: patienceMs })
  await writeFile(join(folder, 'coffee-2.csv'), table(24).replace(`;${sold(0, 0)}`, ';1'))
  await feeds.getByRole('button', { name: 'Run now' }).click()
  await feeds.getByText(/4 new, 1 corrected, 19 as before, 0 left out/).waitFor({ timeout: patienceMs })
  await feeds.getByRole('button', { name: 'All runs' }).click()
  await dialog.getByRole('row', { name: /coffee-1.csv/ }).waitFor()
  await admin.expectAccessible()
  await page.keyboard.press('Escape')

  // The same in German.
  const address = page.url()
  await goTo(page, 'Settings')
  await page.getByLabel('Language').selectOption('de')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByRole('navigation', { name: 'Haupt', exact: false }).first().waitFor()
  await page.goto(address)
  const german = page.getByRole('region', { name: 'Kommt von selbst' })
  await german.getByText(/4 neu, 1 berichtigt, 19 wie vorher, 0 ausgelassen/).waitFor()
  await german.getByRole('button', { name: 'Zahlen von selbst kommen lassen' }).click()
  await dialog.getByRole('radio', { name: /^Eine Datenbank/ }).check()
  await dialog.getByLabel('Wie die Abfrage heißt').fill('Abfall')
  await dialog.getByLabel('Passwort der Datenbank').fill('only reads')
  await dialog.getByLabel('Abfrage (SQL)').fill('select shop\nfrm waste')
  await dialog.getByRole('button', { name: 'Nachsehen, was da ist' }).click()
  await dialog
    .getByText(/^Zeile 2: Die Abfrage lässt sich bei „waste“ nicht lesen. Die Datenbank sagt: syntax error/)
    .waitFor()
  await admin.expectAccessible()
  admin.expectCalm()
})
