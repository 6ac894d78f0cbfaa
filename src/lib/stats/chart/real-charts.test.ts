import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { countChart } from './count-chart.ts'
import { proportionChart } from './proportion-chart.ts'
import { rateChart } from './rate-chart.ts'
import { runChart } from './run-chart.ts'
import { spreadChart } from './spread-chart.ts'
import { xBarChart } from './x-bar-chart.ts'

function rowsOf(file: string, between: RegExp = /,/): string[][] {
  const text = readFileSync(new URL(`../../../../reference/${file}`, import.meta.url), 'utf8')
  const lines = text.trim().split('\n').slice(1)
  return lines.map((line) =>
    line
      .trim()
      .split(between)
      .map((cell) => cell.replaceAll('"', '')),
  )
}

/** Published centre, limits and signals: one row per point. */
function expectedOf(name: string) {
  return rowsOf(`spc-montgomery/expected_${name}.csv`).map((row) => ({
    value: Number(row[1]),
    include: row[4] === 'TRUE',
    centre: Number(row[5]),
    low: Number(row[6]),
    high: Number(row[7]),
    outside: row[8] === 'TRUE',
  }))
}

function rings(): number[][] {
  const groups: number[][] = []
  for (const [diameter, sample] of rowsOf('spc-montgomery/pistonrings.txt', /\s+/)) {
    groups[Number(sample) - 1] ??= []
    groups[Number(sample) - 1]?.push(Number(diameter))
  }
  return groups
}

/** Sample 21 as the book prints it: the R package's file has two other values with the same mean. */
function ringsOfTheBook(): number[][] {
  const groups = rings()
  groups[20] = [73.982, 74.001, 74.015, 74.005, 73.996]
  return groups
}

describe('Montgomery', () => {
  test('piston rings by ranges: 74.00118, 73.98804 to 74.01431; samples 37, 38 and 39 are out', () => {
    const chart = xBarChart(rings(), { by: 'range', baseline: 25, rules: 'outside' })
    expect(chart.points[0]?.centre).toBeCloseTo(74.00118, 5)
    expect(chart.points[0]?.low).toBeCloseTo(73.98804, 4)
    expect(chart.points[0]?.high).toBeCloseTo(74.01431, 4)
    expect(chart.signals.map(({ from }) => from + 1)).toEqual([37, 38, 39])
    expect(spreadChart(rings(), { by: 'range', baseline: 25 }).points[0]?.centre).toBeCloseTo(0.02276, 5)
  })

  test('piston rings by standard deviations: every digit of the expected limits', () => {
    const groups = ringsOfTheBook().slice(0, 25)
    const charts = { xbar: xBarChart(groups, { baseline: 'all' }), s: spreadChart(groups, { baseline: 'all' }) }
    for (const [name, chart] of Object.entries(charts))
      for (const [i, expected] of expectedOf(`pistonrings_${name}`).entries()) {
        const point = chart.points[i]
        for (const key of ['value', 'centre', 'low', 'high'] as const)
          expect(point?.[key]).toBeCloseTo(expected[key], 12)
        expect(point?.rules.includes('outside')).toBe(expected.outside)
      }
  })

  test('orange-juice cans: samples 15 and 23 are out, then 21; the repaired machine makes half as many bad ones', () => {
    const cans = rowsOf('spc-montgomery/orangejuice.txt', /\s+/).map((row) => ({ count: Number(row[1]), size: 50 }))
    const first = proportionChart(cans.slice(0, 30), { baseline: 'all', rules: 'outside' })
    expect(first.points[0]?.centre).toBeCloseTo(0.2313, 4)
    expect(first.points[0]?.low).toBeCloseTo(0.0524, 4)
    expect(first.points[0]?.high).toBeCloseTo(0.4102, 4)
    expect(first.signals.map(({ from }) => from + 1)).toEqual([15, 23])
    const later = rowsOf('spc-montgomery/orangejuice2.txt', /\s+/).map((row) => ({ count: Number(row[1]), size: 50 }))
    const revised = proportionChart([...cans.slice(0, 30), ...later], {
      baseline: 'all',
      changes: [30],
      exclude: [14, 22],
      rules: 'outside',
    })
    for (const [i, expected] of expectedOf('orangejuice_p').entries())
      for (const key of ['value', 'centre', 'low', 'high'] as const)
        expect(revised.points[i]?.[key]).toBeCloseTo(expected[key], 12)
    expect(revised.signals.map(({ from }) => from + 1)).toEqual([15, 21, 23])
    const whole = proportionChart(cans, { baseline: 'all', changes: [30], rules: 'outside' })
    expect(whole.points[31]?.centre).toBeCloseTo(0.1108, 4)
  })

  test('circuit boards: samples 6 and 20 are out; the same limits and runs without them', () => {
    const boards = rowsOf('spc-montgomery/circuit.txt', /\s+/).map((row) => Number(row[0]))
    const first = countChart(boards.slice(0, 26), { baseline: 'all', rules: 'outside' })
    expect(first.points[0]?.centre).toBeCloseTo(19.846, 3)
    expect(first.points[0]?.low).toBeCloseTo(6.481, 3)
    expect(first.points[0]?.high).toBeCloseTo(33.211, 2)
    expect(first.signals.map(({ from }) => from + 1)).toEqual([6, 20])
    const revised = countChart(boards, { baseline: 24, exclude: [5, 19], rules: 'anhoej' })
    for (const [i, expected] of expectedOf('circuit_c').entries()) {
      for (const key of ['value', 'centre', 'low', 'high'] as const)
        expect(revised.points[i]?.[key]).toBeCloseTo(expected[key], 12)
    }
    expect(revised.phases[0]?.runs).toEqual({
      useful: 44,
      longestRun: 8,
      longestRunLimit: 8,
      crossings: 14,
      fewestCrossings: 16,
    })
    expect(revised.signals.map(({ rule }) => rule)).toEqual(['few-crossings'])
  })
})

