import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { permuteDesign } from '../sites/permute-design.ts'
import { permuteSites } from '../sites/permute-sites.ts'
import { permutationPower } from './permutation-power.ts'
import { powerOfEffect } from './power-of-effect.ts'

/** The same by the plain way: draw, test, count. */
function counted(treated: number, comparison: number, effect: number, spread = 1): number {
  const { normal } = seededGenerator(77)
  let found = 0
  for (let run = 0; run < 1_500; run++) {
    const one = Array.from({ length: treated }, () => spread * normal() + effect)
    const other = Array.from({ length: comparison }, () => normal())
    if (permuteSites(one, other, { seed: 1 }).pValue <= 0.05 + 1e-9) found += 1
  }
  return found / 1_500
}

describe('permutationPower', () => {
  test.each([
    [4, 4, 2.3, 1],
    [4, 4, 3.5, 1],
    [3, 9, 2, 1],
    [1, 19, 2.7, 1],
    [5, 5, 1.5, 2],
  ])('%d against %d, %d deviations, treated %d times as wide: as often as counted', (a, b, effect, spread) => {
    const power = permutationPower(a, b, { spread })?.(effect) ?? 0
    expect(Math.abs(power - counted(a, b, effect, spread))).toBeLessThan(0.05)
  })

  test('six pairs find as often as counted', () => {
    const { normal } = seededGenerator(78)
    let found = 0
    for (let run = 0; run < 1_500; run++) {
      const differences = Array.from({ length: 6 }, () => 2.2 + Math.SQRT2 * normal())
      const units = differences.flatMap((value, k) => [
        { value, treated: true, stratum: `${k}` },
        { value: 0, treated: false, stratum: `${k}` },
      ])
      if ((permuteDesign(units, { seed: 1 }).pValue ?? 1) <= 0.05) found += 1
    }
    expect(Math.abs((permutationPower(1, 1, { strata: 6 })?.(2.2) ?? 0) - found / 1_500)).toBeLessThan(0.05)
    expect(permutationPower(1, 1, { strata: 5 })?.(1e9)).toBe(0)
    expect(permutationPower(1, 1, { strata: 9 })).toBeNull()
  })

  test('4 against 4 find 64 % where the t test finds 80 %', () => {
    const [effect, error] = [2.3807, Math.SQRT1_2]
    expect(powerOfEffect(effect, error, 6)).toBeCloseTo(0.8, 2)
    expect(permutationPower(4, 4)?.(effect)).toBeCloseTo(0.64, 1)
  })

  test('rises from the level it really has to certainty, the same in both directions', () => {
    const power = permutationPower(4, 4)
    expect(power?.(0)).toBeCloseTo(2 / 70, 2)
    const path = [0, 1, 2, 4, 8, 1e9].map((effect) => power?.(effect) ?? -1)
    expect(path).toEqual([...path].sort((a, b) => a - b))
    expect(path.at(-1)).toBe(1)
    expect(power?.(-2)).toBe(power?.(2))
  })

  test('one side finds more in its direction, and nothing in the other', () => {
    const one = permutationPower(4, 4, { sides: 1 })
    expect(one?.(2)).toBeGreaterThan(permutationPower(4, 4)?.(2) ?? 1)
    expect(one?.(-9)).toBe(0)
  })

  test('is 0 where p has no room, and left to the t test where steps do not matter', () => {
    expect(permutationPower(3, 3)?.(1e9)).toBe(0)
    expect(permutationPower(6, 6)).toBeNull()
  })
})
