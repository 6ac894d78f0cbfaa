import { describe, expect, test } from 'vitest'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { countHappens, readGate } from '#lib/stats/testing/gate.ts'
import { gates } from './flow.calibration.ts'

// The part of `npm run calibrate flow` that runs every time.
describe('the forecasts of flow keep what they promise', () => {
  const small = gates.flatMap((gate) => (gate.inTests ? [{ ...gate, inTests: gate.inTests }] : []))
  test.each(small)('$name', (gate) => {
    const reading = readGate(gate, countHappens(gate, gate.inTests, seededGenerator(gate.seed)), gate.inTests)
    expect(reading, `achieved ${reading.achieved}, nominal ${gate.nominal}`).toMatchObject({ passed: true })
  })
})
