// npm run bench [name ...]: measures what the product promises, side by side where a figure alone says little. Prints the
// figures and which of them are over their promise; exit code 1 only when a measurement broke.
import { type Benchmark, type Figure, inSeconds } from './benchmark.ts'
import { blindTokens } from './blind.ts'
import { charts } from './charts.ts'
import { firstJavascript } from './first-javascript.ts'
import { ideaList } from './idea-list.ts'
import { ideaWrite } from './idea-write.ts'
import { measurements } from './measurements.ts'
import { memory } from './memory.ts'
import { sheets } from './sheets.ts'
import { similar } from './similar.ts'
import { startUp } from './start-up.ts'
import { stats } from './stats.ts'
import { trial } from './trial.ts'

const benchmarks: readonly Benchmark[] = [
  startUp,
  memory,
  firstJavascript,
  ideaList,
  ideaWrite,
  measurements,
  charts,
  sheets,
  similar,
  stats,
  trial,
  blindTokens,
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name))
if (unknown.length > 0) {
  const names = benchmarks.map(({ name, says }) => `\n  ${name.padEnd(18)}${says}`).join('')
  console.error(`There is no benchmark "${unknown.join('", "')}". There are:${names}`)
  process.exit(2)
}

const chosen = benchmarks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
for (const { name, says, run } of chosen) {
  console.log(`\n== ${name}: ${says}`)
  const begun = performance.now()
  try {
    show(await run())
  } catch (error) {
    console.log(`  BROKEN: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
    process.exitCode = 1
  }
  console.log(`  (measured in ${inSeconds(performance.now() - begun)})`)
}

function show(figures: readonly Figure[]): void {
  const wide = Math.max(...figures.map(({ what }) => what.length))
  for (const { what, measured, promise, isKept, notes = [] } of figures) {
    const verdict = isKept === undefined ? '' : isKept ? '  kept' : '  OVER THE PROMISE'
    console.log(`  ${what.padEnd(wide)}  ${measured}${promise ? `  (promise: ${promise})` : ''}${verdict}`)
    for (const note of notes) console.log(`    ${note}`)
  }
}
