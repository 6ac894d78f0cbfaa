// npm run calibrate [family ...]: every long-run promise of lib/stats and lib/flow, by seeded simulation on two cores. Prints nominal
// against achieved with the Monte Carlo error; exit code 1 when a promise is broken, or a control that must fail does not.
import { Worker } from 'node:worker_threads'
import { type Gate, type GateReading, readGate } from '../src/lib/stats/testing/gate.ts'
import { allGates } from './calibrate/gate-files.ts'

const cores = 2

interface Job {
  readonly family: string
  readonly gate: Gate
}

const families = await allGates()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !families.some(({ family }) => family === name))
if (unknown.length > 0) {
  console.error(
    `There is no family "${unknown.join('", "')}". There are: ${families.map(({ family }) => family).join(', ')}.`,
  )
  process.exit(2)
}
const chosen = families.filter(({ family }) => wanted.length === 0 || wanted.includes(family))
const jobs: Job[] = chosen.flatMap(({ family, gates }) => gates.map((gate) => ({ family, gate })))
const begun = performance.now()
const readings = new Map<Job, GateReading>()
const waiting = [...jobs]
await Promise.all(Array.from({ length: cores }, runOnOneCore))
for (const { family, gates } of chosen) table(family, gates)
const broken = [...readings.values()].filter(({ passed }) => !passed).length
console.log(
  `\n${readings.size - broken} kept, ${broken} broken, in ${Math.round((performance.now() - begun) / 1_000)} s`,
)
process.exitCode = broken === 0 ? 0 : 1

async function runOnOneCore(): Promise<void> {
  const worker = new Worker(new URL('calibrate/worker.ts', import.meta.url))
  try {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const asked = { family: job.family, name: job.gate.name }
      const count = await new Promise<number>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.postMessage(asked)
      })
      // By name: without its own inner listeners a worker never answers again.
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
      readings.set(job, readGate(job.gate, count, job.gate.runs))
    }
  } finally {
    await worker.terminate()
  }
}

function table(family: string, gates: readonly Gate[]): void {
  console.log(`\n== ${family}`)
  const wide = Math.max(...gates.map(({ name }) => name.length))
  for (const job of jobs.filter((each) => each.family === family)) {
    const { name, nominal, should = 'equal', runs } = job.gate
    const reading = readings.get(job)
    if (!reading) continue
    const { achieved, monteCarloError, passed } = reading
    const promise = { equal: 'is', 'at-most': 'at most', 'at-least': 'at least', broken: 'must miss' }[should]
    console.log(
      `  ${name.padEnd(wide)}  ${promise.padStart(9)} ${percent(nominal)}  achieved ${percent(achieved)} +- ${percent(monteCarloError)}  ${String(runs).padStart(7)} runs  ${passed ? 'kept' : 'BROKEN'}`,
    )
  }
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(8)
}
