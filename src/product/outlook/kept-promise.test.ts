import { describe, expect, test } from 'vitest'
import { foundShare, simulatedDesigns } from './testing/found-share.ts'

/** Few runs here; `node scripts/simulate-outlook.ts` makes many. Four standard errors of 60 runs at 80 %. */
const runs = 60
const reach = 4 * Math.sqrt((0.8 * 0.2) / runs)

describe('the smallest effect that is promised is found four times out of five', () => {
  test.each(simulatedDesigns)(
    '$design, $sites sites, $periods periods',
    (simulated) => {
      const share = foundShare(simulated, runs, 7)
      expect(share).toBeGreaterThan(0.8 - reach)
      expect(share).toBeLessThan(0.8 + reach)
    },
    180_000,
  )
})

test('where there is none, hardly any is found: so it is the effect that was found', () => {
  expect(foundShare({ design: 'pilot-randomised', sites: 8, before: 26, periods: 6 }, 100, 3, 0)).toBeLessThan(0.15)
})
