import { beforeAll, expect, test } from 'vitest'
import { lookBackOn } from './harness/looked-back.ts'
import type { Visitor } from './harness/open-browser.ts'
import { setUp } from './harness/set-up.ts'
import { plainText, reference } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

let visitor: Visitor
beforeAll(async () => {
  visitor = await stage.browser.visitor()
  await setUp(visitor.page, stage.product)
})

test('licorice before the operation halves the sore throats, 18.8 against 36.2 per cent', async () => {
  const said = await lookBackOn(
    stage,
    visitor,
    'Let patients gargle with licorice. Then fewer wake with a sore throat.',
    {
      design: 'People or things are split by lot',
      file: reference('licorice-gargle/half_hour.csv'),
      columns: {
        'The group': 'gargle',
        'The figure': 'sore_throat',
        'The group with the change': 'licorice',
        'The group without it': 'sugar water',
      },
      question: 'Do fewer patients have a sore throat half an hour after?',
      metric: {
        name: 'Sore throats',
        unit: 'of all patients',
        better: 'Lower is better',
        kind: 'So many out of so many',
      },
      isRandomised: true,
    },
  )
  expect(said.sentence).toBe(
    'Looking back: Sore throats came out 17.4 percentage points lower with “licorice” than with “sugar water”: better, plausibly by 6.0 to 28.5.',
  )
  // Published: 0.188 of 117 against 0.362 of 116.
  expect(said.lead).toContain('117 with “licorice” (19 %) against 116 with “sugar water” (36 %).')
  expect(said.grade).toBe('B')
})

test('contact tracing in steps: what was planned and what was really done stand side by side', async () => {
  const said = await lookBackOn(
    stage,
    visitor,
    'Let a machine send the first message to contacts. Then tracers have time.',
    {
      design: 'One after another',
      file: reference('cict-stepped-wedge/areas.csv'),
      columns: { Where: 'zip', When: 'week', 'The figure': 'filled', 'When each site starts': 'started' },
      more: { 'How many are behind each figure': 'cases', 'Who really did it': 'automated' },
      question: 'Are the forms still filled in as well?',
      metric: { name: 'Fields filled in', unit: 'of all', better: 'Higher is better' },
      isRandomised: true,
      method: 'Stepped wedge: one effect beside sites and periods',
    },
  )
  // As planned; the trap is to compare those who took it with those who did not.
  expect(said.sentence).toContain('came out 0.0179 of all lower with the change than without it: worse')
  expect(said.lead).toContain('29 sites, 193 figures; each site is compared with itself')
  expect(said.grade).toBe('B')
  const beside = visitor.page.getByRole('region', { name: 'How much it takes to overturn it' })
  await beside.getByText('On those who really took it').waitFor()
  expect(await plainText(beside)).toContain(
    'The headline counts everybody as planned, because that is what adopting it gives. On those who took it because of the plan it came out 0.255 of all lower',
  )
})

test('a smoking ban in Sicily did not harm: the count rose, and less than where it was heading', async () => {
  const said = await lookBackOn(stage, visitor, 'Ban smoking in every café on the island. Then fewer hearts stop.', {
    design: 'One place, before and after',
    file: reference('sicily-smoking-ban/sicily.csv'),
    columns: { When: 'time', 'The figure': 'aces' },
    more: { 'Divided by': 'stdpop' },
    since: '37',
    season: '12',
    isStep: true,
    question: 'Are there fewer acute coronary events?',
    metric: { name: 'Heart attacks', unit: 'cases', better: 'Lower is better', kind: 'So many in so much' },
  })
  expect(said.sentence).toBe(
    'Looking back: Heart attacks came out 111 cases lower than where it was heading: better, plausibly by 60 to 163.',
  )
  // The trap: the bare count rose from 213 to 221 in 100,000, and that is said beside it.
  expect(said.lead).toContain('The bare figure rose all the same: it was on its way there already')
  expect(said.grade).toBe('C')
  const text = await plainText(visitor.page.locator('main'))
  expect(text).not.toMatch(/made things worse|: worse/)
  await visitor.page.getByText('How this was computed').last().click()
  // The published rate ratio with a season: 0.885 (0.839 to 0.933).
  await visitor.page
    .getByText('At the start the rate became 0.885 times what it was heading for (0.838 to 0.934).')
    .first()
    .waitFor()
})

test('infections fell after a new cleaning plan: before and after, as an association', async () => {
  const said = await lookBackOn(stage, visitor, 'Clean the rooms by the new plan. Then fewer catch an infection.', {
    design: 'People or things are split by lot',
    file: reference('spc-qicharts2/cdi.csv'),
    columns: {
      'The group': 'period',
      'The figure': 'n',
      'The group with the change': 'post',
      'The group without it': 'pre',
    },
    more: { 'Divided by': 'days' },
    question: 'Are there fewer infections?',
    metric: { name: 'Infections', unit: 'a patient day', better: 'Lower is better', kind: 'So many in so much' },
  })
  expect(said.sentence).toBe(
    'Looking back: Infections came out 0.000802 a patient day lower with “post” than with “pre”: better, plausibly by 0.000612 to 0.000991.',
  )
  // 13.0 in 10,000 patient days before, 5.0 after: 0.385 times as many.
  expect(said.lead).toContain('12 with “post” (0.000501 a patient day) against 24 with “pre” (0.0013 a patient day).')
  expect(said.lead).toContain('Nobody drew lots, so this is an association')
  expect(said.grade).toBe('B')
  await visitor.page.getByText('62 % better').first().waitFor()
})
