// npm run torture: kills Node, PostgreSQL or both, again and again, while eight clients write, and holds what is stored
// against what they were told: nothing acknowledged is lost, nothing is there twice, nothing is half done, ready in 5 s.
//
//   node scripts/torture.ts [--cycles 50] [--seed N] [--keep] [--control NAME]
//
// A test that never fails is not trusted. A control breaks one thing on purpose, and the run must end red (exit code 1;
// with 2 it went unnoticed, and the torture is worth nothing):
//   --control sync-off    PostgreSQL acknowledges before the disk has it: acknowledged writes are lost
//   --control new-keys    clients forget their key and send again under a new one: writes are doubled
//   --control half-done   one line of the ledger is taken away behind the product's back: a decided trial without its line
import { randomInt } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { actorOf } from './torture/act.ts'
import { type Oracle, openOracle } from './torture/oracle.ts'
import { closeAll, setUp } from './torture/people.ts'
import { type Product, placeProduct } from './torture/product.ts'
import { type Random, randomFrom } from './torture/random.ts'
import { stormOf } from './torture/storm.ts'
import { verify, verifyEnd } from './torture/verify.ts'

/** The promise: ready again, at the 95th percentile. */
const promisedMs = 5_000
/** Past this the product does not come back. */
const hopelessMs = 60_000
/** How long a result, a job, the outbox may lag behind in the end. */
const settledMs = 30_000
/** Trials that wait for a decision when the storm begins. */
const stocked = 6

const controls = ['sync-off', 'new-keys', 'half-done'] as const
type Control = (typeof controls)[number]
type Victim = 'node' | 'postgres' | 'both'

const { cycles, seed, control, keep } = readArguments()
console.log(
  `Torture: ${cycles} cycles, --seed ${seed}${control ? `, --control ${control}: this run must end red` : ''}`,
)
const random = randomFrom(seed)
const oracle = await openOracle()
const product = await placeProduct('torture')
try {
  const outcome = await torture(product, oracle, random)
  await report(outcome)
} catch (error) {
  oracle.blame('broke off', error instanceof Error ? (error.stack ?? error.message) : String(error))
  await report(null)
} finally {
  if (keep) console.log(`Kept: ${product.layout.root}, ${oracle.file}`)
  await product.remove(keep)
  oracle.close(keep)
}

interface Outcome {
  readonly readyMs: number[]
  readonly kills: Record<Victim, number>
  readonly again: number
  readonly heard: ReadonlyMap<string, number>
  readonly settledMs: number
  readonly cleanStartMs: number
}

async function torture(product: Product, oracle: Oracle, random: Random): Promise<Outcome> {
  launch()
  await product.untilReady(hopelessMs)
  const people = await setUp(product)
  if (control === 'sync-off') await acknowledgeTooEarly(product)
  let marks = 0
  const newMark = () => `mark-${String(++marks).padStart(6, '0')}`
  const actor = actorOf(oracle, random.branch(), control === 'new-keys')
  const storm = stormOf(actor, oracle, people, newMark, random.branch())
  const readyMs: number[] = []
  const kills = { node: 0, postgres: 0, both: 0 }
  let again = 0

  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    await storm.stock(stocked)
    storm.start()
    const afterMs = random.between(200, 2_500)
    await pause(afterMs)
    const victim = random.pick<Victim>(['node', 'postgres', 'both'])
    let killed = await kill(victim)
    kills[victim] += 1
    const isAgain = random.chance(0.2)
    if (isAgain) {
      again += 1
      await pause(random.between(0, 1_200))
      killed = await kill(random.pick<Victim>(victim === 'postgres' ? ['postgres', 'both'] : ['node', 'both']))
    }
    const ms = await untilReadyAgain(killed)
    readyMs.push(ms)
    await pause(random.between(0, 300))
    await storm.calm()
    const { ideas, decisions, lines } = await verify(product, oracle)
    if (control === 'half-done' && cycle === 1) await takeLineAway(product)
    await actor.repeat(5)
    const what = `${victim}${isAgain ? ', again while it started' : ''}`
    console.log(
      `${String(cycle).padStart(4)}  ${what.padEnd(33)} after ${seconds(afterMs)}  ready ${seconds(ms)}  ${ideas} ideas  ${decisions} decisions  ${lines} lines  ${oracle.problems.length === 0 ? 'good' : `${oracle.problems.length} problems`}`,
    )
  }

  const settled = await verifyEnd(product, oracle, settledMs)
  await refuseDefects(product, oracle)
  await refuseRemains(product, oracle)
  const cleanStartMs = await startCleanly(product, oracle)
  await verify(product, oracle)
  closeAll(people)
  return { readyMs, kills, again, heard: actor.heard, settledMs: settled, cleanStartMs }
}

function launch(): void {
  product.launch({ left: (how) => oracle.blame('left', `Node ended by itself (${how})`) })
}

/** @returns the postmaster that is not to be taken for the next one, and when it was killed. */
async function kill(victim: Victim): Promise<{ old: number | undefined; at: number }> {
  const old = product.postmaster()?.pid
  const at = performance.now()
  const hitNode = victim !== 'postgres'
  const hitPostgres = victim !== 'node'
  // In a random order: the first to go may still see the other.
  const isNodeFirst = random.chance(0.5)
  const node = hitNode && isNodeFirst ? product.killNode() : null
  if (hitPostgres) product.killPostgres()
  await (node ?? (hitNode ? product.killNode() : null))
  if (hitNode) launch()
  return { old, at }
}

