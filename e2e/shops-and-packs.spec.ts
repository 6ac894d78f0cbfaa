import { beforeAll, expect, test } from 'vitest'
import { lookBackOn } from './harness/looked-back.ts'
import type { Visitor } from './harness/open-browser.ts'
import { setUp } from './harness/set-up.ts'
import {
  decide,
  freeze,
  justTryIt,
  ledgerLine,
  plainText,
  planTrial,
  readResult,
  reference,
  writeIdea,
} from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

/** What each set was published with stands in its `SOURCE.md`. */
let visitor: Visitor
beforeAll(async () => {
  visitor = await stage.browser.visitor({ mayFail: /401|422/ })
  await setUp(visitor.page, stage.product, { place: 'Corner Shops' })
})

const arms = (treated: string, comparison: string) => ({
  'The group with the change': treated,
  'The group without it': comparison,
})

test('a paper wrap makes people take the plastic pack for greener: 3.34 against 2.16', async () => {
  const idea = 'Wrap the plastic tray in paper. Then people take it for greener.'
  const { sentence, lead, grade } = await lookBackOn(stage, visitor, idea, {
    design: 'People or things are split by lot',
    file: reference('packaging-experiments/paper_plastic_SKD23_S2A.csv'),
    columns: { 'The group': 'proportion', 'The figure': 'pef', ...arms('2', '0') },
    question: 'Do people take the pack for greener?',
    metric: { name: 'Perceived greenness', unit: 'points', better: 'Higher is better' },
    isRandomised: true,
  })
  expect(sentence).toBe(
    'Looking back: Perceived greenness came out 1.18 points higher with “2” than with “0”: better, plausibly by 0.93 to 1.44.',
  )
  expect(lead).toContain('212 with “2” (3.34 points) against 196 with “0” (2.16 points).')
  expect(grade).toBe('B')
})

test('each of 399 people saw both pictures of a lemon, and is compared with themselves: 3.72 against 3.48', async () => {
  const idea = 'Show the lemon cut open on the pack. Then people like the tea more.'
  const { sentence, lead, grade } = await lookBackOn(stage, visitor, idea, {
    design: 'People or things are split by lot',
    file: reference('packaging-experiments/pack_picture_SE24_S3.csv'),
    columns: { 'The group': 'lemon', 'The figure': 'evaluation', ...arms('cut', 'whole') },
    more: { 'Who or what was drawn': 'id' },
    question: 'Do people like the tea more?',
    metric: { name: 'Liking of the pack', unit: 'points', better: 'Higher is better' },
    isRandomised: true,
  })
  expect(sentence).toContain('came out 0.246 points higher with “cut” than with “whole”: better, plausibly by 0.174 to')
  // The trap: two rows of one person are no two people.
  expect(lead).toContain('399 measured both ways: 3.72 points with “cut”, 3.48 points with “whole”.')
  expect(grade).toBe('B')
})

test('a scent of chocolate in a bookshop: 612 against 575 dollars a day is too close to call, and nothing is booked', async () => {
  const idea = 'Let the shop smell of chocolate. Then people stay longer and buy more books.'
  const { sentence, lead, grade } = await lookBackOn(stage, visitor, idea, {
    design: 'People or things are split by lot',
    file: reference('chocolate-scent-store/mcgrath.csv'),
    columns: { 'The group': 'treatment', 'The figure': 'grandtotal', ...arms('1', '0') },
    question: 'Do people buy more?',
    metric: { name: 'Takings of a day', unit: 'dollars', better: 'Higher is better', worth: '1' },
    isRandomised: true,
  })
  expect(sentence).toBe(
    'Looking back: Too close to call: with the change, Takings of a day could be anything from 69 dollars worse to 142 dollars better.',
  )
  expect(lead).toContain('16 with “1” (612 dollars) against 14 with “0” (575 dollars).')
  expect(grade).toBe('B')
  await visitor.page.getByText('The figures cannot tell.').first().waitFor()
  await decide(visitor.page, 'Drop', 'Nothing that one month could show.')
  const line = await ledgerLine(visitor.page, /smell of chocolate/)
  expect(line).toContain('no amount')
  expect(line).toContain('Could not tell')
})

