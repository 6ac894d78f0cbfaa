/** Every doubt about a sheet that does not stop it, with the values that its sentence needs. README.md says when each comes. */
export type SheetWarnings = {
  'windows-text': { encoding: string }
  'damaged-text': { count: number }
  'other-tabs': { tab: string; others: number }
  'merged-cells': { count: number }
  'hidden-rows': { count: number }
  'uncomputed-cells': { count: number }
  'title-rows': { rows: number }
  'no-header': Record<never, never>
  'one-column': Record<never, never>
  'short-rows': { count: number; columns: number }
  turned: { columns: number; first: string; last: string }
  'filled-down': { column: string; count: number }
  'serial-dates': { column: string; text: string; date: string }
  'total-rows': { count: number; text: string }
  'no-key': { role: 'site' | 'period'; count: number }
  'rows-without': { column: string; count: number }
  'missing-values': { count: number }
  'text-in-numbers': { count: number; text: string }
  'other-decimals': { count: number; text: string }
  'unsure-numbers': { text: string; readAs: number }
  'mixed-marks': { mark: string; other: string }
  'unsure-dates': { text: string; order: 'day-first' | 'month-first' }
  'duplicate-rows': { places: number; rows: number; site: string; period: string }
  'repeated-periods': { periods: number; rows: number; period: string }
  'units-repeated': { units: number; rows: number; unit: string }
  gaps: { places: number; sites: number; site: string; period: string }
  'since-moved': { since: string; period: string }
  'since-before-all': { since: string; first: string }
  'since-after-all': { since: string; last: string }
  'empty-side': { group: 'treated' | 'comparison'; side: 'before' | 'after' }
  'one-site': { site: string }
  'one-treated-site': { site: string }
  'one-comparison-site': { site: string }
  'no-comparison-site': Record<never, never>
  'unknown-treated': { sites: number; site: string }
  'treated-changes': { sites: number; site: string }
  'treated-elsewhere': { sites: number; site: string; period: string; since: string }
  'similar-sites': { pairs: number; site: string; other: string }
  'long-names': { count: number; length: number }
}
export type SheetWarningCode = keyof SheetWarnings

/** A cell as a person finds it: `row` counts as a spreadsheet does, `column` is the name in the header. */
export interface Place {
  row: number
  column?: string
  text?: string
}

/** A doubt, as a code and values, no words. `at` is the first place, `places` the first 20 when there may be more. */
export type SheetWarning<Code extends SheetWarningCode = SheetWarningCode> = {
  [C in Code]: { code: C; values: SheetWarnings[C]; at?: Place; places?: Place[] }
}[Code]

/** How many places a warning names. The values count all of them. */
export const placesKept = 20

/** Counts places and keeps the first 20. */
export class Places {
  count = 0
  readonly kept: Place[] = []

  add(place: Place): void {
    this.count++
    if (this.kept.length < placesKept) this.kept.push(place)
  }

  /** What a warning says of them, ready to be spread into it. */
  get all(): { at?: Place; places?: Place[] } {
    const [at] = this.kept
    return at ? { at, places: this.kept } : {}
  }
}
