// npm run simulate [-- --trials 2000 --seed 1]: made-up organisations run their trials by the product's own rules, looked at
// every day. Prints how often something useless was adopted, whether the intervals that were shown hold the truth, and what
// futility saved; beside it a control that peeks. Exit code 1 when a promise is broken, or the control keeps it.
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { Outcome } from './simulate/run-trial.ts'

const { values } = parseArgs({ options: { trials: { type: 'string' }, seed: { type: 'string' } } })
const trials = wholeNumber(values.trials, 2000)
const seed = wholeNumber(values.seed, 1)
const cores = 2
const begun = performance.now()
const outcomes: Outcome[] = []
let next = 0
await Promise.all(Array.from({ length: Math.min(cores, trials) }, runOnOneCore))

const nulls = outcomes.filter(({ truth }) => truth === 'null')
const useless = outcomes.filter(({ truth }) => truth !== 'gain')
const gains = outcomes.filter(({ truth }) => truth === 'gain')
const peeked = useless.filter(({ isAdoptedByPeeking }) => isAdoptedByPeeking !== null)
const shown = outcomes.filter(({ isCovered }) => isCovered !== null)
const designs = [...new Set(outcomes.map(({ design }) => design))].sort()

console.log(`${outcomes.length} trials, ${nulls.length} of changes that do nothing, seed ${seed}\n`)
const promises = [
  kept('useless changes that were adopted', useless, ({ isAdopted }) => isAdopted, { most: 0.025 }),
  kept(
    'the same by peeking at 95 % every day (control, must break it)',
    peeked,
    (one) => one.isAdoptedByPeeking === true,
    {
      most: 0.025,
      mustBreak: true,
    },
  ),
  kept('intervals of results that hold the truth', shown, ({ isCovered }) => isCovered === true, { least: 0.95 }),
  kept('trials whose every shown interval holds the truth', outcomes, ({ areAllCovered }) => areAllCovered, {
    least: 0.95,
  }),
]
for (const design of designs) {
  const own = (of: readonly Outcome[]) => of.filter((one) => one.design === design)
  kept(`  ${design}: useless changes that were adopted`, own(useless), ({ isAdopted }) => isAdopted, { most: 0.025 })
  kept(`  ${design}: intervals of results that hold the truth`, own(shown), (one) => one.isCovered === true, {
    least: 0.95,
  })
}
const saved = nulls.reduce((sum, one) => sum + one.saved, 0) / Math.max(1, nulls.length)
console.log(`\ndays of trials of useless changes that were not needed: ${percent(saved)} (at least 30 %)`)
tell('useful changes that were adopted', gains, ({ isAdopted }) => isAdopted)
tell('useful changes that were stopped for futility', gains, ({ end }) => end === 'stop-futility')
tell(
  'harmful changes that were stopped for harm',
  outcomes.filter(({ truth }) => truth === 'harm'),
  ({ end }) => end === 'stop-harm',
)
const broken = promises.filter((isKept) => !isKept).length + (saved >= 0.3 ? 0 : 1)
console.log(
  `\n${broken === 0 ? 'all kept' : `${broken} broken`}, in ${Math.round((performance.now() - begun) / 1000)} s`,
)
process.exitCode = broken === 0 ? 0 : 1

async function runOnOneCore(): Promise<void> {
  const worker = new Worker(new URL('simulate/worker.ts', import.meta.url))
  try {
    for (let trial = next++; trial < trials; trial = next++) {
      worker.postMessage({ seed, trial })
      outcomes.push(
        await new Promise<Outcome>((resolve, reject) => {
          worker.once('message', resolve)
          worker.once('error', reject)
        }),
      )
      worker.removeAllListeners('message')
      worker.removeAllListeners('error')
    }
  } finally {
    await worker.terminate()
  }
}

interface Promised {
  most?: number
  least?: number
  mustBreak?: boolean
}

/** Prints a share beside what is promised; off by more than 3.3 Monte Carlo errors is broken. */
function kept(name: string, of: readonly Outcome[], is: (one: Outcome) => boolean, promised: Promised): boolean {
  const share = of.filter(is).length / Math.max(1, of.length)
  const nominal = promised.most ?? promised.least ?? 0
  const error = Math.sqrt((nominal * (1 - nominal)) / Math.max(1, of.length))
  const isOff = promised.most === undefined ? nominal - share > 3.3 * error : share - nominal > 3.3 * error
  const isKept = isOff === (promised.mustBreak ?? false)
  const limit = promised.most === undefined ? `at least ${percent(nominal)}` : `at most ${percent(nominal)}`
  console.log(
    `${name.padEnd(66)} ${percent(share).padStart(8)} of ${String(of.length).padStart(5)}  ${limit} (+- ${percent(error)})  ${isKept ? 'kept' : 'BROKEN'}`,
  )
  return isKept
}

function tell(name: string, of: readonly Outcome[], is: (one: Outcome) => boolean): void {
  console.log(`${name}: ${percent(of.filter(is).length / Math.max(1, of.length))} of ${of.length}`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (!Number.isSafeInteger(value) || value < 1) {
    console.error(`"${text}" is no whole number of at least 1.`)
    process.exit(2)
  }
  return value
}
