import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** One answer of an independent program. `npm run reference` computes them anew; tests need neither Python nor R. */
export interface ReferenceCase<Given = unknown, Expected = unknown> {
  /** The function of ours that it is about. */
  readonly of: string
  readonly given: Given
  /** A number, null, or an object or array of those; keys as ours. */
  readonly expected: Expected
  /** The largest relative difference, default 1e-9. */
  readonly within?: number
  /** Differences up to this size count for nothing, in the unit of the value, default 1e-300. */
  readonly near?: number
}

interface ReferenceFile {
  /** Programs and their versions. */
  readonly madeBy: Record<string, string>
  readonly cases: readonly ReferenceCase[]
}

/** The cases of `reference/stats/<family>.json` about `of`. @throws {Error} when there are none: no test is empty. */
export function referenceCases<Given, Expected>(family: string, of: string): ReferenceCase<Given, Expected>[] {
  const file = new URL(`../../../../reference/stats/${family}.json`, import.meta.url)
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as ReferenceFile
  const found = cases.filter((each) => each.of === of) as ReferenceCase<Given, Expected>[]
  if (found.length === 0) throw new Error(`reference/stats/${family}.json has no case about "${of}"`)
  return found
}

/** Expects every number in `expected` to be where it is in `actual`, to the relative difference that the case allows. */
export function expectAgreement(
  actual: unknown,
  { expected, within = 1e-9, near = 1e-300, given }: ReferenceCase,
): void {
  const off = differences(actual, expected, within, near, '')
  if (off.length > 0) expect.fail(`${off.join('\n')}\ngiven ${JSON.stringify(given)?.slice(0, 2_000)}`)
}

function differences(actual: unknown, expected: unknown, within: number, near: number, at: string): string[] {
  if (typeof expected === 'number') {
    const size = Math.abs((actual as number) - expected)
    const isClose = typeof actual === 'number' && (size <= within * Math.abs(expected) || size <= near)
    return isClose
      ? []
      : [`${at || 'answer'}: ${String(actual)} instead of ${expected} (relative ${size / Math.abs(expected)})`]
  }
  if (expected === null || typeof expected !== 'object')
    return Object.is(actual, expected) ? [] : [`${at || 'answer'}: ${String(actual)} instead of ${String(expected)}`]
  if (Array.isArray(expected) && (!Array.isArray(actual) || actual.length !== expected.length))
    return [`${at || 'answer'}: ${JSON.stringify(actual)?.slice(0, 200)} instead of ${expected.length} values`]
  return Object.entries(expected).flatMap(([key, value]) =>
    differences((actual as Record<string, unknown> | null)?.[key], value, within, near, at ? `${at}.${key}` : key),
  )
}
