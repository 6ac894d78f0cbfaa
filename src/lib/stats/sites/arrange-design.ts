import { dot } from '../numeric/matrix.ts'
import { type Generator, seededGenerator } from '../numeric/seeded-generator.ts'
import { adjustedRows } from './adjusted-rows.ts'
import { type Arrangements, DRAWS, MOST_ENUMERATED } from './arrange-sites.ts'
import { orthonormalBasis, takeOff } from './orthonormal-basis.ts'
import { type PermutationStatistic, shiftTable } from './shift-table.ts'
import { type PushRow, stratifiedRows, stratifiedVariance } from './stratified-rows.ts'
import { countDraws, type DrawGroup, drawWithin, visitDraws } from './visit-draws.ts'

/** One unit of randomisation with its one value. */
export interface DesignUnit {
  value: number
  treated: boolean
  /** Units were drawn within strata, pairs or blocks of this name. Default: all in one. */
  stratum?: string
  /** Known before the draw; as many for each unit. Given: the effect is adjusted for them. */
  covariates?: readonly number[]
}

export interface DesignOptions {
  /** Whole number in 0..2^53 - 1; it matters only when arrangements are drawn. */
  seed: number
  /** Default `studentised` where the design allows it. */
  statistic?: PermutationStatistic
  /** Differences up to this size are ties, in the unit of the values. Default 0; a relative 1e-9 always is one. */
  resolution?: number
  /** Whether the draw would have kept this arrangement (1 for each treated unit, in the order given). Default: any. */
  accepts?: (isTreated: Uint8Array) => boolean
}

export interface DesignArrangements extends Arrangements {
  /** True when nothing is left to scatter once the estimate is taken off: then only the rank means something. */
  isStill: boolean
}

/** Tries for one accepted draw, on average, before fewer than 20,000 draws have to do. */
const TRIES_PER_DRAW = 200

/**
 * Rearranges the treatment only as the draw could have: within strata, pairs or blocks, and only into arrangements that
 * `accepts` keeps. What comes out goes into `permutationInterval`, as that of `arrangeSites` does.
 *
 * The estimate is the strata's differences of means weighted by size (of pairs: the mean difference); with covariates it
 * is the treatment's coefficient beside them and the strata. Strata without both arms tell nothing and are left out.
 * Studentised by the scatter within the strata's arms, or, of pairs and other thin strata, between strata; with
 * covariates by HC2. Exact at any number of units when they were drawn so and the change adds the same everywhere.
 *
 * Not for rows of one unit; not for covariates that the change can move; at least two units more than covariates and strata.
 *
 * @throws {RangeError} when no stratum has both arms, a value is not finite, covariates are of unequal number or leave
 *   nothing to tell, `accepts` refuses the real arrangement, or `studentised` is asked where no variance can be had.
 * @see Fisher (1935); Rosenbaum (2002), Observational Studies, section 2.4 (strata); Morgan & Rubin (2012), Annals of
 *   Statistics 40, 1263-1282 (only acceptable draws); Fogarty (2018), JRSS-B 80, 1035-1056 (thin strata).
 */
export function arrangeDesign(units: readonly DesignUnit[], options: DesignOptions): DesignArrangements {
  const { order, groups } = grouped(units)
  const { estimate, scale, noise, level, rows, hasVariance, tells } = rowsOf(units, order, groups)
  const { seed, resolution = 0, statistic = hasVariance ? 'studentised' : 'difference', accepts } = options
  if (statistic === 'studentised' && !hasVariance) throw new RangeError('this design has no variance to studentise by')
  if (!tells) throw new RangeError('the covariates leave nothing to tell: fewer of them, or more units')

  const ways = countDraws(groups)
  const exact = ways <= MOST_ENUMERATED
  const table = shiftTable(exact ? ways : DRAWS + 1)
  const place = new Uint8Array(units.length)
  // Units of strata without both arms stay as they are.
  for (const [index, { treated }] of units.entries()) place[index] = treated ? 1 : 0
  const isKept = (z: Uint8Array) => {
    if (!accepts) return true
    for (const [position, index] of order.entries()) place[index] = z[position] as number
    return accepts(place)
  }
  const real = Uint8Array.from(order, (index) => (units[index]?.treated ? 1 : 0))
  if (!isKept(real)) throw new RangeError('accepts must keep the real arrangement')
  if (exact) visitDraws(groups, (z) => isKept(z) && rows(z, table.push))
  else {
    rows(real, table.push)
    drawKept(groups, seededGenerator(seed), isKept, (z) => rows(z, table.push))
  }
  const count = table.filled()
  const shiftOf = (effect: number) => (effect - estimate) / scale
  const isMirrored = groups.every(({ size, treated }) => size === 2 * treated) && isKept(real.map((z) => 1 - z))
  return {
    estimate,
    count,
    exact,
    statistic,
    // Where all groups are even, the mirrored arrangement is always exactly as far out as the real one.
    smallestPossibleP: (exact && isMirrored ? 2 : 1) / count,
    scale,
    isStill: noise <= Math.max(resolution, 64 * Number.EPSILON * level),
    atLeastAsFar: (effect) => table.atLeastAsFar(shiftOf(effect), resolution / scale, statistic),
    farther: (effect) => table.farther(shiftOf(effect), resolution / scale, statistic),
  }
}

