import { describe, expect, test } from 'vitest'
import { faultOf } from './fault-of.ts'

describe('a figure that its metric cannot have', () => {
  test.each([
    ['mean', -3.5, null, null],
    ['mean', 3, 10, 'denominator-unwanted'],
    ['quantile', 12, null, null],
    ['proportion', 3, 10, null],
    ['proportion', 0, 10, null],
    ['proportion', 3, null, 'no-denominator'],
    ['proportion', 3, 0, 'denominator-not-above-0'],
    ['proportion', 0.3, 10, 'not-whole'],
    ['proportion', -1, 10, 'negative'],
    ['proportion', 11, 10, 'more-than-all'],
    ['rate', 3, 1000, null],
    ['rate', 30, 10, null],
    ['rate', -1, 10, 'negative'],
    ['ratio', -250.5, 3.5, null],
    ['ratio', 250, -1, 'denominator-not-above-0'],
  ] as const)('%s of %s over %s: %s', (kind, value, denominator, fault) => {
    expect(faultOf(kind, value, denominator)).toBe(fault)
  })
})
