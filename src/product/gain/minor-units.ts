/**
 * `value` units at `worthMinor` each, in whole minor units (cents), rounded half away from zero.
 *
 * Exact: the number is taken as the decimal that it is written as, so that 1.005 at 100 is 100.5 and becomes 101,
 * although its binary neighbour lies below.
 *
 * @param value Finite.
 */
export function minorOf(value: number, worthMinor: bigint): bigint {
  const { digits, places } = decimalOf(value)
  const product = digits * worthMinor
  if (places <= 0) return product * 10n ** BigInt(-places)
  return divideRounded(product, 10n ** BigInt(places))
}

/** `value` as `digits` / 10^`places`, exactly as ECMAScript writes it. */
function decimalOf(value: number): { digits: bigint; places: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a finite number: ${value}`)
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match
  return { digits: BigInt(`${sign}${whole}${fraction}`), places: fraction.length - Number(exponent) }
}

/** A quotient rounded to the nearest whole number, halves away from zero. `divisor` is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}
