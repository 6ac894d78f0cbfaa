import { type ClusteredRows, clusterFit } from '../sites/cluster-fit.ts'
import { clusterRobust, type RobustEstimate } from '../sites/cluster-robust.ts'
import { FEW_SITES } from '../sites/few-sites.ts'
import { permutationInterval } from '../sites/permutation-interval.ts'
import { randomIntercept } from '../sites/random-intercept.ts'
import { interceptFit } from '../sites/random-intercept-fit.ts'
import { permuteWedge } from './permute-wedge.ts'
import { type WedgeRow, type WedgeSite, wedgeDesign, wedgeRows } from './wedge-panel.ts'

export interface SteppedWedge {
  /** The effect beside periods and sites, in the unit of the values: of `exposure`, the average over periods since the start. */
  estimate: number | null
  low: number | null
  high: number | null
  /** Two-sided, against no effect. */
  pValue: number | null
  confidence: number
  /** `permutation` of the order below 20 sites (for `exposure` of the test only: its interval is CR2's), else `cr2`. */
  method: 'permutation' | 'cr2'
  /** By the mixed model's likelihood; of fixed effects null. Too sure where rows close in time are alike. */
  model: RobustEstimate | null
  /** CR2 around the same estimate, Satterthwaite's degrees of freedom. */
  robust: RobustEstimate
  /** Between and within sites, in the unit of the values squared; null for fixed effects or without noise. */
  variance: { between: number; within: number } | null
  permutation: {
    /** Under the intercept variance that holds when nothing changed: differs from `estimate` by little. */
    estimate: number
    pValue: number
    midP: number
    smallestPossibleP: number
    arrangements: number
    exact: boolean
    low: number | null
    high: number | null
  } | null
  /** Of `exposure`: the effect in the first period with the change, the second, ...; else empty. CR2. */
  byExposure: RobustEstimate[]
  /** Of `exposure`: how much the effect grows with each period; its p-value doubts a constant effect. CR2. */
  drift: RobustEstimate | null
  sites: number
  rows: number
  /** `same-start`: periods and sites determine the effect, as when all start together. `no-variation`: nothing is left to judge by. */
  reason: 'same-start' | 'no-variation' | null
}

export interface SteppedWedgeOptions {
  /** `constant` (default): one effect from the start on. `exposure`: one for each number of periods since the start. */
  effect?: 'constant' | 'exposure'
  /** `random` (default): a random intercept, which also uses the comparison between sites. `fixed`: within sites only. */
  siteEffect?: 'random' | 'fixed'
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** Whole number in 0..2^53 - 1, for orders that are drawn. */
  seed: number
}

/**
 * A change that comes to all or most sites, one step after another in random order: Hussey and Hughes' mixed model with a
 * fixed effect for each period and an intercept for each site, beside a permutation of the order.
 *
 * A constant effect is an assumption: where the effect grows or fades, the constant estimate can even have the wrong sign, so
 * look at `exposure` (Kenny's time average) and its `drift` too, and name one of the two before the start.
 *
 * Not for orders that were chosen, unless as a comparison with placebos; not for sites that all start together.
 *
 * @throws {RangeError} on a panel that is none (see `wedgeRows`), or a confidence outside (0, 1).
 * @see Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191; Kenny, Voldal, Xia, Heagerty & Hughes (2022),
 *   Statistics in Medicine 41, 4311-4339; Hemming et al. (2015), BMJ 350, h391; Ouyang et al. (2023) on CR2 here.
 */
export function steppedWedge(sites: readonly WedgeSite[], options: SteppedWedgeOptions): SteppedWedge {
  const { effect = 'constant', siteEffect = 'random', confidence = 0.95, seed } = options
  const rows = wedgeRows(sites)
  const exposures =
    effect === 'constant' ? [1] : [...new Set(rows.map((row) => row.exposure))].filter(Boolean).sort((a, b) => a - b)
  const more = (row: WedgeRow) =>
    effect === 'constant'
      ? [row.exposure > 0 ? 1 : 0]
      : exposures.map((exposure) => (row.exposure === exposure ? 1 : 0))
  const design = wedgeDesign(rows, (row) => [...(siteEffect === 'fixed' ? dummiesOf(row, sites) : []), ...more(row)])
  const before = (design.x[0]?.length ?? 0) - exposures.length
  const contrastOf = (weights: number[]) => [...Array<number>(before).fill(0), ...weights]
  const middle = exposures.reduce((sum, exposure) => sum + exposure, 0) / exposures.length
  const spread = exposures.reduce((sum, exposure) => sum + (exposure - middle) ** 2, 0)
  const contrasts = [
    contrastOf(exposures.map(() => 1 / exposures.length)),
    ...(spread > 0 ? [contrastOf(exposures.map((exposure) => (exposure - middle) / spread))] : []),
  ]
  const mixed = siteEffect === 'random' ? randomIntercept(design, { contrasts, confidence }) : null
  const robust = mixed
    ? randomIntercept(design, { contrasts, confidence, errors: 'CR2' })
    : clusterRobust(design, { contrasts, confidence })
  const [main, drift] = robust.contrasts as [RobustEstimate, RobustEstimate?]
  const permutation = main.reason === null ? permutationOf(sites, rows, siteEffect, confidence, seed) : null
  const isPermuted = permutation !== null && sites.length < FEW_SITES
  const interval = isPermuted && effect === 'constant' ? permutation : main
  return {
    ...{ estimate: main.estimate, low: interval.low, high: interval.high, confidence },
    pValue: isPermuted ? permutation.pValue : main.pValue,
    method: isPermuted ? 'permutation' : 'cr2',
    model: mixed?.contrasts[0] ?? null,
    robust: main,
    variance: mixed?.variance ?? null,
    permutation,
    byExposure: effect === 'exposure' ? robust.coefficients.slice(before) : [],
    drift: drift ?? null,
    ...{ sites: sites.length, rows: rows.length },
    reason: main.reason === null ? null : main.reason === 'collinear' ? 'same-start' : 'no-variation',
  }
}

function permutationOf(
  sites: readonly WedgeSite[],
  rows: readonly WedgeRow[],
  siteEffect: 'random' | 'fixed',
  confidence: number,
  seed: number,
): SteppedWedge['permutation'] {
  const ratio = siteEffect === 'fixed' ? Number.POSITIVE_INFINITY : ratioWithout(wedgeDesign(rows, () => []))
  const arrangements = permuteWedge(sites, rows, { ratio, seed })
  if (!arrangements) return null
  const { estimate, count, exact, smallestPossibleP } = arrangements
  const rank = arrangements.atLeastAsFar(0)
  return {
    ...{ estimate, pValue: rank / count, midP: (rank + arrangements.farther(0)) / 2 / count },
    ...{ smallestPossibleP, arrangements: count, exact },
    ...permutationInterval(arrangements, confidence),
  }
}

/** Of the model without the change: the same whatever the order, as an exact test needs it. */
function ratioWithout(design: ClusteredRows): number {
  return interceptFit(clusterFit(design))?.ratio ?? 0
}

function dummiesOf({ site }: WedgeRow, sites: readonly WedgeSite[]): number[] {
  return Array.from({ length: sites.length - 1 }, (_, k) => (site === k + 1 ? 1 : 0))
}
