import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareQuantiles } from '#lib/stats/means/compare-quantiles.ts'
import { setUp } from './harness/set-up.ts'
import { freeze, justTryIt, plainText, planTrial, readResult, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

/** Made up: 240 customers at two tills. A few wait so long that a mean would be about them alone. */
const customers = Array.from({ length: 240 }, (_, at) => {
  const isLeft = at % 2 === 0
  const minutes = 2 + ((at * 37) % 101) / 20 + (at % 31 === 0 ? 40 : 0) - (isLeft ? 1 : 0)
  return { isLeft, minutes: Number(minutes.toFixed(2)), age: at % 3 === 0 ? 'old' : 'young' }
})
const minutesOf = (isLeft: boolean) =>
  customers.filter((customer) => customer.isLeft === isLeft).map(({ minutes }) => minutes)

let folder: string
let table: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-sheets-'))
  table = join(folder, 'waiting.csv')
  const rows = customers.map(({ isLeft, minutes, age }, at) => `c${at},${isLeft ? 'left' : 'right'},${minutes},${age}`)
  await writeFile(table, `customer,scanner,minutes,age\n${rows.join('\n')}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a shop compares medians by lot, looks at kinds apart, and reads who foresaw it', async () => {
  const visitor = await stage.browser.visitor({ mayFail: /401|422/ })
  const { page } = visitor
  await setUp(page, stage.product, { place: 'Corner Shops' })
  await writeIdea(page, 'Put the scanner on the left. Then people wait less.')
  await justTryIt(page)
  await planTrial(page, {
    door: 'Look back',
    design: 'People or things are split by lot',
    file: table,
    columns: {
      'The group': 'scanner',
      'The figure': 'minutes',
      'The group with the change': 'left',
      'The group without it': 'right',
    },
    more: { 'Who or what was drawn': 'customer' },
    question: 'Do people wait less when the scanner is on the left?',
    metric: { name: 'Waiting time', unit: 'min', better: 'Lower is better', kind: 'A median or the like' },
    isRandomised: true,
  })
  await page.getByLabel(/^Which quantile/).fill('50')
  await page.getByText('Planned shares, and kinds of people or things').click()
  await page.getByLabel(/^Parts meant for the group with the change/).fill('1')
  await page.getByLabel(/^Parts meant for the group without it/).fill('1')
  await page.getByRole('checkbox', { name: 'age' }).check()
  // Whoever looks back is not asked what is over.
  expect(await page.getByLabel(/^(People or things it takes|Planned start|Planned end)/).count()).toBe(0)
  expect(await page.getByText('Stop early when it clearly works').count()).toBe(0)
  await page.getByRole('button', { name: 'Add what somebody expects' }).click()
  await page.getByLabel('At least').fill('3')
  await page.getByLabel('At most', { exact: true }).fill('4')
  await visitor.expectAccessible()
  await freeze(page, 'Freeze and measure')

  const { sentence, grade } = await readResult(page)
  const { estimate, low, high } = compareQuantiles(minutesOf(true), minutesOf(false), 0.5)
  if (estimate === null || low === null || high === null) throw new Error('the reference has no interval')
  expect(sentence).toBe(
    `Looking back: Waiting time came out ${(-estimate).toFixed(2)} min lower with “left” than with “right”: better, plausibly by ${(-high).toFixed(2)} to ${(-low).toFixed(2)}.`,
  )
  expect(grade).toBe('B')
  const foreseen = page.getByRole('region', { name: 'Who foresaw it' })
  const said = await plainText(foreseen)
  expect(said).toContain('More was expected of it than it brought.')
  expect(said).toContain('3 to 4 min lower')
  await page.getByText('age: old').waitFor()
  await page.getByText('Waiting time, the median. In min. Lower is better.').waitFor()
  await page.getByText('How it is worked out').click()
  await page.getByText('1 to 1, with the change to without').waitFor()
  await visitor.expectAccessible()
  visitor.expectCalm()
})
