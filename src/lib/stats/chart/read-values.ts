/** Values as the charts compute with them, NaN for a gap. @throws {RangeError} when one is not finite, or below `least`. */
export function readValues(
  values: readonly (number | null)[],
  least: number = Number.NEGATIVE_INFINITY,
): Float64Array<ArrayBuffer> {
  // A plain loop: `Float64Array.from` walks an iterator, at several times the cost.
  const read = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null
    if (value !== null && !(Number.isFinite(value) && value >= least))
      throw new RangeError(`values must be finite numbers${least === 0 ? ' of at least 0' : ''}, got ${value}`)
    read[i] = value ?? Number.NaN
  }
  return read
}
