type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array | Int32Array

/** `array` when it is long enough, else a copy at least twice as long, filled up with zeros. */
export function grow<T extends Numbers>(array: T, length: number): T {
  if (length <= array.length) return array
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2, 16))
  longer.set(array)
  return longer
}
