import { conditionalTable, TIE } from './conditional-table.ts'
import { checkProportion, type Proportion } from './proportion.ts'

export type Alternative = 'two-sided' | 'higher' | 'lower'

export interface FisherExact {
  /** The chance of a table at least as far out, in (0, 1]; never rejects a true null more often than it says. */
  pValue: number
  /** The same with the observed table counted half: right on average, not always at most its level. */
  midPValue: number
}

/**
 * Fisher's exact test that two proportions are equal, given the total of events.
 *
 * Two-sided: all tables that are no likelier than the observed one. `higher` and `lower` ask whether the treated
 * proportion is so. p is 1 when nobody or everybody had an event, or an arm is empty. Relative accuracy about 1e-12.
 *
 * Conservative: at the 5 % level it rejects a true null in 1 to 3 % of small trials. The mid-p version or
 * `boschlooExact` see more. Not for pairs or clusters.
 *
 * @throws {RangeError} when counts are impossible.
 * @see Fisher (1935), JRSS 98, 39-54; mid-p: Lancaster (1961), JASA 56, 223-234; Lydersen, Fagerland & Laake (2009),
 *   Statistics in Medicine 28, 1159-1175.
 */
export function fisherExact(
  treated: Proportion,
  comparison: Proportion,
  { alternative = 'two-sided' }: { alternative?: Alternative } = {},
): FisherExact {
  checkProportion(treated)
  checkProportion(comparison)
  const { least, masses } = conditionalTable(treated.units, comparison.units, treated.events + comparison.events)
  const observed = treated.events - least
  const mass = masses[observed] ?? 0
  let [pValue, ties] = [0, 0]
  for (let i = 0; i < masses.length; i++) {
    const each = masses[i] ?? 0
    const counts = { 'two-sided': each <= mass * TIE, higher: i >= observed, lower: i <= observed }[alternative]
    if (counts) pValue += each
    if (alternative === 'two-sided' ? counts && each * TIE >= mass : i === observed) ties += each
  }
  return { pValue: Math.min(1, pValue), midPValue: Math.min(1, pValue - ties / 2) }
}
