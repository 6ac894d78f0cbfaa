export interface RowSample {
  add(row: readonly string[]): void
  /** The rows kept, in their order. */
  rows(): (readonly string[])[]
}

/**
 * Keeps at most `limit` rows, spread evenly over however many come, the same ones for the same sheet.
 *
 * A row is kept when a hash of its number is small; the more come, the smaller it must be. Taking every tenth row
 * instead would see one month only of a sheet that has ten months per shop.
 */
export function rowSample(limit: number): RowSample {
  let kept: { hash: number; row: readonly string[] }[] = []
  let below = 2 ** 32
  let count = 0
  return {
    add(row) {
      const hash = hashed(count++)
      if (hash >= below) return
      kept.push({ hash, row })
      while (kept.length > limit) {
        below /= 2
        kept = kept.filter((one) => one.hash < below)
      }
    },
    rows: () => kept.map(({ row }) => row),
  }
}

/** The last step of MurmurHash3: every bit of `number` reaches every bit of the result, in [0, 2^32). */
function hashed(number: number): number {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
