import { describe, expect, test } from 'vitest'
import { nonInferiority } from '../evidence/non-inferiority.ts'
import { type Generator, seededGenerator } from '../numeric/seeded-generator.ts'
import { arrangeSites } from '../sites/arrange-sites.ts'
import { compareMeans } from '../sites/compare-means.ts'
import { inferEffect } from '../sites/infer-effect.ts'
import { preTrend } from './pre-trend.ts'
import { relativeEffect } from './relative-effect.ts'
import { siteChanges } from './site-changes.ts'

// Long-run promises, kept or broken by seeded simulation. Each stands beside a control that must break them.

interface Trial {
  treated: number
  comparison: number
  periods: number
  /** Added to every treated site from the middle on. */
  effect?: number
  /** How much wider the treated sites scatter. */
  spread?: number
}

/** Sites with levels of their own, a common drift, AR(1) 0.3 noise, and a change of their own (ICC 0.05). */
function aTrial({ treated, comparison, periods, effect = 0, spread = 1 }: Trial, { normal }: Generator) {
  const since = periods / 2
  const drift = Array.from({ length: periods }, () => normal())
  const ownChange = Math.sqrt(0.05 / 0.95)
  const sites = Array.from({ length: treated + comparison }, (_, i) => {
    const isTreated = i < treated
    const scale = isTreated ? spread : 1
    const [level, own] = [100 + 5 * normal(), ownChange * normal()]
    let noise = normal()
    const values = drift.map((common, t) => {
      if (t > 0) noise = 0.3 * noise + Math.sqrt(1 - 0.09) * normal()
      return level + common + scale * (noise + (t >= since ? own : 0)) + (isTreated && t >= since ? effect : 0)
    })
    return { name: `s${i}`, treated: isTreated, values }
  })
  return { sites, since }
}

function groupsOf(panel: ReturnType<typeof aTrial>) {
  const { used, resolution } = siteChanges(panel)
  const treated = used.filter((site) => site.treated)
  const comparison = used.filter((site) => !site.treated)
  return {
    treated,
    comparison,
    changes: [treated.map((s) => s.change), comparison.map((s) => s.change)] as const,
    resolution,
  }
}

/** The share of `runs` in which `happens`, and how far chance may carry it from `expected` (3.3 standard errors). */
function rate(runs: number, happens: (run: number) => boolean): number {
  let count = 0
  for (let run = 0; run < runs; run++) if (happens(run)) count += 1
  return count / runs
}
const chance = (expected: number, runs: number) => 3.3 * Math.sqrt((expected * (1 - expected)) / runs)

describe('when nothing changed, and when something did', () => {
  const runs = 800
  // The level that the method can really have: permutation p-values come in steps.
  test.each([
    [{ treated: 4, comparison: 4, periods: 8 }, 2 / 70],
    [{ treated: 6, comparison: 4, periods: 36 }, 10 / 210],
    [{ treated: 4, comparison: 12, periods: 12 }, 0.05],
    [{ treated: 6, comparison: 6, periods: 20 }, 46 / 924],
    [{ treated: 12, comparison: 12, periods: 12 }, 0.05],
  ] as const)('%o is wrong as often as it says, about the test and about the interval', (trial, level) => {
    const generator = seededGenerator(101)
    let covered = 0
    let rowsReject = 0
    const rejected = rate(runs, () => {
      const panel = aTrial({ ...trial, effect: 1 }, generator)
      const { changes, resolution } = groupsOf(panel)
      const options = { seed: 1, resolution }
      const { low, high } = inferEffect(changes[0], changes[1], options)
      if ((low ?? 0) <= 1 && (high ?? 0) >= 1) covered += 1
      if (rowTestRejects(panel, 1)) rowsReject += 1
      return (
        inferEffect(
          changes[0].map((v) => v - 1),
          changes[1],
          options,
        ).pValue <=
        0.05 + 1e-12
      )
    })
    expect(Math.abs(rejected - level)).toBeLessThan(chance(level, runs))
    expect(Math.abs(covered / runs - (1 - level))).toBeLessThan(chance(level, runs))
    // The control: every row after the start taken for a unit of its own.
    expect(rowsReject / runs).toBeGreaterThan(0.1)
  })

  test('three against three keeps the one level it can have, 10 %', () => {
    const generator = seededGenerator(102)
    const rejected = rate(runs, () => {
      const { changes, resolution } = groupsOf(aTrial({ treated: 3, comparison: 3, periods: 12 }, generator))
      return inferEffect(changes[0], changes[1], { seed: 1, resolution }).pValue <= 0.1 + 1e-12
    })
    expect(Math.abs(rejected - 0.1)).toBeLessThan(chance(0.1, runs))
  })

  test('one against nineteen is beyond chance at 5 % once in twenty', () => {
    const generator = seededGenerator(103)
    const rejected = rate(runs, () => {
      const { changes, resolution } = groupsOf(aTrial({ treated: 1, comparison: 19, periods: 12 }, generator))
      return inferEffect(changes[0], changes[1], { seed: 1, resolution }).pValue <= 0.05 + 1e-12
    })
    expect(Math.abs(rejected - 0.05)).toBeLessThan(chance(0.05, runs))
  })

  test('permutation sees about as much as the t test that assumes normal noise', () => {
    const generator = seededGenerator(104)
    let byT = 0
    const byPermutation = rate(runs, () => {
      const { changes, resolution } = groupsOf(
        aTrial({ treated: 6, comparison: 6, periods: 20, effect: 0.9 }, generator),
      )
      const effect = inferEffect(changes[0], changes[1], { seed: 1, resolution })
      if ((effect.secondReading?.pValue ?? 1) <= 0.05) byT += 1
      return effect.pValue <= 0.05
    })
    expect(byPermutation).toBeGreaterThan(0.6)
    expect(Math.abs(byPermutation - byT / runs)).toBeLessThan(0.04)
  })
})

