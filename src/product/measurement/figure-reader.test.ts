import { describe, expect, test } from 'vitest'
import type { Every, MetricKind } from '#product/metric/metric.ts'
import { doubtTally } from './doubt-tally.ts'
import { figureReader } from './figure-reader.ts'
import { figureSurvey } from './figure-survey.ts'
import type { ImportColumns } from './measurement.ts'

const long: ImportColumns = {
  site: 'shop',
  period: 'week',
  value: 'sales',
  denominator: null,
  dateOrder: null,
  numberStyle: null,
}
const wide: ImportColumns = { ...long, period: null, value: null }

function read(
  table: string,
  columns: ImportColumns,
  { kind = 'mean', every = 'week', today = '2025-01-01' }: { kind?: MetricKind; every?: Every; today?: string } = {},
) {
  const [header = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(';'))
  const survey = figureSurvey(header, columns, { kind, every }, 'point')
  for (const [at, cells] of rows.entries()) survey.add(at + 2, cells)
  const surveyed = survey.finish()
  const doubts = doubtTally()
  const reader = figureReader(surveyed, doubts, { kind, today, isKnown: surveyed.sites.map(() => true) })
  const figures = rows.flatMap((cells, at) => reader(at + 2, cells))
  return {
    figures: figures.map(({ site, on, value, denominator }) => [
      surveyed.sites[site]?.name,
      on,
      value,
      ...(denominator === null ? [] : [denominator]),
    ]),
    doubts: doubts.list().map(({ code, count, places }) => [code, count, places[0]?.row]),
    unsure: surveyed.unsure,
  }
}

/** The message that reading is refused with, and the field it points at. */
function refusal(...given: Parameters<typeof read>) {
  try {
    read(...given)
  } catch (error) {
    const { messageId, fields } = error as { messageId: string; fields: { pointer: string }[] }
    return [messageId, fields[0]?.pointer]
  }
  return null
}

describe('figures in a table', () => {
  test('one row for each site and period; two spellings of a site are one', () => {
    const { figures, doubts } = read(
      'shop;week;sales\nNorth;2024-W19;12.5\n north ;2024-W20;13\nSouth;KW 19 2024;8',
      long,
    )
    expect(figures).toEqual([
      ['North', '2024-05-06', 12.5],
      ['North', '2024-05-13', 13],
      ['South', '2024-05-06', 8],
    ])
    expect(doubts).toEqual([])
  })

  test('a wide table has a column for each period, and others that are passed over', () => {
    const table = 'shop;region;2024-05;Jun 2024\nNorth;N;1;2\nSouth;S;;4'
    const { figures, doubts } = read(table, wide, { every: 'month' })
    expect(figures).toEqual([
      ['North', '2024-05-01', 1],
      ['North', '2024-06-01', 2],
      ['South', '2024-06-01', 4],
    ])
    expect(doubts).toEqual([['no-value', 1, 3]])
  })

  test('the decimal sign is settled by the whole column, and asked for when nothing settles it', () => {
    expect(read('shop;week;sales\nA;2024-W19;1.234\nA;2024-W20;0,5', long).figures[0]?.[2]).toBe(1234)
    expect(read('shop;week;sales\nA;2024-W19;1.234', long)).toMatchObject({ unsure: { number: '1.234' } })
    const said = read('shop;week;sales\nA;2024-W19;1.234', { ...long, numberStyle: 'comma' })
    expect(said).toMatchObject({ figures: [['A', '2024-05-06', 1234]], unsure: { number: null } })
  })

  test('a proportion keeps both of its numbers', () => {
    const columns = { ...long, value: 'fell', denominator: 'stays' }
    const table = 'shop;week;fell;stays\nA;2024-W19;3;60\nB;2024-W19;61;60\nC;2024-W19;2;\nD;2024-W19;1;0'
    expect(read(table, columns, { kind: 'proportion' })).toMatchObject({
      figures: [['A', '2024-05-06', 3, 60]],
      doubts: [
        ['no-denominator', 1, 4],
        ['denominator-not-above-0', 1, 5],
        ['more-than-all', 1, 3],
      ],
    })
  })

  test('nothing is dropped in silence: each row that is not taken is told with its reason', () => {
    const table = `shop;week;sales
      ;2024-W19;1
      A;Total;2
      A;2024-05;3
      A;2024-W19;many
      A;2024-W19;4
      A;2024-W19;5
      A;2024-W30;6`
    expect(read(table, long, { today: '2024-05-31' }).doubts).toEqual([
      ['no-site', 1, 2],
      ['no-period', 1, 3],
      ['other-period', 1, 4],
      ['not-begun', 1, 8],
      ['not-a-number', 1, 5],
      ['twice', 1, 7],
    ])
  })

  test('figures by the day are not taken for those of a week', () => {
    const days = 'shop;week;sales\nA;2024-05-06;1\nA;2024-05-07;2'
    expect(refusal(days, long)).toEqual(['measurement.other-period-at-all', '#/columns/period'])
    expect(refusal('shop;week;sales\nA;first;1', long)).toEqual(['measurement.no-period-at-all', '#/columns/period'])
  })

  test('a column about single people is refused by its name and by its cells', () => {
    expect(refusal('email;week;sales\nx;2024-W19;1', { ...long, site: 'email' })).toEqual([
      'measurement.personal-e-mail',
      '#/columns/site',
    ])
    const people = 'shop;week;sales\nAnna Meyer;2024-W19;1\nPeter Schulz;2024-W19;1\nMaria Weber;2024-W19;1'
    expect(refusal(people, long)).toEqual(['measurement.personal-name', '#/columns/site'])
  })

  test('a column about single people is refused too where nobody chose it: the table would stay for all to see', () => {
    const lines = ['Anna', 'Peter', 'Maria'].map((name) => `Altona;2024-W19;1;${name.toLowerCase()}@example.org`)
    expect(refusal(['shop;week;sales;contact', ...lines].join('\n'), long)?.[0]).toBe('measurement.personal-beside')
    // A column that is merely called so, and holds nothing, says nothing of anybody.
    const empty = ['Altona;2024-W19;1;', 'Barmbek;2024-W19;1;']
    expect(read(['shop;week;sales;e-mail', ...empty].join('\n'), long).doubts).toEqual([])
  })

  test('a choice of columns that cannot be is refused at its field', () => {
    const table = 'shop;week;sales\nA;2024-W19;1'
    expect(refusal(table, { ...long, value: 'turnover' })).toEqual(['measurement.no-column', '#/columns/value'])
    expect(refusal(table, { ...long, value: 'week' })?.[0]).toBe('measurement.column-twice')
    expect(refusal(table, long, { kind: 'rate' })).toEqual(['measurement.denominator-missing', '#/columns/denominator'])
    expect(refusal(table, wide)).toEqual(['measurement.no-wide', '#/columns/period'])
    expect(refusal(table, { ...long, period: null })).toEqual(['measurement.period-missing', '#/columns/period'])
  })
})
