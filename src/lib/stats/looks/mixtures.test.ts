import { describe, expect, test } from 'vitest'
import { betaBinomialMixtureBound, betaBinomialMixtureLogE } from './beta-binomial-mixture.ts'
import { gammaMixtureBound, gammaMixtureLogE } from './gamma-mixture.ts'
import { normalMixtureBound, normalMixtureLogE, normalMixtureScale } from './normal-mixture.ts'
import { polyStitchingBound } from './poly-stitching.ts'

const one = normalMixtureScale(100, 0.05, 1)

// The published test values of confseq (Howard et al.): accumulated variance 100, level 0.05, tuned to 100 and 0.05.
describe('boundaries agree with the values published with confseq', () => {
  test('normal mixture', () => {
    const two = normalMixtureScale(100, 0.05)
    expect(two).toBeCloseTo(12.60056, 5)
    expect(normalMixtureLogE(10, 100, two)).toBeCloseTo(-0.6510052, 6)
    expect(normalMixtureBound(100, 0.05, two)).toBeCloseTo(30.35209, 5)
    expect(normalMixtureLogE(10, 100, one, 1)).toBeCloseTo(-0.06502391, 7)
    expect(normalMixtureBound(100, 0.05, one, 1)).toBeCloseTo(27.66071, 5)
  })

  test('gamma-exponential and gamma-Poisson, jump 2', () => {
    expect(gammaMixtureLogE(10, 100, { tail: 'exponential', jump: 2, scale: one })).toBeCloseTo(-0.2490165, 6)
    expect(gammaMixtureBound(100, 0.05, { tail: 'exponential', jump: 2, narrowestAt: 100 })).toBeCloseTo(33.02017, 5)
    expect(gammaMixtureLogE(10, 100, { tail: 'poisson', jump: 2, scale: one })).toBeCloseTo(-0.06991219, 7)
    expect(gammaMixtureBound(100, 0.05, { tail: 'poisson', jump: 2, narrowestAt: 100 })).toBeCloseTo(30.1949, 5)
  })

  test('beta-binomial, 0.2 below and 0.8 above', () => {
    const mixture = { below: 0.2, above: 0.8, narrowestAt: 100 }
    expect(betaBinomialMixtureLogE(10, 100, mixture)).toBeCloseTo(-0.6941012, 6)
    expect(betaBinomialMixtureBound(100, 0.05, mixture)).toBeCloseTo(31.4308, 5)
    expect(betaBinomialMixtureLogE(10, 100, { ...mixture, sides: 1 })).toBeCloseTo(-0.07134019, 7)
    expect(betaBinomialMixtureBound(100, 0.05, { ...mixture, sides: 1 })).toBeCloseTo(28.41238, 5)
    expect(betaBinomialMixtureBound(0.32, 0.05, { ...mixture, sides: 1 })).toBeCloseTo(1.6, 5)
  })

  test('polynomial stitching from 10, jump 3 and -1', () => {
    expect(polyStitchingBound(100, 0.05, { from: 10, jump: 3 })).toBeCloseTo(64.48755, 5)
    expect(polyStitchingBound(100, 0.05, { from: 10, jump: -1 })).toBeCloseTo(28.99389, 5)
  })
})
