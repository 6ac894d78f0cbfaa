import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analysePilot, type PilotOptions, type PilotResult } from './analyse-pilot.ts'
import { differenceInDifferences } from './difference-in-differences.ts'
import type { Panel } from './panel.ts'

// Real data with published results; each folder of reference/ has its SOURCE.md.

type Row = Record<string, string>

function rowsOf(path: string): Row[] {
  const text = readFileSync(new URL(`../../../../reference/${path}`, import.meta.url), 'utf8')
  const [names = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replace(/^"|"$/g, '')))
  return rows.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
}

function panelOf(
  rows: Row[],
  columns: { site: string; period: string; value: string },
  isTreated: (row: Row) => boolean,
  since: number,
): Panel {
  const periods = [...new Set(rows.map((row) => Number(row[columns.period])))].sort((a, b) => a - b)
  const sites = Map.groupBy(rows, (row) => row[columns.site] ?? '')
  return {
    since: periods.indexOf(since),
    sites: [...sites].map(([name, own]) => ({
      name,
      treated: own.some(isTreated),
      values: periods.map((period) => {
        const cell = own.find((row) => Number(row[columns.period]) === period)?.[columns.value]
        return cell === undefined || cell === '' || cell === 'NA' ? null : Number(cell)
      }),
    })),
  }
}

function analysed(panel: Panel, more: Partial<PilotOptions> = {}): PilotResult {
  const answer = analysePilot(panel, { better: 'higher', seed: 1, planned: 'after', randomised: false, ...more })
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return answer
}

describe('the New Jersey minimum wage', () => {
  const shops = rowsOf('card-krueger-1994/card-krueger.csv')
  const panel = (value: string) => panelOf(shops, { site: 'id', period: 'd', value }, (row) => row['nj'] === '1', 1)

  test('gives the 2.75 (1.34) of Card and Krueger, table 3 row 4', () => {
    const answer = analysed(panel('fte'))
    expect(answer.estimate).toBeCloseTo(2.75, 10)
    expect(answer.groups.map(({ sites }) => sites)).toEqual([309, 75])
    expect(answer.dropped).toHaveLength(26)
    // R 4.2, clubSandwich 0.5.8: CR2 by shop, Satterthwaite.
    expect(answer.standardError).toBeCloseTo(1.342340976908, 10)
    expect(answer.degreesOfFreedom).toBeCloseTo(112.686839546604, 8)
    expect(answer.pValue).toBeCloseTo(0.042818613595, 10)
    expect(answer.low).toBeCloseTo(0.0905004349, 9)
    expect(answer.high).toBeCloseTo(5.4094995651, 9)
    expect(answer).toMatchObject({ method: 'did-cr2', verdict: 'better', grade: 'B' })
    expect(answer.checks.find(({ code }) => code === 'methods-agree')?.passed).toBe(true)
  })

  test('has one period before, so no trend can be tested: named, not lowered', () => {
    const { preTrend, gradeReasons } = analysed(panel('fte'))
    expect(preTrend).toMatchObject({ parallel: null, reason: 'too-few-periods', periods: 1 })
    expect(gradeReasons.at(-1)).toEqual({ why: 'untested', code: 'pre-trend', from: 'B', to: 'B' })
  })

  test('cannot tell about opening hours', () => {
    const answer = analysed(panel('hrsopen'))
    // R 4.2, clubSandwich 0.5.8.
    expect(answer.estimate).toBeCloseTo(-0.111310807572, 10)
    expect(answer.standardError).toBeCloseTo(0.102678800309, 10)
    expect(answer.pValue).toBeCloseTo(0.280557795482, 10)
    expect(answer).toMatchObject({ verdict: 'unclear', zeroInside: true })
  })
})

describe('a fine for late parents', () => {
  const weeks = rowsOf('daycare-fines/daycare_fines.csv')
  const columns = { site: 'center', period: 'week', value: 'late_pickups' }
  const panel = panelOf(weeks, columns, (row) => row['group'] === 'test', 5)

  test('did harm: ten more late pick-ups per centre and week', () => {
    const answer = analysed(panel, { better: 'lower' })
    expect(answer.estimate).toBeCloseTo(10.0260416667, 9)
    expect(answer).toMatchObject({
      method: 'did-permutation',
      verdict: 'worse',
      rank: 1,
      arrangements: 210,
      grade: 'B',
    })
    // A second program inverted the studentised permutation test by brute force.
    expect(answer.low).toBeCloseTo(6.6249999956, 6)
    expect(answer.high).toBeCloseTo(13.689684819, 6)
    expect(answer.groups.map(({ before }) => before)).toEqual([8, 10])
    expect(answer.leaveOneOut?.low).toBeGreaterThan(9)
  })

  test('the site-level CR2 is the row-level one: clubSandwich on 200 rows with centre and week effects', () => {
    const answer = differenceInDifferences(panel)
    expect(answer.estimate).toBeCloseTo(10.026041666667, 10)
    expect(answer.standardError).toBeCloseTo(1.447281410405, 10)
    expect(answer.degreesOfFreedom).toBeCloseTo(6.578947368421, 10)
    expect(answer.pValue).toBeCloseTo(0.000298705038, 10)
  })
})

describe("California's tobacco programme", () => {
  const states = rowsOf('prop99-smoking/smoking.csv')
  const columns = { site: 'state', period: 'year', value: 'cigsale' }
  const panel = panelOf(states, columns, (row) => row['state'] === 'California', 1989)

  test('gives -27.35 by difference in differences, and no interval from one state', () => {
    const answer = analysed(panel, { better: 'lower' })
    // Arkhangelsky et al. (2021), table 1: -27.3.
    expect(answer.estimate).toBeCloseTo(-27.349, 3)
    expect(answer).toMatchObject({ method: 'did-placebo', low: null, high: null, noInterval: 'too-few-sites' })
  })

  test('is the fifth of 39 placebos, so this method alone cannot tell', () => {
    // New Hampshire -61.64, Nevada -38.58, North Carolina -35.07 and Tennessee +27.47 lie farther out.
    const answer = analysed(panel, { better: 'lower' })
    expect(answer).toMatchObject({ rank: 5, arrangements: 39, smallestPossibleP: 1 / 39, verdict: 'unclear' })
    expect(answer.pValue).toBeCloseTo(5 / 39, 12)
  })

  test('smoking was already falling faster there: most of the estimate could be that drift', () => {
    const { preTrend, checks } = analysed(panel, { better: 'lower' })
    expect(preTrend.impliedBias?.estimate).toBeCloseTo(-19.09, 2)
    expect(checks.find(({ code }) => code === 'outweighs-drift')?.passed).toBe(false)
  })
})
