import { dot } from '../numeric/matrix.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { type Arrangements, DRAWS, MOST_ENUMERATED } from '../sites/arrange-sites.ts'
import { orthonormalBasis, takeOff } from '../sites/orthonormal-basis.ts'
import { partlyDemeaned } from '../sites/partly-demeaned.ts'
import { shiftTable } from '../sites/shift-table.ts'
import { countOrders, drawOrder, visitOrders } from './visit-orders.ts'
import { type WedgeRow, type WedgeSite, wedgeDesign } from './wedge-panel.ts'

/** What a site adds to the sums of an arrangement when it starts in a given period. */
interface Part {
  withValues: number
  withReal: number
  square: number
  onPeriods: Float64Array
}

/**
 * Rearranges which site starts when, within strata where there are any, and says how unusual the real order is: by the
 * effect beside period effects under a site intercept, over its standard error.
 *
 * All orders are tried up to a million, beyond that 20,000 are drawn and the real one is counted with them. Exact against "no
 * effect on anybody" when the order was drawn so. Feed it to `permutationInterval`.
 *
 * @param ratio Variance between sites over variance within, from the model without the change, which no order can move.
 *   Infinity for fixed effects.
 * @returns null when the order tells nothing beside the periods: all sites start together.
 * @see Wang & De Gruttola (2017), Statistics in Medicine 36, 2831-2843; Ji et al. (2017), Annals of Applied Statistics 11, 1-20;
 *   Thompson et al. (2018), Statistics in Medicine 37, 2487-2500.
 */
export function permuteWedge(
  sites: readonly WedgeSite[],
  rows: readonly WedgeRow[],
  { ratio, seed, resolution = 0 }: { ratio: number; seed: number; resolution?: number },
): Arrangements | null {
  const starts = [...new Set(sites.map(({ start }) => start ?? Number.POSITIVE_INFINITY))].sort((a, b) => a - b)
  const labelOf = sites.map(({ start }) => starts.indexOf(start ?? Number.POSITIVE_INFINITY))
  // One column more for each start that occurs: what every site would look like if it were its own.
  const design = partlyDemeaned(
    wedgeDesign(rows, ({ period }) => starts.map((start) => (period >= start ? 1 : 0))),
    ratio,
  )
  const width = design.x[0]?.length ?? 0
  const column = (j: number) => Float64Array.from(design.x, (row) => row[j] as number)
  const { basis } = orthonormalBasis(Array.from({ length: width - starts.length }, (_, j) => column(j)))
  const changes = starts.map((_, k) => column(width - starts.length + k))
  const real = Float64Array.from(rows, ({ site }, i) => changes[labelOf[site] as number]?.[i] as number)
  takeOff(real, basis)
  const values = Float64Array.from(design.y)
  takeOff(values, basis)
  const own = dot(real, real)
  if (!(own > 1e-9)) return null
  const estimate = dot(real, values) / own
  const residuals = values.map((value, i) => value - estimate * (real[i] as number))
  const scale = residuals.reduce((most, value) => Math.max(most, Math.abs(value)), Math.abs(estimate)) || 1

  const strata = [...Map.groupBy(sites.keys(), (i) => sites[i]?.stratum ?? '').values()]
  // The ascending order is visited first, so the real one must be ascending.
  const groups = strata.map((members) => members.toSorted((a, b) => (labelOf[a] as number) - (labelOf[b] as number)))
  const order = groups.flat()
  const parts = order.map((site) => changes.map((change) => partOf(rows, site, change, residuals, real, basis, scale)))
  const labels = groups.map((members) => members.map((site) => labelOf[site] as number))
  const ways = countOrders(labels)
  const exact = ways <= MOST_ENUMERATED
  const table = shiftTable(exact ? ways : DRAWS + 1)
  const sums = new Float64Array(basis.length)
  const add = (arranged: Int32Array) => {
    let [withValues, withReal, square] = [0, 0, 0]
    sums.fill(0)
    for (let k = 0; k < order.length; k++) {
      const part = (parts[k] as Part[])[arranged[k] as number] as Part
      withValues += part.withValues
      withReal += part.withReal
      square += part.square
      for (let j = 0; j < sums.length; j++) sums[j] = (sums[j] as number) + (part.onPeriods[j] as number)
    }
    const left = square - dot(sums, sums)
    // An order that the periods tell by themselves counts as far, the cautious way.
    if (left > 1e-9 * square) table.push(withValues / left, withReal / left, own / left, 0, 0)
    else table.push(0, 0, 0, 0, 0)
  }
  if (exact) visitOrders(labels, add)
  else {
    const arranged = Int32Array.from(labels.flat())
    const generator = seededGenerator(seed)
    add(arranged)
    for (let round = 0; round < DRAWS; round++) {
      drawOrder(
        groups.map(({ length }) => length),
        arranged,
        generator,
      )
      add(arranged)
    }
  }
  const shiftOf = (effect: number) => (effect - estimate) / scale
  return {
    ...{ estimate, count: ways <= MOST_ENUMERATED ? ways : DRAWS + 1, exact, statistic: 'studentised', scale },
    // No order has a mirror that is sure to lie as far.
    smallestPossibleP: 1 / (exact ? ways : DRAWS + 1),
    atLeastAsFar: (effect) => table.atLeastAsFar(shiftOf(effect), resolution / scale, 'studentised'),
    farther: (effect) => table.farther(shiftOf(effect), resolution / scale, 'studentised'),
  }
}

function partOf(
  rows: readonly WedgeRow[],
  site: number,
  change: Float64Array,
  residuals: Float64Array,
  real: Float64Array,
  basis: readonly Float64Array[],
  scale: number,
): Part {
  const part = { withValues: 0, withReal: 0, square: 0, onPeriods: new Float64Array(basis.length) }
  for (const [i, row] of rows.entries()) {
    if (row.site !== site) continue
    const z = change[i] as number
    part.withValues += (z * (residuals[i] as number)) / scale
    part.withReal += z * (real[i] as number)
    part.square += z * z
    for (const [j, member] of basis.entries())
      part.onPeriods[j] = (part.onPeriods[j] as number) + z * (member[i] as number)
  }
  return part
}
