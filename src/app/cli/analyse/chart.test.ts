import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { WrongInput } from '../wrong-input.ts'
import { type AskedChart, chartTold } from './chart.ts'
import { reportOf } from './report.ts'
import { textOf } from './text.ts'

const reference = (path: string) => fileURLToPath(new URL(`../../../../reference/${path}`, import.meta.url))
const accidents = reference('spc-qicharts2/nhs_accidents.csv')
const cans: AskedChart = {
  period: 'sample',
  value: 'D',
  denominator: 'size',
  chart: 'p',
  changes: [],
  rules: 'outside',
}

async function draw(file: string, asked: AskedChart) {
  const told = await chartTold(file, asked)
  return { ...told, periods: (told.json.signals ?? []).map(({ period }) => Number(period)) }
}

describe('a control chart from a file', () => {
  // Montgomery, Introduction to Statistical Quality Control: cans of orange juice, the first 30 samples.
  test('gives the textbook its limits and the two samples outside them', async () => {
    const { numbers, periods, json } = await draw(reference('spc-montgomery/orangejuice.txt'), {
      ...cans,
      baseline: 30,
    })
    expect(numbers[1]?.map(Number).slice(2, 5)).toEqual([
      expect.closeTo(0.0524, 4),
      expect.closeTo(0.2313, 4),
      expect.closeTo(0.4102, 4),
    ])
    expect(periods.filter((sample) => sample <= 30)).toEqual([15, 23])
    expect(json).toMatchObject({ design: 'chart', method: 'p', estimate: null, pValue: null, grade: null })
  })

  // Mohammed et al. (2013): the ordinary chart is blinded by its own size.
  test('of large groups: 16 of 20 weeks outside by the p chart, none by p-prime', async () => {
    const asked: AskedChart = { ...cans, period: 'i', value: 'r', denominator: 'n', baseline: 'all' }
    const plain = await draw(accidents, asked)
    expect(plain.periods).toEqual([1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19])
    const prime = await draw(accidents, { ...asked, chart: "p'" })
    expect(prime.periods).toEqual([])
    expect(prime.json.sentence).toBe('r: nothing but common variation in 20 points.')
    expect(prime.lead).toContain('10.6 times as widely')
  })

  test('prints for people and as a page, with every marked point', async () => {
    const told = await chartTold(accidents, { ...cans, period: 'i', value: 'r', denominator: 'n', baseline: 'all' })
    const text = textOf(told)
    expect(text).toMatch(/^r: a point below the limits at 1, and 15 more signals\./)
    expect(text).toMatch(/outside the limits/)
    expect(text).not.toMatch(/Evidence grade|Can you trust it/)
    const page = reportOf(told, 'a.csv')
    expect(page.match(/class="dot-worse"/g)).toHaveLength(2 * 16)
    expect(page).not.toMatch(/NaN|undefined/)
  })

  test('without a period every row is one', async () => {
    const { json } = await draw(reference('spc-qicharts2/complaints.csv'), {
      value: 'complaints',
      chart: 'run',
      changes: [],
    })
    expect(json.rows).toBeGreaterThan(5)
  })
})

describe('the same counts in other charts', () => {
  test('np is the p chart times the size of a group; groups of two sizes are refused', async () => {
    const oranges = reference('spc-montgomery/orangejuice.txt')
    const shares = await draw(oranges, { ...cans, baseline: 30 })
    const counts = await draw(oranges, { ...cans, chart: 'np', baseline: 30 })
    expect(counts.periods).toEqual(shares.periods)
    expect(Number(counts.numbers[1]?.[3])).toBeCloseTo(50 * Number(shares.numbers[1]?.[3]), 2)
    const unequal = draw(accidents, { ...cans, period: 'i', value: 'r', denominator: 'n', chart: 'np' })
    await expect(unequal).rejects.toThrow(/all groups must be of one size, and there are .* use --chart p/)
  })

  test('without rules there are limits, and nothing is marked', async () => {
    const { json, numbers } = await draw(accidents, {
      ...{ ...cans, period: 'i', value: 'r', denominator: 'n', rules: 'none' as const },
    })
    expect(json).toMatchObject({ signals: [], sentence: 'r: 20 points, and no rule to mark any.' })
    expect(numbers[1]?.[2]).not.toBe('')
    expect(numbers.slice(1).every((row) => row[5] === '')).toBe(true)
  })
})

describe('wrong input', () => {
  const refused = (asked: AskedChart) =>
    chartTold(accidents, asked).then(
      () => '',
      (error: unknown) => (error instanceof WrongInput ? error.message : String(error)),
    )
  test('a share needs to know of how many', async () => {
    expect(await refused({ value: 'r', chart: 'p', changes: [] })).toMatch(/^--chart p: say by --denominator/)
  })
  test('a share above 1 is refused with its figures', async () => {
    expect(await refused({ value: 'n', denominator: 'r', chart: 'p', changes: [] })).toMatch(/must not exceed its size/)
  })
  test('a change in a period that is not there', async () => {
    expect(await refused({ value: 'r', chart: 'xmr', changes: ['May'] })).toBe(
      '--changes: there is no period "May"; write it as the sheet does, such as "1".',
    )
  })
  test('several rows a period, where a chart takes one', async () => {
    const cabg = reference('spc-qicharts2/cabg.csv')
    const error = await chartTold(cabg, { period: 'date', value: 'los', chart: 'xmr', changes: [] }).catch(
      (e: unknown) => e,
    )
    expect(String(error)).toMatch(/rows, and this chart takes one a period; for several use --chart xbar-s/)
  })
})
