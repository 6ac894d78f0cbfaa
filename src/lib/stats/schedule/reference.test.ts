import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { permuteWedge } from './permute-wedge.ts'
import { steppedWedge } from './stepped-wedge.ts'
import { type SwitchbackOptions, type SwitchbackSite, switchback } from './switchback.ts'
import { type WedgeSite, wedgeRows } from './wedge-panel.ts'

const seed = 1

describe('what R gives', () => {
  test('steppedWedge is lme4, and clubSandwich on the whitened rows or with fixed effects', () => {
    for (const each of referenceCases<{ sites: WedgeSite[] }, Record<string, unknown>>('schedule-r', 'steppedWedge')) {
      const { sites } = each.given
      expectAgreement(
        {
          constant: steppedWedge(sites, { seed }),
          exposure: steppedWedge(sites, { seed, effect: 'exposure' }),
          fixed: steppedWedge(sites, { seed, siteEffect: 'fixed' }),
        },
        each,
      )
    }
  })
})

describe('what brute force gives', () => {
  test('permuteWedge counts as every order fitted by full matrices', () => {
    for (const each of referenceCases<{ sites: WedgeSite[]; ratio: number | null }, unknown>(
      'schedule',
      'permuteWedge',
    )) {
      const { sites, ratio } = each.given
      const found = permuteWedge(sites, wedgeRows(sites), { ratio: ratio ?? Number.POSITIVE_INFINITY, seed })
      expectAgreement({ ...found, rank: found?.atLeastAsFar(0) }, each)
    }
  })

  test('switchback counts as every schedule written out', () => {
    type Given = Omit<SwitchbackOptions, 'seed'> & { sites: SwitchbackSite[] }
    for (const each of referenceCases<Given, unknown>('schedule', 'switchback')) {
      const { sites, ...options } = each.given
      expectAgreement(switchback(sites, { ...options, seed }), each)
    }
  })
})

describe('contact tracing in 29 areas, automated in steps', () => {
  interface Area {
    start: number | null
    outcome: (number | null)[]
    automated: (number | null)[]
    weights: number[]
  }
  const areas = readAreas()
  const panel = (of: 'outcome' | 'automated') =>
    [...areas].map(([name, area]): WedgeSite => ({ name, start: area.start, values: area[of], weights: area.weights }))

  test('gives the published effect of being assigned, -0.018, by week and area effects', () => {
    const answer = steppedWedge(panel('outcome'), { seed, siteEffect: 'fixed' })
    expect(answer).toMatchObject({ sites: 29, rows: 193, method: 'cr2' })
    // lm of R with both effects: -0.017924340; clubSandwich CR2 0.00688 with 13.7 degrees of freedom.
    expect(answer.estimate).toBeCloseTo(-0.01792434, 8)
    expect(answer.robust.standardError).toBeCloseTo(0.00688, 5)
    expect(answer.robust.degreesOfFreedom).toBeCloseTo(13.7, 1)
  })

  test('and of being traced automatically, -0.255: the same over its effect on the share that was', () => {
    const assigned = steppedWedge(panel('outcome'), { seed, siteEffect: 'fixed' }).estimate ?? 0
    const received = steppedWedge(panel('automated'), { seed, siteEffect: 'fixed' }).estimate ?? 0
    expect(assigned / received).toBeCloseTo(-0.2548, 4)
  })

  test('the mixed model is that of lme4', () => {
    const answer = steppedWedge(panel('outcome'), { seed })
    expect(answer.estimate).toBeCloseTo(-0.016357754, 6)
    expect(answer.model?.standardError).toBeCloseTo(0.003989921, 6)
  })

  function readAreas(): Map<string, Area> {
    const file = new URL('../../../../reference/cict-stepped-wedge/panel_data.csv', import.meta.url)
    const lines = readFileSync(file, 'utf8').trim().split('\n').map(cellsOf)
    const [head = [], ...rows] = lines
    const at = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
    const weeks = [...new Set(rows.map((row) => at(row, 'week')))].sort()
    const found = new Map<string, Area>()
    for (const row of rows) {
      const zip = at(row, 'Zip')
      const area = found.get(zip) ?? {
        start: null,
        outcome: weeks.map(() => null),
        automated: weeks.map(() => null),
        weights: weeks.map(() => 1),
      }
      found.set(zip, area)
      const week = weeks.indexOf(at(row, 'week'))
      if (at(row, 'condition') !== 'Manual CICT') area.start = Math.min(area.start ?? week, week)
      const shares = ['automated', 'manual'].map((kind) => at(row, `mean_perc_filled_assigned_${kind}`))
      if (shares.some((share) => share === '' || share === 'NA')) continue
      const [a = 0, b = 0] = ['automated', 'manual'].map((kind) => Number(at(row, `n_assigned_${kind}`)))
      area.outcome[week] = (a * Number(shares[0]) + b * Number(shares[1])) / (a + b)
      area.automated[week] = a / (a + b)
      area.weights[week] = a + b
    }
    return found
  }

  function cellsOf(line: string): string[] {
    return [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', ''))
  }
})