/** From the kill to the first yes of `/readyz` with a PostgreSQL that is not the killed one. */
async function untilReadyAgain({ old, at }: { old: number | undefined; at: number }): Promise<number> {
  for (;;) {
    const postmaster = product.postmaster()
    if (postmaster?.isReady && postmaster.pid !== old && (await product.isReady())) return performance.now() - at
    if (performance.now() - at > hopelessMs)
      throw new Error(
        `Not ready after ${seconds(hopelessMs)}. Its last words:\n${(await product.printed()).slice(-4_000)}`,
      )
    // Whoever runs it for good starts it again; that it was needed has been blamed already.
    if (product.pid() === undefined) launch()
    await pause(10)
  }
}

async function startCleanly(product: Product, oracle: Oracle): Promise<number> {
  const code = await product.stop()
  if (code !== 0) oracle.blame('stop', `a stop by SIGTERM ended with code ${code}`)
  const begun = performance.now()
  launch()
  await product.untilReady(hopelessMs)
  return performance.now() - begun
}

/** What the product itself, or Node, calls a defect. */
async function refuseDefects(product: Product, oracle: Oracle): Promise<void> {
  const lines = (await product.printed()).split('\n')
  for (const line of lines)
    if (/failed by a defect|Closing file descriptor|MaxListenersExceeded|UnhandledPromise/.test(line))
      oracle.blame('defect', line.slice(0, 1_500))
}

/** What a killed upload left: somebody's figures in a folder that nobody empties. */
async function refuseRemains({ temporary }: Product, oracle: Oracle): Promise<void> {
  for (const name of await readdir(temporary)) oracle.blame('left behind', `${name} in the folder for temporary files`)
}

async function acknowledgeTooEarly(product: Product): Promise<void> {
  await product.asSuperuser(async (client) => {
    await client.query('alter role ratchet_app set synchronous_commit = off')
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ratchet_app'`)
  })
}

async function takeLineAway(product: Product): Promise<void> {
  await product.asSuperuser(async (client) => {
    // Past the triggers that keep a ledger as it is.
    await client.query('set session_replication_role = replica')
    await client.query('delete from gain where id = (select id from gain where reverses_id is null limit 1)')
  })
}

async function report(outcome: Outcome | null): Promise<void> {
  const { problems, acknowledged } = oracle
  for (const problem of problems) console.log(`  ${problem}`)
  if (problems.some((problem) => /^(broke off|left|stop|defect)/.test(problem)))
    console.log(`The product's last words:\n${(await product.printed()).slice(-2_000)}`)
  let isSlow = false
  if (outcome) {
    const { readyMs, kills, again, heard } = outcome
    const [p50, p95, most] = [0.5, 0.95, 1].map((share) => quantile(readyMs, share)) as [number, number, number]
    isSlow = p95 > promisedMs
    console.log(
      `\nkilled       Node ${kills.node}, PostgreSQL ${kills.postgres}, both ${kills.both}; ${again} of them again while it started`,
    )
    console.log(
      `acknowledged ${Object.entries(acknowledged)
        .map(([kind, { size }]) => `${kind} ${size}`)
        .join(', ')}; given up ${oracle.unsure.size}`,
    )
    console.log(
      `heard        ${[...heard]
        .sort(([, a], [, b]) => b - a)
        .map(([what, times]) => `${what} ${times}`)
        .join(', ')}`,
    )
    console.log(`settled      ${seconds(outcome.settledMs)} after the last write`)
    console.log(
      `ready again  p50 ${seconds(p50)}, p95 ${seconds(p95)}, longest ${seconds(most)}; after a clean stop ${seconds(outcome.cleanStartMs)} (promise: p95 ${seconds(promisedMs)}${isSlow ? ', over the promise' : ''})`,
    )
  }
  const total = Object.values(acknowledged).reduce((sum, { size }) => sum + size, 0)
  const count = (sort: string) => problems.filter((problem) => problem.startsWith(sort)).length
  const isRed = problems.length > 0 || isSlow
  console.log(
    `torture: ${isRed ? 'BROKEN' : 'good'}: ${total} acknowledged writes, ${count('lost')} lost, ${count('doubled')} doubled, ${problems.length - count('lost') - count('doubled')} other problems (--seed ${seed})`,
  )
  if (control)
    console.log(
      isRed ? `The control "${control}" was noticed, as it must be.` : `The control "${control}" went unnoticed.`,
    )
  process.exitCode = isRed ? 1 : control ? 2 : 0
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`
}

function readArguments(): { cycles: number; seed: number; control: Control | undefined; keep: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        cycles: { type: 'string', default: '50' },
        seed: { type: 'string', default: String(randomInt(1_000_000)) },
        control: { type: 'string' },
        keep: { type: 'boolean', default: false },
      },
    })
    const [cycles, seed] = [Number(values.cycles), Number(values.seed)]
    if (!Number.isInteger(cycles) || cycles < 1) throw new Error(`--cycles ${values.cycles} is no whole number above 0`)
    if (!Number.isInteger(seed) || seed < 0) throw new Error(`--seed ${values.seed} is no whole number`)
    const control = controls.find((name) => name === values.control)
    if (values.control !== undefined && !control)
      throw new Error(`there is no control "${values.control}", only ${controls.join(', ')}`)
    return { cycles, seed, control, keep: values.keep }
  } catch (error) {
    console.error(`torture: ${error instanceof Error ? error.message : error}`)
    process.exit(2)
  }
}
