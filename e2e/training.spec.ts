import { expect, test } from 'vitest'
import { lookBackOn } from './harness/looked-back.ts'
import { setUp } from './harness/set-up.ts'
import { decide, ledgerLine, reference } from './harness/steps.ts'
import { useStage } from './harness/story.ts'

const stage = useStage()

test('a year of training grants: less scrap perhaps, too close to call after one year, and nothing is booked', async () => {
  const visitor = await stage.browser.visitor()
  await setUp(visitor.page, stage.product, { place: 'Michigan Parts' })
  const said = await lookBackOn(stage, visitor, 'Pay for the training of operators. Then they scrap less.', {
    file: reference('jtrain-scrap/first_year.csv'),
    columns: { Where: 'fcode', When: 'year', 'The figure': 'lscrap', 'Which sites get the change': 'grant' },
    since: '1988',
    question: 'Is less scrapped in the year of the grant?',
    metric: { name: 'Scrap', unit: 'log points', better: 'Lower is better', worth: '100' },
  })
  // The published first difference is -0.317 (0.164), and within chance.
  expect(said.sentence).toBe(
    'Looking back: Too close to call: with the change, Scrap could be anything from 0.032 log points worse to 0.666 log points better.',
  )
  await visitor.page.getByText('0.317 log points lower').first().waitFor()
  // Of 157 firms 54 reported their scrap in both years: that is said, and takes one off.
  expect(said.lead).toContain('19 of 36 sites with the change against 35 of 121 without it')
  await visitor.page.getByText('Much is missing, or more in one group').first().waitFor()
  expect(said.grade).toBe('C')
  await decide(visitor.page, 'Drop', 'Look again after the second year.')
  const line = await ledgerLine(visitor.page, /Pay for the training/)
  expect(line).toContain('no amount')
  visitor.expectCalm()
})
