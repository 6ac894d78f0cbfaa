// npm run figures: draws the pictures of docs/guide/methods anew, from published data and by what the command line itself
// prints. Run it when a method or a chart changes.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAfterTold } from '../src/app/cli/analyse/before-after.ts'
import { chartTold } from '../src/app/cli/analyse/chart.ts'
import { readFigures } from '../src/app/cli/analyse/figures.ts'
import { pilotTold } from '../src/app/cli/analyse/pilot.ts'
import { splitTold } from '../src/app/cli/analyse/split.ts'
import { staggeredTold } from '../src/app/cli/analyse/staggered.ts'
import { switchbackTold } from '../src/app/cli/analyse/switchback.ts'
import type { Told } from '../src/app/cli/analyse/told.ts'

const folder = fileURLToPath(new URL('../docs/guide/methods/pictures/', import.meta.url))
const reference = (path: string) => fileURLToPath(new URL(`../reference/${path}`, import.meta.url))
const centres = reference('daycare-fines/daycare_fines.csv')

await mkdir(folder, { recursive: true })
const style = await styles()
await draw(
  'split',
  0,
  await splitTold(reference('sheets/mcgrath.csv'), {
    ...{ value: 'grandtotal', arm: 'treatment', kind: 'mean', quantile: 0.5 },
    ...{ better: 'higher', worth: 50, isRandomised: true },
  }),
)
await draw('pilot', 1, await fines())
await draw('pilot-effect', 0, await fines())
await draw(
  'staggered',
  1,
  await staggeredTold(await withStart(centres), {
    ...{ site: 'center', period: 'week', value: 'late_pickups', first: 'first', method: 'event' },
    ...{ better: 'lower', worth: null, isRandomised: false },
  }),
)
await draw(
  'switchback',
  0,
  await switchbackTold(await withConstant(reference('sheets/mcgrath.csv'), 'place'), {
    ...{ site: 'place', period: 'rownames', value: 'grandtotal', treated: 'treatment', window: 1, block: 30 },
    ...{ carryOver: 0, better: 'higher', worth: 50, isRandomised: true },
  }),
)
await draw('before-after', 1, await california())
await draw(
  'chart',
  0,
  await chartTold(await onlyRows(centres, 'center', '1'), {
    ...{ period: 'week', value: 'late_pickups', chart: 'c', changes: [], baseline: 4 },
  }),
)

async function fines(): Promise<Told> {
  const asked = {
    ...{ site: 'center', period: 'week', value: 'late_pickups', treated: 'group=test', since: '5', guardrail: [] },
  }
  const { panel } = await readFigures(centres, asked)
  return pilotTold(panel, [], { value: 'late_pickups', since: '5', better: 'lower', worth: 2, isRandomised: false })
}

async function california(): Promise<Told> {
  return beforeAfterTold(await onlyRows(reference('prop99-smoking/smoking.csv'), 'state', 'California'), {
    ...{ period: 'year', value: 'cigsale', since: '1989', better: 'lower', worth: null, isStep: false, transition: 0 },
  })
}

/** A file with one column more that says the same in every row: one place. */
async function withConstant(file: string, column: string): Promise<string> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
  const path = `${process.env['TMPDIR'] ?? '/tmp'}/ratchet-figure-${process.pid}-${column}.csv`
  await writeFile(path, [`${head},${column}`, ...lines.map((row) => `${row},here`)].join('\n'))
  return path
}

/** The fines again, with a column that says when each centre began. */
async function withStart(file: string): Promise<string> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
  const path = `${process.env['TMPDIR'] ?? '/tmp'}/ratchet-figure-${process.pid}-starts.csv`
  await writeFile(path, [`${head},first`, ...lines.map((row) => `${row},${/\btest\b/.test(row) ? 5 : ''}`)].join('\n'))
  return path
}

/** A file with the rows of one site, beside the pictures' own making. */
async function onlyRows(file: string, column: string, site: string): Promise<string> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).trim().split(/\r?\n/)
  const bare = (cell: string) => cell.replaceAll('"', '')
  const at = head.split(',').findIndex((name) => bare(name) === column)
  const path = `${process.env['TMPDIR'] ?? '/tmp'}/ratchet-figure-${process.pid}-${site}.csv`
  await writeFile(path, [head, ...lines.filter((line) => bare(line.split(',')[at] ?? '') === site)].join('\n'))
  return path
}

/** The wide drawing, with the colours it needs to stand alone, light and dark. */
async function draw(name: string, at: number, told: Told): Promise<void> {
  const wide = /<svg[\s\S]*?<\/svg>/.exec(told.pictures()[at]?.svg ?? '')?.[0]
  if (!wide) throw new Error(`${name} has no picture`)
  const alone = wide
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', `><style><![CDATA[${style}]]></style>`)
  await writeFile(`${folder}${name}.svg`, `${alone}\n`)
  console.log(`${name}.svg: ${told.json.sentence}`)
}

async function styles(): Promise<string> {
  const of = (name: string) => readFile(new URL(`../src/design/css/${name}.css`, import.meta.url), 'utf8')
  const bare = `${await of('tokens')}${await of('chart')}`.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ')
  return `${bare} svg { font: 13px var(--font); background: var(--paper) }`
}
