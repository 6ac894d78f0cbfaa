import { describe, expect, test } from 'vitest'
import { seededGenerator } from './numeric/seeded-generator.ts'
import { countHappens, readGate } from './testing/gate.ts'
import { allGates } from './testing/gate-files.ts'

// The part of `npm run calibrate` that runs every time. All of it: npm run calibrate.
for (const { family, gates } of await allGates())
  describe(family, () => {
    const small = gates.flatMap((gate) => (gate.inTests ? [{ ...gate, inTests: gate.inTests }] : []))
    test.each(small)('$name', (gate) => {
      const reading = readGate(gate, countHappens(gate, gate.inTests, seededGenerator(gate.seed)), gate.inTests)
      expect(reading, `achieved ${reading.achieved}, nominal ${gate.nominal}`).toMatchObject({ passed: true })
    })
  })
