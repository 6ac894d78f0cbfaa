// One core of npm run calibrate: runs the gate it is asked for, from its own seed, and answers how often it happened.
import { parentPort } from 'node:worker_threads'
import { seededGenerator } from '../../src/lib/stats/numeric/seeded-generator.ts'
import { countHappens } from '../../src/lib/stats/testing/gate.ts'
import { allGates } from './gate-files.ts'

const families = await allGates()

parentPort?.on('message', ({ family, name }: { family: string; name: string }) => {
  const gate = families.find((each) => each.family === family)?.gates.find((each) => each.name === name)
  if (!gate) throw new Error(`no gate "${name}" in ${family}`)
  parentPort?.postMessage(countHappens(gate, gate.runs, seededGenerator(gate.seed)))
})
