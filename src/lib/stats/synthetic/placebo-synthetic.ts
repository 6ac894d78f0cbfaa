import { augmentDonors } from './augmented-synthetic-control.ts'
import { type DonorPanel, type DonorRefusal, donorRefusal, rootMeanSquare } from './donor-panel.ts'
import { mixDonors } from './mix-donors.ts'

export interface PlaceboUnit {
  /** Null: the treated unit. */
  name: string | null
  rmspeBefore: number
  rmspeAfter: number
  /** `rmspeAfter` over `rmspeBefore`, the latter never taken below the floor. */
  ratio: number
  /** The gap before is below the floor: the ratio would have exploded, and was capped. */
  isCapped: boolean
  estimate: number
}

export interface PlaceboSynthetic {
  /** In [smallestPossibleP, 1]: rank over the number of units. */
  pValue: number | null
  /** Place of the treated unit by ratio, 1 the largest; ties share the worst place. */
  rank: number | null
  /** 1 / (donors + 1). When it exceeds your level, the test can show nothing. */
  smallestPossibleP: number
  /** The treated unit and every donor, the largest ratio first. */
  units: PlaceboUnit[]
  /** Gaps before the start count as at least this, in the unit of the metric. */
  floor: number
  reason: DonorRefusal | null
}

/** A fit this much finer than the units' own movement is luck, or too many donors for the periods. */
const FLOOR_SHARE = 0.01

/**
 * How unusual the treated unit's gap after the start is, beside the gap before, among all donors treated as if they were it.
 *
 * Each donor's placebo is mixed from the other donors; the treated unit is in no mixture. Exact when the treated unit was
 * drawn at random among all; otherwise a comparison. Ratios divide by the gap before, so that badly fitted donors do
 * not drown the treated one; a fit finer than 1 % of the median movement before the start is capped, and shown as such.
 *
 * Not with fewer than 19 donors for a 5 % level: p cannot be smaller than 1 / (donors + 1).
 *
 * @param options `method`: how every unit is fitted; `augmented` as `augmentedSyntheticControl` does, some tens of times slower.
 * @throws {RangeError} when the panel is malformed (see `donorRefusal`).
 * @see Abadie, Diamond & Hainmueller (2010), JASA 105, 493-505, section 3.4; (2015), AJPS 59, 495-510 (the ratio).
 */
export function placeboSynthetic(
  panel: DonorPanel,
  { method = 'plain' }: { method?: 'plain' | 'augmented' } = {},
): PlaceboSynthetic {
  const { treated, donors, since } = panel
  const reason = donorRefusal(panel)
  const smallestPossibleP = 1 / (donors.length + 1)
  if (reason) return { pValue: null, rank: null, smallestPossibleP, units: [], floor: 0, reason }
  const all = [{ name: null, values: treated }, ...donors]
  const movements = all.map(({ values }) => movementOf(values.slice(0, since))).sort((a, b) => a - b)
  const floor = FLOOR_SHARE * (movements[movements.length >> 1] ?? 0)
  const runs = all.map(({ name, values }) => {
    const others = donors.filter((donor) => donor.name !== name)
    const own = { treated: values, donors: others, since }
    // By the same rule each finds its own penalty, so that the treated unit is not told apart by having chosen it.
    return { name, ...((method === 'augmented' && augmentDonors(own)) || mixDonors(own)) }
  })
  const units = runs
    .map(({ name, rmspeBefore, rmspeAfter, estimate }): PlaceboUnit => {
      const base = Math.max(rmspeBefore, floor)
      // Nothing moves anywhere before the start: gaps are compared as they are.
      return {
        name,
        rmspeBefore,
        rmspeAfter,
        ratio: base > 0 ? rmspeAfter / base : rmspeAfter,
        isCapped: rmspeBefore < floor,
        estimate,
      }
    })
    .sort((a, b) => b.ratio - a.ratio)
  const own = units.find(({ name }) => name === null)?.ratio ?? 0
  const rank = units.filter(({ ratio }) => ratio >= own * (1 - 1e-9)).length
  return { pValue: rank / units.length, rank, smallestPossibleP, units, floor, reason: null }
}

function movementOf(values: readonly number[]): number {
  return rootMeanSquare(values.slice(1).map((value, t) => value - (values[t] as number)))
}
