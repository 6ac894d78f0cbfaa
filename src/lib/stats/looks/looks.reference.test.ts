import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { betaBinomialMixtureLogE } from './beta-binomial-mixture.ts'
import { boundedSequence } from './bounded-sequence.ts'
import { conditionalPower } from './conditional-power.ts'
import { countMixtureLogE } from './count-mixture.ts'
import { futilityBounds } from './futility-bounds.ts'
import { gammaMixtureLogE } from './gamma-mixture.ts'
import { normalMixtureLogE } from './normal-mixture.ts'
import { polyStitchingBound } from './poly-stitching.ts'
import { predictivePower } from './predictive-power.ts'
import { scheduledBounds } from './scheduled-bounds.ts'
import { type LookBounds, scheduledPower } from './scheduled-power.ts'
import { sequenceReach } from './sequence-reach.ts'
import { shareDifferenceSequence } from './share-difference-sequence.ts'
import { shareSequence } from './share-sequence.ts'
import { stoppedEffect } from './stopped-effect.ts'

/** Each function with the arguments of a case, as they stand in the file. */
function agrees<Given extends unknown[]>(family: string, name: string, ours: (...given: Given) => unknown): void {
  test(name, () => {
    const cases = referenceCases<Given, unknown>(family, name)
    expect(cases.length).toBeGreaterThan(0)
    for (const known of cases) expectAgreement(ours(...known.given), known)
  })
}

describe('agrees with integration to 30 digits, plain products and brute force', () => {
  agrees('looks', 'normalMixtureLogE', normalMixtureLogE)
  agrees('looks', 'gammaMixtureLogE', gammaMixtureLogE)
  agrees('looks', 'betaBinomialMixtureLogE', betaBinomialMixtureLogE)
  agrees('looks', 'countMixtureLogE', countMixtureLogE)
  agrees('looks', 'sequenceReach', sequenceReach)
  agrees('looks', 'shareSequence', shareSequence)
  agrees('looks', 'shareDifferenceSequence', shareDifferenceSequence)
  agrees('looks', 'boundedSequence', boundedSequence)
  agrees('looks', 'predictivePower', predictivePower)
  agrees('looks', 'polyStitchingBound', polyStitchingBound)
  agrees('looks', 'scheduledBounds', scheduledBounds)
  agrees('looks', 'scheduledPower', scheduledPower)
})

describe('agrees with rpact, to its own tolerance', () => {
  agrees('looks-r', 'scheduledBounds', scheduledBounds)
  agrees('looks-r', 'futilityBounds', futilityBounds)
  agrees('looks-r', 'stoppedEffect', stoppedEffect)
  agrees('looks-r', 'conditionalPower', conditionalPower)

  test('scheduledPower', () => {
    type Expected = { sides: 1 | 2; perLook: number[]; expectedFraction: number }
    for (const known of referenceCases<[LookBounds[], number], Expected>('looks-r', 'scheduledPower')) {
      const { above, below, expectedFraction } = scheduledPower(...known.given)
      const perLook = above.map((chance, i) => chance + (below[i] ?? 0))
      expectAgreement({ sides: known.expected.sides, perLook, expectedFraction }, known)
    }
  })
})
