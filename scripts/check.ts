// npm test, npm run check: everything that CI runs, in the order of what fails fastest. With names as arguments only those.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureWebBuilt } from './build-web.ts'
import { ensureChromium, ensureClickhouse, ensureOlderPostgres } from './ensure-programs.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const bin = join(project, 'node_modules/.bin')

interface Outcome {
  passed: number
  failed: number
}

interface Step {
  name: string
  run: () => Promise<Outcome>
}

const steps: Step[] = [
  { name: 'types', run: () => command('node', 'node_modules/ts7/bin/tsc', '-p', '.') },
  { name: 'lint', run: () => command('biome', 'check', '--error-on-warnings', '.') },
  { name: 'imports', run: () => command('node', 'scripts/check-imports.ts') },
  { name: 'dead-code', run: () => command('knip') },
  { name: 'words', run: () => command('node', 'scripts/check-words.ts') },
  { name: 'code', run: code },
  { name: 'stories', run: stories },
  { name: 'torture', run: () => command('node', 'scripts/torture.ts', '--cycles', '5') },
]

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`There is no check "${unknown.join('", "')}". There are: ${steps.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

const total: Outcome = { passed: 0, failed: 0 }
const broken: string[] = []
for (const { name, run } of steps.filter((step) => wanted.length === 0 || wanted.includes(step.name))) {
  const begun = Date.now()
  console.log(`\n== ${name}`)
  const { passed, failed } = await attempt(run)
  total.passed += passed
  total.failed += failed
  if (failed > 0) broken.push(name)
  console.log(`== ${name}: ${failed === 0 ? 'good' : 'broken'} after ${Math.round((Date.now() - begun) / 1_000)} s`)
}
if (broken.length > 0) console.log(`\nBroken: ${broken.join(', ')}. One alone: npm run check -- ${broken[0]}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

async function code(): Promise<Outcome> {
  ensureOlderPostgres()
  ensureClickhouse()
  // Some tests start the whole product.
  await ensureWebBuilt()
  return vitest('code')
}

function stories(): Promise<Outcome> {
  ensureChromium()
  return vitest('stories')
}

/** A step that cannot even begin has failed, with its reason said. */
async function attempt(run: Step['run']): Promise<Outcome> {
  try {
    return await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

/** Runs a program of the project's own node_modules. Counts as one check. */
async function command(program: string, ...args: string[]): Promise<Outcome> {
  const code = await exitCode(program, args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs the tests of one project and counts what really ran. A run without a single test is a failure. */
async function vitest(name: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'ratchet-check-'))
  const report = join(folder, 'report.json')
  try {
    const code = await exitCode('vitest', [
      'run',
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, 'utf8')) as Record<
      string,
      number
    >
    const failed = (numFailedTests ?? 0) + (numPendingTests ?? 0)
    return { passed: numPassedTests ?? 0, failed: failed === 0 && (code !== 0 || !numPassedTests) ? 1 : failed }
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function exitCode(program: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, NODE_ENV: 'test' },
    })
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