describe('when a small group scatters three times as widely', () => {
  const trial = { treated: 4, comparison: 12, periods: 8, spread: 3 }

  test('the studentised permutation stays near its level, the plain difference does not', () => {
    const generator = seededGenerator(105)
    const runs = 600
    let plain = 0
    const studentised = rate(runs, () => {
      const { changes } = groupsOf(aTrial(trial, generator))
      const p = (statistic: 'studentised' | 'difference') => {
        const arrangements = arrangeSites(changes[0], changes[1], { seed: 1, statistic })
        return arrangements.atLeastAsFar(0) / arrangements.count
      }
      if (p('difference') <= 0.05) plain += 1
      return p('studentised') <= 0.05
    })
    expect(studentised).toBeLessThan(0.13)
    expect(plain / runs).toBeGreaterThan(0.18)
  })

  test('CR2 with Bell-McCaffrey degrees of freedom rejects at most 8 %; a normal quantile does not', () => {
    const generator = seededGenerator(106)
    const runs = 3000
    let byNormal = 0
    const byCr2 = rate(runs, () => {
      const { changes } = groupsOf(aTrial({ ...trial, comparison: 16 }, generator))
      const { estimate, standardError, pValue } = compareMeans(changes[0], changes[1])
      if (Math.abs(estimate) > 1.96 * (standardError ?? 0)) byNormal += 1
      return (pValue ?? 1) <= 0.05
    })
    expect(byCr2).toBeLessThan(0.08 + chance(0.08, runs))
    expect(byNormal / runs).toBeGreaterThan(0.1)
  })
})

describe('the other intervals and checks', () => {
  test("Fieller's interval holds the true ratio, where ignoring the base's noise does not", () => {
    const generator = seededGenerator(107)
    const runs = 3000
    let naive = 0
    const covered = rate(runs, () => {
      // Base 10 that varies by 4 from site to site, 5 added to it: the ratio is 0.5, and its noise is the base's.
      const site = (effect: number) => {
        const before = 10 + 4 * generator.normal()
        const after = before + effect + 0.5 * generator.normal()
        return { before, after, change: after - before }
      }
      const [treated, comparison] = [Array.from({ length: 8 }, () => site(5)), Array.from({ length: 8 }, () => site(0))]
      const { low, high, counterfactual } = relativeEffect(treated, comparison)
      const absolute = compareMeans(
        treated.map((s) => s.change),
        comparison.map((s) => s.change),
      )
      if ((absolute.low ?? 0) / counterfactual <= 0.5 && (absolute.high ?? 0) / counterfactual >= 0.5) naive += 1
      return low === null || high === null || (low <= 0.5 && high >= 0.5)
    })
    // 93.9 % measured: the noise here is the base's alone, of 8 sites, for which 14 degrees of freedom are a little many.
    expect(Math.abs(covered - 0.95)).toBeLessThan(chance(0.05, runs) + 0.01)
    expect(naive / runs).toBeLessThan(0.8)
  })

  test('a pre-trend is found where there is none in about one of twenty trials', () => {
    for (const [trial, level] of [
      [{ treated: 6, comparison: 6, periods: 12 }, 46 / 924],
      [{ treated: 12, comparison: 12, periods: 8 }, 0.05],
    ] as const) {
      const generator = seededGenerator(108)
      const found = rate(800, () => preTrend(aTrial(trial, generator), { seed: 1 }).parallel === false)
      expect(Math.abs(found - level)).toBeLessThan(chance(level, 800))
    }
  })

  test('a guardrail that is worse by exactly its margin is called safe in 2.5 % of trials, and harmful in 2.5 %', () => {
    const generator = seededGenerator(109)
    const runs = 3000
    let harmful = 0
    const safe = rate(runs, () => {
      const { changes, resolution } = groupsOf(
        aTrial({ treated: 12, comparison: 12, periods: 8, effect: -1 }, generator),
      )
      const { verdict } = nonInferiority(inferEffect(changes[0], changes[1], { seed: 1, resolution }), 1, 'higher')
      if (verdict === 'harm') harmful += 1
      return verdict === 'safe'
    })
    expect(Math.abs(safe - 0.025)).toBeLessThan(chance(0.025, runs))
    expect(Math.abs(harmful / runs - 0.025)).toBeLessThan(chance(0.025, runs))
  })
})

/** The mistake: all rows after the start, less their site's mean before, compared as if each were independent. */
function rowTestRejects({ sites, since }: ReturnType<typeof aTrial>, effect: number): boolean {
  const rows = (isTreated: boolean) =>
    sites
      .filter(({ treated }) => treated === isTreated)
      .flatMap(({ values }) => {
        const before = values.slice(0, since).reduce((sum, v) => sum + v, 0) / since
        return values.slice(since).map((value) => value - before - (isTreated ? effect : 0))
      })
  return (compareMeans(rows(true), rows(false)).pValue ?? 1) <= 0.05
}
