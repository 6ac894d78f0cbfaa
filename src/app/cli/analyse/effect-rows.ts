import { decimalsOf, writeFixed } from '#platform/anywhere/figures.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'

/** An effect as every design has it: in the unit of the value, and as a share of what would have been. */
export interface Effect {
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
  readonly confidence: number
  readonly pValue: number | null
  readonly relative: { readonly estimate: number | null; readonly low: number | null; readonly high: number | null }
  readonly verdict: 'better' | 'worse' | 'unclear'
}

/** Writes figures with the decimals that the effect deserves. */
export function writerOf(effect: Effect): { write: (value: number) => string; signed: (value: number) => string } {
  const decimals = decimalsOf(effect)
  const write = (value: number) => writeFixed(value, decimals, 'en')
  return { write, signed: (value) => (value > 0 ? `+${write(value)}` : write(value)) }
}

/** The effect with its interval and p, as the last rows of a table `columns` wide. */
export function effectRows(effect: Effect, columns: number): string[][] {
  const { estimate, low, high, confidence, pValue } = effect
  const { write, signed } = writerOf(effect)
  const wide = (name: string, value: string) => [name, ...Array<string>(columns - 2).fill(''), value]
  return [
    wide('difference', signed(estimate)),
    wide(
      `${formatShare(confidence, 'en')} interval`,
      low === null || high === null ? 'none' : `${write(low)} to ${write(high)}`,
    ),
    ...(pValue === null ? [] : [wide('p', pValue < 0.001 ? '< 0.001' : formatNumber(pValue, 'en', 2))]),
    ...relativeRows(effect).map(([name = '', value = '']) => wide(name, value)),
  ]
}

/** The effect as a share, with its interval. One that is not beyond chance and has no interval would be a bare claim. */
function relativeRows({ relative, verdict, confidence }: Effect): string[][] {
  const { estimate, low, high } = relative
  if (estimate === null) return []
  const name = 'of what would have been'
  const hasInterval = low !== null && high !== null
  if (!hasInterval && verdict === 'unclear') return [[name, 'not beyond chance']]
  const percents = {
    estimate: 100 * estimate,
    low: low === null ? null : 100 * low,
    high: high === null ? null : 100 * high,
  }
  const write = (share: number) => `${writeFixed(100 * share, decimalsOf(percents), 'en')} %`
  return [
    [name, `${estimate > 0 ? '+' : ''}${write(estimate)}`],
    [`its ${formatShare(confidence, 'en')} interval`, hasInterval ? `${write(low)} to ${write(high)}` : 'none'],
  ]
}
