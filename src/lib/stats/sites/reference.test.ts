import { describe, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import type { ClusterVariance } from './cluster-adjustment.ts'
import type { ClusteredRows } from './cluster-fit.ts'
import { clusterRobust } from './cluster-robust.ts'
import { compareClusters } from './compare-clusters.ts'
import { intraclusterCorrelation } from './intracluster-correlation.ts'
import { permuteDesign } from './permute-design.ts'
import { randomIntercept } from './random-intercept.ts'
import { wildClusterBootstrap } from './wild-cluster-bootstrap.ts'

// Second programs: reference/stats/sites-r.R (clubSandwich, lme4, aov).

type Given = Omit<ClusteredRows, 'weights'> & { weights?: number[] | null }
const rowsOf = ({ weights, ...rows }: Given): ClusteredRows => (weights ? { ...rows, weights } : rows)

describe('what R gives', () => {
  test('clusterRobust is clubSandwich', () => {
    for (const each of referenceCases<Given & { type: ClusterVariance; contrast: number[] }, unknown>(
      'sites-r',
      'clusterRobust',
    )) {
      const { type, contrast, ...rows } = each.given
      expectAgreement(clusterRobust(rowsOf(rows), { type, contrasts: [contrast] }), each)
    }
  })

  test('compareClusters is clubSandwich on the means, weighted and not', () => {
    for (const each of referenceCases<{ treated: number[][]; comparison: number[][] }, unknown>(
      'sites-r',
      'compareClusters',
    )) {
      const { treated, comparison } = each.given
      expectAgreement(
        {
          rows: compareClusters(treated, comparison, { counting: 'rows' }),
          clusters: compareClusters(treated, comparison),
        },
        each,
      )
    }
  })

  test('randomIntercept is lme4, and its CR2 is clubSandwich on lme4', () => {
    for (const each of referenceCases<Given, unknown>('sites-r', 'randomIntercept'))
      expectAgreement(randomIntercept(rowsOf(each.given)), each)
    for (const each of referenceCases<Given, unknown>('sites-r', 'randomIntercept CR2'))
      expectAgreement(randomIntercept(rowsOf(each.given), { errors: 'CR2' }), each)
  })

  test('intraclusterCorrelation is the analysis of variance of R, and lme4 where sizes are equal', () => {
    for (const of of ['intraclusterCorrelation', 'intraclusterCorrelation lme4'])
      for (const each of referenceCases<{ clusters: number[][] }, unknown>('sites-r', of))
        expectAgreement(intraclusterCorrelation(each.given.clusters), each)
  })
})

interface Drawn {
  values: number[]
  treated: number[]
  strata: string[]
  covariates?: number[][]
}

const unitsOf = ({ values, treated, strata, covariates }: Drawn) =>
  values.map((value, i) => ({
    value,
    treated: treated[i] === 1,
    stratum: strata[i] as string,
    ...(covariates && { covariates: covariates[i] as number[] }),
  }))

describe('what brute force gives', () => {
  test('permuteDesign counts as every arrangement written out, plain, studentised and adjusted', () => {
    for (const each of referenceCases<Drawn, unknown>('sites', 'permuteDesign')) {
      const units = unitsOf(each.given)
      const difference = permuteDesign(units, { seed: 1, statistic: 'difference' })
      expectAgreement({ difference, studentised: permuteDesign(units, { seed: 1 }) }, each)
    }
    for (const each of referenceCases<Drawn, unknown>('sites', 'permuteDesign adjusted'))
      expectAgreement(permuteDesign(unitsOf(each.given), { seed: 1 }), each)
  })

  test('the interval ends where tests of every effect end', () => {
    for (const each of referenceCases<Drawn, unknown>('sites', 'permuteDesign interval'))
      expectAgreement(permuteDesign(unitsOf(each.given), { seed: 1, confidence: 0.8 }), each)
  })

  test('wildClusterBootstrap refits every sign pattern', () => {
    for (const each of referenceCases<Required<ClusteredRows>, unknown>('sites', 'wildClusterBootstrap')) {
      const contrast = (each.given.x[0] ?? []).map((_, j) => (j === 1 ? 1 : 0))
      expectAgreement(wildClusterBootstrap(each.given, { contrast, weights: 'rademacher', seed: 1 }), each)
    }
  })
})
