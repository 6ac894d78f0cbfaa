// Holds the import rules (.dependency-cruiser.cjs). Fails when it saw too few files: a check that sees nothing passes.
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

/** Far fewer than there are, far more than a broken set-up sees. */
const fewestModules = 300

const options = await extractOptions('./.dependency-cruiser.cjs')
const { output } = await cruise(
  process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['src'],
  { ...options, validate: true },
  {},
  {
    tsConfig: extractTsConfig('./tsconfig.json'),
  },
)
const { summary } = output as ICruiseResult
for (const { from, to, rule } of summary.violations) console.log(`${from} -> ${to}: ${rule.name}`)
if (summary.totalCruised < fewestModules)
  console.log(`Only ${summary.totalCruised} modules were seen: the check itself is broken.`)
console.log(`${summary.totalCruised} modules, ${summary.violations.length} forbidden imports`)
process.exitCode = summary.violations.length === 0 && summary.totalCruised >= fewestModules ? 0 : 1