test('cheese on display: shops seen one way only are sent back, and what 79 others show is called an association', async () => {
  const { page, expectAccessible, expectCalm } = visitor
  await page.goto(stage.product.url)
  await writeIdea(page, 'Put the cheese on display at the end of the aisle.')
  await justTryIt(page)
  await planTrial(page, {
    door: 'Look back',
    design: 'People or things are split by lot',
    file: reference('cheese-display/shop_weeks.csv'),
    columns: { 'The group': 'on_display', 'The figure': 'log_volume', ...arms('yes', 'no') },
    more: { 'Who or what was drawn': 'retailer' },
    question: 'Is more cheese sold in weeks with a display?',
    metric: { name: 'Cheese sold', unit: 'log units', better: 'Higher is better' },
  })
  await page
    .getByText(/^79 are in both groups, such as “.*”, and others, such as “.*”, in one only\./)
    .first()
    .waitFor()
  await expectAccessible()
  // The mended table keeps every choice.
  await page.locator('input[type=file]').setInputFiles(reference('cheese-display/shops_seen_both_ways.csv'))
  await page.getByText('Everyone is in both groups, and is compared with themselves.').first().waitFor()
  await freeze(page, 'Freeze and measure')
  const { sentence, lead, grade } = await readResult(page)
  // Over all rows it would be 0.438: half of that gap is which shops put cheese on display at all.
  expect(sentence).toBe(
    'Looking back: Cheese sold came out 0.350 log units higher with “yes” than with “no”: better, plausibly by 0.277 to 0.422.',
  )
  expect(lead).toContain('79 measured both ways')
  expect(lead).toContain(
    'Nobody drew lots, so this is an association: whatever else tells the two apart may be behind it.',
  )
  expect(grade).toBe('B')
  await expectAccessible()
  expectCalm()
})

test('California taxes cigarettes: 19.5 packs fewer than a mixture of states, rank 3 of 39, with the other reading beside it', async () => {
  const idea = 'Tax a packet of cigarettes. Then people smoke less.'
  const { sentence, lead, grade } = await lookBackOn(stage, visitor, idea, {
    design: 'Some sites get it, others do not',
    file: reference('prop99-smoking/smoking.csv'),
    columns: { Where: 'state', When: 'year', 'The figure': 'cigsale', 'Which sites get the change': 'state' },
    treated: ['California'],
    since: '1989',
    question: 'Do people smoke less?',
    metric: { name: 'Cigarettes sold', unit: 'packs a head', better: 'Lower is better' },
    method: 'A mixture of the other sites',
  })
  expect(sentence).toBe(
    'Looking back: Cannot tell: Cigarettes sold came out 19.51 packs a head lower with the change than without it, but chance alone could do that (p = 0.077; the smallest possible is 0.026).',
  )
  expect(lead).toContain('One site with the change against a mixture of 6 of 38 others.')
  expect(grade).toBe('B')
  await visitor.page
    .getByText(/^The mixture: .*Utah/)
    .first()
    .waitFor()
  const beside = await plainText(visitor.page.getByRole('region', { name: 'How much it takes to overturn it' }))
  expect(beside).toContain('Synthetic difference in differences It comes out 15.6 packs a head lower')
  expect(beside).toContain(
    'Difference in differences, placebo permutation It comes out 27.35 packs a head lower (p = 0.13).',
  )
})

test('a minimum wage in waves over 500 counties: 0.0310 fewer, not the 0.0365 of the two-way table', async () => {
  const idea = 'Raise the minimum wage county by county. Then nobody has to leave home for work.'
  const { sentence, lead, grade } = await lookBackOn(stage, visitor, idea, {
    design: 'One after another',
    file: reference('mpdta-minimum-wage/mpdta.csv'),
    columns: { Where: 'countyreal', When: 'year', 'The figure': 'lemp', 'When each site starts': 'first.treat' },
    question: 'Are more teenagers in work?',
    metric: { name: 'Teen employment', unit: 'log points', better: 'Higher is better' },
  })
  expect(sentence).toBe(
    'Looking back: Teen employment came out 0.0310 log points lower with the change than without it: worse, plausibly by 0.0064 to 0.0556.',
  )
  expect(lead).toContain('500 sites in 3 waves; each wave is compared with the 309 that never start.')
  expect(grade).toBe('B')
})
