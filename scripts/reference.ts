// npm run reference [family ...]: recomputes reference/stats/*.json by independent programs (scipy, statsmodels, mpmath,
// R and its packages from Debian). The committed numbers are what the tests read; this needs Python and R, they do not.
import { spawnSync } from 'node:child_process'
import { globSync, writeFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../reference/stats/', import.meta.url))
const packages = [
  ...[
    'python3-scipy',
    'python3-cvxopt',
    'python3-statsmodels',
    'python3-mpmath',
    'python3-pandas',
    'r-base-core',
    'r-cran-jsonlite',
  ],
  ...['r-cran-clubsandwich', 'r-cran-metafor', 'r-cran-rpact', 'r-cran-coin', 'r-cran-lme4', 'r-cran-sandwich'],
  ...[
    'r-cran-lmtest',
    'r-cran-plm',
    'r-cran-aer',
    'r-cran-survival',
    'r-cran-mass',
    'r-cran-quantreg',
    'r-cran-numderiv',
  ],
]

ensurePackages()
const scripts = globSync('*.{py,R}', { cwd: folder }).sort()
const familyOf = (script: string) => basename(script, extname(script))
const wanted = process.argv.slice(2)
const unknown = wanted.filter((family) => !scripts.some((script) => familyOf(script) === family))
if (unknown.length > 0) {
  console.error(`There is no family "${unknown.join('", "')}". There are: ${scripts.map(familyOf).join(', ')}.`)
  process.exit(2)
}
let total = 0
for (const script of scripts) {
  const family = familyOf(script)
  if (wanted.length > 0 && !wanted.includes(family)) continue
  // Debian's own Python: another one may come first on the path and lacks the packages.
  const [program, ...args] = script.endsWith('.py')
    ? ['/usr/bin/python3', '-B', script]
    : ['Rscript', '--vanilla', script]
  const ran = spawnSync(program ?? '', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 })
  if (ran.status !== 0) {
    console.error(`${script} failed:\n${ran.stderr}`)
    process.exit(1)
  }
  const { madeBy, cases } = JSON.parse(ran.stdout) as { madeBy: Record<string, string>; cases: unknown[] }
  // One case a line, so that a change shows as what it is.
  const lines = cases.map((each) => `    ${JSON.stringify(each)}`).join(',\n')
  writeFileSync(
    `${folder}${family}.json`,
    `{\n  "madeBy": ${JSON.stringify(madeBy)},\n  "cases": [\n${lines}\n  ]\n}\n`,
  )
  console.log(
    `${family.padEnd(24)} ${String(cases.length).padStart(5)} cases  ${Object.entries(madeBy).flat().join(' ')}`,
  )
  total += cases.length
}
console.log(`${total} cases`)

function ensurePackages(): void {
  const missing = packages.filter((name) => spawnSync('dpkg', ['-s', name]).status !== 0)
  if (missing.length === 0) return
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing]
  if (process.getuid?.() !== 0) {
    console.error(`The reference numbers need packages that are missing here. Install them: sudo ${command.join(' ')}`)
    process.exit(1)
  }
  const [program, ...args] = command
  if (spawnSync(program ?? '', args, { stdio: ['ignore', 2, 2] }).status !== 0) process.exit(1)
}
