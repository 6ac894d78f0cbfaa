/** One measured figure, ready to be shown. */
export interface Figure {
  readonly what: string
  /** With its unit, such as `1.24 s`. */
  readonly measured: string
  /** What was promised, such as `at most 3 s`. */
  readonly promise?: string
  /** Whether the promise is kept. Left out where there is none. */
  readonly isKept?: boolean
  /** More to read below the table. */
  readonly notes?: readonly string[]
}

export interface Benchmark {
  /** What it is called on the command line. */
  readonly name: string
  readonly says: string
  run(): Promise<Figure[]>
}

/** The value below which a `share` of all lies. @throws {RangeError} without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (found === undefined) throw new RangeError('no values')
  return found
}

export function inSeconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`
}

export function inMs(ms: number): string {
  return `${ms.toFixed(2)} ms`
}