describe('qicharts2', () => {
  test('infections in hospital: the frozen first 24 months show the change', () => {
    const months = rowsOf('spc-qicharts2/cdi.csv').map((row) => ({ count: Number(row[1]), size: Number(row[2]) / 1e4 }))
    const chart = rateChart(months, { baseline: 24, rules: 'anhoej' })
    expect(chart.points[0]?.centre).toBeCloseTo(13.02, 2)
    expect(chart.phases[0]?.runs).toMatchObject({
      longestRun: 15,
      longestRunLimit: 8,
      crossings: 10,
      fewestCrossings: 13,
    })
    expect(chart.signals.map(({ rule }) => rule).sort()).toEqual(['few-crossings', 'long-run'])
  })

  test('readmissions after heart surgery: no signal', () => {
    const months = new Map<string, { count: number; size: number }>()
    for (const row of rowsOf('spc-qicharts2/cabg.csv')) {
      const month = (row[0] ?? '').slice(0, 7)
      const { count, size } = months.get(month) ?? { count: 0, size: 0 }
      months.set(month, { count: count + (row[5] === 'TRUE' ? 1 : 0), size: size + 1 })
    }
    const chart = proportionChart([...months.values()], { baseline: 'all', rules: 'anhoej' })
    expect(chart.points[0]?.centre).toBeCloseTo(0.2163, 4)
    expect(chart.phases[0]?.runs).toMatchObject({
      longestRun: 5,
      longestRunLimit: 8,
      crossings: 19,
      fewestCrossings: 13,
    })
    expect(chart.signals).toEqual([])
    expect(proportionChart([...months.values()], { baseline: 'all', rules: 'outside' }).signals).toEqual([])
  })

  // Trap "over-dispersion": with 280,000 patients a week, chance alone explains nothing.
  test('seen within four hours: the plain chart flags 16 of 20 weeks, the one that knows over-dispersion none', () => {
    const weeks = rowsOf('spc-qicharts2/nhs_accidents.csv').map((row) => ({
      count: Number(row[1]),
      size: Number(row[2]),
    }))
    const plain = proportionChart(weeks, { baseline: 'all', rules: 'outside' })
    expect(plain.points[0]?.centre).toBeCloseTo(0.9529, 4)
    expect(plain.signals.map(({ from }) => from + 1)).toEqual([1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19])
    const honest = proportionChart(weeks, { baseline: 'all', rules: 'outside', overDispersion: true })
    expect(honest.phases[0]?.dispersion).toBeCloseTo(10.64, 2)
    expect(honest.signals).toEqual([])
  })

  test('a run chart needs no distribution', () => {
    const complaints = rowsOf('spc-qicharts2/complaints.csv').map((row) => Number(row[1]))
    const chart = runChart(complaints, { baseline: 'all' })
    expect(chart.points).toHaveLength(complaints.length)
    expect(chart.points.every(({ low, high }) => low === null && high === null)).toBe(true)
  })
})