/** Draws until 20,000 are kept, or too many have been refused. */
function drawKept(
  groups: readonly DrawGroup[],
  generator: Generator,
  isKept: (z: Uint8Array) => boolean,
  visit: (z: Uint8Array) => void,
): void {
  const z = new Uint8Array(groups.reduce((sum, { size }) => sum + size, 0))
  let left = DRAWS
  for (let tries = 0; left > 0 && tries < DRAWS * TRIES_PER_DRAW; tries++) {
    drawWithin(groups, generator, z)
    if (!isKept(z)) continue
    visit(z)
    left -= 1
  }
}

/** The units that tell something, by stratum, the treated first in each. */
function grouped(units: readonly DesignUnit[]): { order: number[]; groups: DrawGroup[] } {
  const strata = Map.groupBy(units.keys(), (index) => units[index]?.stratum ?? '')
  const order: number[] = []
  const groups: DrawGroup[] = []
  for (const members of strata.values()) {
    const treated = members.filter((index) => units[index]?.treated)
    if (treated.length === 0 || treated.length === members.length) continue
    order.push(...treated, ...members.filter((index) => !units[index]?.treated))
    groups.push({ size: members.length, treated: treated.length })
  }
  if (groups.length === 0) throw new RangeError('no stratum has a treated and a comparison unit')
  return { order, groups }
}

interface Rows {
  estimate: number
  scale: number
  /** The largest residual, and the largest value: both in the unit of the values. */
  noise: number
  level: number
  rows(z: Uint8Array, push: PushRow): void
  hasVariance: boolean
  tells: boolean
}

function rowsOf(units: readonly DesignUnit[], order: readonly number[], groups: readonly DrawGroup[]): Rows {
  const chosen = order.map((index) => units[index] as DesignUnit)
  const wild = chosen.find(({ value, covariates = [] }) => ![value, ...covariates].every(Number.isFinite))
  if (wild) throw new RangeError(`values and covariates must be finite numbers, got ${wild.value}`)
  const covariates = chosen[0]?.covariates?.length ?? 0
  if (chosen.some((unit) => (unit.covariates?.length ?? 0) !== covariates))
    throw new RangeError(`each unit needs ${covariates} covariates`)

  const strata = groups.map((_, group) =>
    groups.flatMap(({ size }, of) => Array<number>(size).fill(of === group ? 1 : 0)),
  )
  const columns = Array.from({ length: covariates }, (_, k) => chosen.map((unit) => unit.covariates?.[k] ?? 0))
  const { basis } = orthonormalBasis([...strata, ...columns])
  const real = Uint8Array.from(chosen, ({ treated }) => (treated ? 1 : 0))
  // Stratum means first, in full precision: a level of 1e9 must not cost the digits of the differences.
  const residuals = centred(
    chosen.map(({ value }) => value),
    groups,
  )
  if (covariates > 0) takeOff(residuals, basis)
  const own = Float64Array.from(real)
  takeOff(own, basis)
  const [freedom, ownLength] = [chosen.length - basis.length - 1, dot(own, own)]
  const estimate =
    covariates > 0 ? dot(own, residuals) / Math.max(ownLength, 1e-9) : weightedDifference(residuals, groups)
  for (const [i, isTreated] of real.entries()) residuals[i] = (residuals[i] as number) - isTreated * estimate
  const without = centred(residuals, groups)
  if (covariates > 0) takeOff(without, basis)
  const noise = without.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const level = chosen.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0)
  const scale = Math.max(noise, Math.abs(estimate)) || 1
  const shared = { estimate, scale, noise, level }
  const values = without.map((value) => value / scale)
  if (covariates === 0)
    return {
      ...{ ...shared, rows: stratifiedRows(values, groups), tells: true },
      hasVariance: stratifiedVariance(groups) !== 'none',
    }
  const tells = ownLength > 1e-9 && freedom > 0
  return { ...shared, rows: adjustedRows(values, real, basis), hasVariance: tells, tells }
}

function centred(values: Iterable<number>, groups: readonly DrawGroup[]): Float64Array {
  const answer = Float64Array.from(values)
  let from = 0
  for (const { size } of groups) {
    const part = answer.subarray(from, from + size)
    const first = part[0] as number
    const mean = first + part.reduce((sum, value) => sum + (value - first), 0) / size
    for (let i = 0; i < size; i++) part[i] = (part[i] as number) - mean
    from += size
  }
  return answer
}

function weightedDifference(values: Float64Array, groups: readonly DrawGroup[]): number {
  let [sum, from] = [0, 0]
  for (const { size, treated } of groups) {
    const mean = (a: number, b: number) => values.subarray(a, b).reduce((total, value) => total + value, 0) / (b - a)
    sum += (size / values.length) * (mean(from, from + treated) - mean(from + treated, from + size))
    from += size
  }
  return sum
}
