import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPanel } from '#lib/sheet/read-panel.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { planDoubtsOf } from '../plan-doubts.ts'
import { originOf } from './merge-parts.ts'
import { pilotMerger } from './pilot-figures.ts'

type Row = [site: string, period: string, value: string, guard?: string]

const planned = [
  { name: 'A', treated: true },
  { name: 'B', treated: true },
  { name: 'C', treated: false },
]
const mapping = {
  site: 'site',
  period: 'period',
  value: 'value',
  treated: { column: 'pilot' },
  since: '3',
  alsoValues: ['guard'],
}
const groups: Record<string, string> = { A: '1', B: '1', C: '0', D: '0' }

function sheet(rows: readonly Row[], change: Partial<typeof mapping> = {}, pilots = groups) {
  const cells = rows.map(([site, period, value, guard = '0']) => [site, period, value, guard, pilots[site] ?? '0'])
  return readPanel([['site', 'period', 'value', 'guard', 'pilot'], ...cells], { ...mapping, ...change })
}

function merged(...panels: ReturnType<typeof sheet>[]) {
  const merger = pilotMerger({
    sites: planned,
    guardrails: [{ name: 'G', column: 'g', better: 'lower', margin: 0 }],
    control: null,
  })
  for (const panel of panels) merger.add(panel)
  return merger.finish()
}

const history = sheet([
  ['A', '1', '10', '1'],
  ['A', '2', '11', '2'],
  ['B', '1', '20', '3'],
  ['B', '2', '21', '4'],
  ['C', '1', '30', '5'],
  ['C', '2', '31', '6'],
])

describe('putting sheets together', () => {
  test('one sheet stays as it is, in the order of the plan', () => {
    const { sites, guardrails, periods, since, rows } = merged(history)
    expect(sites).toEqual([
      { name: 'A', treated: true, values: [10, 11] },
      { name: 'B', treated: true, values: [20, 21] },
      { name: 'C', treated: false, values: [30, 31] },
    ])
    expect(guardrails[0]?.map(({ values }) => values)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    expect(periods.map(({ label }) => label)).toEqual(['1', '2'])
    expect([since, rows]).toEqual([2, 6])
  })

  test('later periods follow, and the change starts with the first of them that has it', () => {
    const panel = merged(
      history,
      sheet([
        ['C', '4', '33'],
        ['A', '4', '9'],
        ['A', '3', '8'],
      ]),
    )
    expect(panel.periods.map(({ label }) => label)).toEqual(['1', '2', '3', '4'])
    expect(panel.since).toBe(2)
    expect(panel.sites.map(({ values }) => values)).toEqual([
      [10, 11, 8, 9],
      [20, 21, null, null],
      [30, 31, null, 33],
    ])
  })

  test('of two figures the later sheet’s counts, and its row; a missing one takes nothing away', () => {
    const panel = merged(
      history,
      sheet([
        ['C', '1', '30'],
        ['A', '01', '12', ''],
        ['A', '2', '', '9'],
      ]),
    )
    expect(panel.sites[0]?.values).toEqual([12, 11])
    expect(panel.guardrails[0]?.[0]?.values).toEqual([1, 9])
    expect(panel.periods[0]?.label).toBe('1')
    expect(originOf(panel, 0, 0)).toEqual({ sheet: 1, rows: [3], count: 1 })
    expect(originOf(panel, 0, 1)).toEqual({ sheet: 0, rows: [3], count: 1 })
    expect(originOf(panel, 1, 0)).toEqual({ sheet: 0, rows: [4], count: 1 })
    expect(originOf(panel, 1, 7)).toBeNull()
    expect(originOf(panel, 9, 0)).toBeNull()
  })

  test('rows without a figure are still found', () => {
    const panel = merged(
      sheet([
        ['A', '1', ''],
        ['C', '1', '3'],
      ]),
    )
    expect(panel.sites[0]?.values).toEqual([null])
    expect(originOf(panel, 0, 0)).toEqual({ sheet: 0, rows: [2], count: 1 })
  })

  test('several rows of one site and period are all behind their mean', () => {
    const panel = merged(
      sheet([
        ['A', '1', '10'],
        ['C', '1', '1'],
        ['A', '1', '20'],
      ]),
    )
    expect(panel.sites[0]?.values).toEqual([15])
    expect(originOf(panel, 0, 0)).toEqual({ sheet: 0, rows: [2, 4], count: 2 })
  })

  test('the plan says who is in and in which group; what a sheet says otherwise is told', () => {
    const panel = merged(
      history,
      sheet(
        [
          ['A', '3', '1'],
          ['C', '3', '2'],
          ['D', '3', '3'],
        ],
        {},
        { ...groups, C: '1' },
      ),
    )
    expect(panel.sites.map(({ name, treated }) => [name, treated])).toEqual([
      ['A', true],
      ['B', true],
      ['C', false],
    ])
    expect(panel.strangers).toEqual(['D'])
    expect(panel.regrouped).toEqual(['C'])
    expect(planDoubtsOf(panel)).toEqual([
      { code: 'strangers', count: 1, site: 'D' },
      { code: 'regrouped', count: 1, site: 'C' },
      { code: 'silent', count: 1, site: 'B' },
    ])
  })

  test('nobody is called silent before the first outcomes', () => {
    expect(planDoubtsOf(merged(history))).toEqual([])
  })

  test('days and months do not mix; days and hours do', () => {
    const dated = (period: string, since = '2024-06') =>
      sheet(
        [
          ['A', period, '1'],
          ['C', period, '1'],
        ],
        { since },
      )
    expect(() => merged(dated('2024-05'), dated('2024-05-31'))).toThrow('plan.other-periods')
    expect(merged(dated('2024-05-30'), dated('2024-05-31 10:00')).periodKind).toBe('moment')
  })

  test('the periods of all together have a limit', () => {
    const many = (from: number) =>
      sheet(Array.from({ length: limits.trialPeriods }, (_, at): Row => ['A', String(from + at), '1']))
    expect(merged(many(1), many(1)).periods).toHaveLength(limits.trialPeriods)
    expect(() => merged(many(1), many(2))).toThrow('plan.too-many-periods')
  })

  test('it does not matter how rows that do not overlap are spread over sheets', () => {
    const row = fc.tuple(
      fc.constantFrom('A', 'B', 'C'),
      fc.integer({ min: 1, max: 6 }).map(String),
      fc.integer({ min: -5, max: 5 }).map(String),
    )
    const rows = fc.uniqueArray(row, { selector: ([site, period]) => `${site} ${period}`, minLength: 2, maxLength: 18 })
    fc.assert(
      fc.property(rows, fc.nat(18), (all, at) => {
        const cut = Math.max(1, Math.min(all.length - 1, at))
        // Every sheet needs a treated site to be one.
        const parts = [all.slice(0, cut), all.slice(cut)]
        fc.pre(parts.every((part) => part.some(([site]) => site !== 'C')))
        const whole = merged(sheet(all as Row[]))
        const both = merged(...parts.map((part) => sheet(part as Row[])))
        expect(both.sites).toEqual(whole.sites)
        expect(both.periods).toEqual(whole.periods)
        expect(both.since).toBe(whole.since)
      }),
    )
  })
})
