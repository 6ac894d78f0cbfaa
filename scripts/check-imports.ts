// Holds the import rules (.dependency-cruiser.cjs). Fails when it saw too few files: a check that sees nothing passes.
import { forbiddenImports } from './forbidden-imports.ts'

/** Far fewer than there are, far more than a broken set-up sees. */
const fewestModules = 400

const { modules, forbidden } = await forbiddenImports(process.cwd())
for (const line of forbidden) console.log(line)
if (modules < fewestModules) console.log(`Only ${modules} modules were seen: the check itself is broken.`)
console.log(`${modules} modules, ${forbidden.length} forbidden imports`)
process.exitCode = forbidden.length === 0 && modules >= fewestModules ? 0 : 1
