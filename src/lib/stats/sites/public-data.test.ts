import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { normalUpperTail } from '../distribution/normal.ts'
import { clusterRobust } from './cluster-robust.ts'
import { compareMeans } from './compare-means.ts'
import { permuteDesign } from './permute-design.ts'

describe('day-care fines: ten centres, twenty weeks', () => {
  const file = new URL('../../../../reference/daycare-fines/daycare_fines.csv', import.meta.url)
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const weeks = lines.map((line) => {
    const [, center = '', group, , week, late] = line.replaceAll('"', '').split(',')
    return { center, fined: group === 'test', week: Number(week), late: Number(late) }
  })

  test('the fine with effects of centre and week, clustered by centre, is what clubSandwich gives', () => {
    const centres = [...new Set(weeks.map(({ center }) => center))].slice(1)
    const numbers = Array.from({ length: 19 }, (_, k) => k + 2)
    const answer = clusterRobust({
      y: weeks.map(({ late }) => late),
      x: weeks.map(({ center, fined, week }) => [
        ...[1, fined && week > 4 ? 1 : 0],
        ...centres.map((each) => (each === center ? 1 : 0)),
        ...numbers.map((each) => (each === week ? 1 : 0)),
      ]),
      clusters: weeks.map(({ center }) => center),
    }).coefficients[1]
    // As in src/lib/stats/README.md: 10.026041666667 (1.447281410405), 6.5789 degrees of freedom.
    expect(answer?.estimate).toBeCloseTo(10.026041666667, 9)
    expect(answer?.standardError).toBeCloseTo(1.447281410405, 9)
    expect(answer?.degreesOfFreedom).toBeCloseTo(6.578947368421, 8)
  })
})

describe('the trap of few sites', () => {
  // Six against six sites, five rows each, nothing changed: sites differ, and by chance these two halves do.
  const sites = [
    [50, 53, 48, 51, 41],
    [56, 53, 49, 49, 47],
    [52, 48, 49, 46, 49],
    [50, 47, 47, 49, 47],
    [46, 50, 58, 52, 52],
    [52, 44, 50, 50, 50],
    [53, 54, 58, 51, 51],
    [53, 52, 52, 46, 48],
    [57, 51, 49, 42, 48],
    [53, 47, 51, 46, 55],
    [45, 56, 50, 53, 56],
    [53, 50, 53, 56, 52],
  ]
  const rows = {
    y: sites.flat(),
    x: sites.flatMap((values, s) => values.map(() => [1, s < 6 ? 1 : 0])),
    clusters: sites.flatMap((values, s) => values.map(() => `${s}`)),
  }

  test('a normal quantile calls it an effect, and so do rows; permutation and CR2 do not, and say the smallest p', () => {
    const naive = clusterRobust(rows, { type: 'CR0' }).coefficients[1]
    expect(2 * normalUpperTail(Math.abs(naive?.statistic ?? 0))).toBeLessThan(0.02)
    expect(compareMeans(sites.slice(0, 6).flat(), sites.slice(6).flat()).pValue).toBeLessThan(0.05)
    expect(clusterRobust(rows).coefficients[1]?.pValue).toBeGreaterThan(0.05)
    const means = sites.map((values, s) => ({ value: values.reduce((sum, v) => sum + v, 0) / 5, treated: s < 6 }))
    const right = permuteDesign(means, { seed: 1 })
    expect(right.pValue).toBeCloseTo(60 / 924, 12)
    expect(right.smallestPossibleP).toBe(2 / 924)
  })
})
