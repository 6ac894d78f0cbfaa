import { beforeAll, expect, test } from 'vitest'
import type { Visitor } from './harness/open-browser.ts'
import { setUp } from './harness/set-up.ts'
import { freeze, justTryIt, reference, writeIdea } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

interface Story {
  design: string
  idea: string
  file: string
  /** What is chosen in which list, in order. */
  choices: [label: string, option: string][]
  since?: string
  /** Of the columns that are folded away. */
  more?: [label: string, option: string]
  metric: { name: string; kind?: string }
  /** What the page says once the table is read, and what the result begins with. */
  read: RegExp
  headline: RegExp
}

const stories: Story[] = [
  {
    design: 'One after another',
    idea: 'Raise the minimum wage county by county. Then nobody has to leave home for work.',
    file: 'mpdta-minimum-wage/mpdta.csv',
    choices: [
      ['Where', 'countyreal'],
      ['When', 'year'],
      ['The figure', 'lemp'],
      ['When each site starts', 'first.treat'],
    ],
    metric: { name: 'Teen employment' },
    read: /500 sites in 3 waves/,
    headline: /Teen employment/,
  },
  {
    design: 'People or things are split by lot',
    idea: 'Let the shop smell of chocolate. Then people stay longer and buy more books.',
    file: 'chocolate-scent-store/mcgrath.csv',
    choices: [
      ['The group', 'treatment'],
      ['The figure', 'grandtotal'],
      ['The group with the change', '1'],
      ['The group without it', '0'],
    ],
    metric: { name: 'Takings of a day' },
    read: /612/,
    headline: /Takings of a day/,
  },
  {
    design: 'One place, before and after',
    idea: 'Ban smoking in every café on the island. Then fewer hearts stop.',
    file: 'sicily-smoking-ban/sicily.csv',
    choices: [
      ['When', 'time'],
      ['The figure', 'aces'],
    ],
    more: ['Divided by', 'stdpop'],
    since: '37',
    metric: { name: 'Heart attacks' },
    read: /59/,
    headline: /Heart attacks/,
  },
]

let visitor: Visitor
beforeAll(async () => {
  visitor = await stage.browser.visitor()
  await setUp(visitor.page, stage.product, { place: 'Corner Shops' })
})

test.each(stories)('looking back by “$design”: a table becomes a result', async (story) => {
  const { page, expectCalm, expectAccessible } = visitor
  await page.goto(stage.product.url)
  await writeIdea(page, story.idea)
  await justTryIt(page)
  await page.getByRole('button', { name: 'Plan a trial' }).click()
  await page.waitForURL(/\/plan$/)
  await page.getByText(story.design, { exact: true }).click()
  await page.getByText('Look back', { exact: true }).click()
  await page.locator('input[type=file]').setInputFiles(reference(story.file))
  await page.getByRole('table').first().waitFor()
  for (const [label, option] of story.choices) await page.getByLabel(label, { exact: true }).selectOption(option)
  if (story.more) {
    await page.getByText('More columns, where the table has them').click()
    await page.getByLabel(story.more[0]).selectOption(story.more[1])
  }
  if (story.since) await page.getByLabel('First period with the change').fill(story.since)
  await page.getByText(story.read).first().waitFor()
  await expectAccessible()
  await page.getByLabel('Question', { exact: true }).fill('Does it do what we hope?')
  const known = page.getByLabel('Which measure?')
  if (await known.isVisible()) await known.selectOption({ label: 'Another one, not in this list' })
  await page.getByLabel('What is counted').fill(story.metric.name)
  await page.getByLabel('In which unit').fill('points')
  await page.getByRole('radio', { name: 'Higher is better' }).first().check()
  await page.getByRole('button', { name: 'Use this measure' }).click()
  await freeze(page, 'Freeze and measure')
  await page.getByRole('heading', { level: 1, name: story.headline }).waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Looking back/)
  expectCalm()
})
