import { describe, expect, test } from 'vitest'
import { readGuardrail } from './guardrail.ts'

const options = { confidence: 0.95, seed: 1 }
/** Sites whose values go from 100 to 100 plus a change that differs a little from site to site. */
const panel = (treated: number, comparison: number, effect: number) => ({
  since: 1,
  sites: Array.from({ length: treated + comparison }, (_, i) => ({
    name: `s${i}`,
    treated: i < treated,
    values: [100, 100 + ((i * 5) % 7) / 10 + (i < treated ? effect : 0)],
  })),
})
const complaints = { name: 'complaints', better: 'lower' as const, margin: 2 }

describe('readGuardrail', () => {
  test.each([
    [0, 'safe', false],
    [1, 'safe', true],
    [2, 'unclear', true],
    [9, 'harm', true],
    [-9, 'safe', false],
  ])('complaints that moved by %d against a margin of 2', (effect, verdict, worse) => {
    expect(readGuardrail({ ...complaints, panel: panel(8, 8, effect) }, options)).toMatchObject({
      verdict,
      worse,
      refused: null,
    })
  })

  test('with one treated site the placebo test is made at the margin', () => {
    const harm = readGuardrail({ ...complaints, panel: panel(1, 30, 9) }, options)
    expect(harm).toMatchObject({ verdict: 'harm', worse: true, low: null, pValue: 1 / 31 })
    expect(readGuardrail({ ...complaints, panel: panel(1, 30, 0) }, options).verdict).toBe('safe')
    expect(readGuardrail({ ...complaints, panel: panel(1, 30, 2) }, options).verdict).toBe('unclear')
    // One of eleven can never be beyond chance at 5 %.
    expect(readGuardrail({ ...complaints, panel: panel(1, 10, 9) }, options).verdict).toBe('unclear')
  })

  test('a metric that stood still everywhere is safe', () => {
    const sites = [0, 1, 2, 3].map((i) => ({ name: `s${i}`, treated: i < 2, values: [0, 0] }))
    const answer = readGuardrail({ ...complaints, panel: { sites, since: 1 } }, options)
    expect(answer).toMatchObject({ verdict: 'safe', estimate: 0, refused: 'no-variation' })
  })

  test('a metric that was not measured is unclear, and says why', () => {
    const sites = [0, 1, 2, 3].map((i) => ({ name: `s${i}`, treated: i < 2, values: [i, i < 2 ? null : 1] }))
    const answer = readGuardrail({ ...complaints, panel: { sites, since: 1 } }, options)
    expect(answer).toMatchObject({ verdict: 'unclear', estimate: null, low: null, refused: 'no-treated-sites' })
  })

  test('refuses a negative margin, whatever the panel', () => {
    expect(() => readGuardrail({ ...complaints, margin: -1, panel: panel(8, 8, 0) }, options)).toThrow(RangeError)
  })
})
