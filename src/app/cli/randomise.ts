import { Command } from 'commander'
import type { AllocationPlan } from '#lib/stats/randomise/allocation-plan.ts'
import { type Arm, EVEN_ARMS } from '#lib/stats/randomise/arm.ts'
import { balanceThreshold } from '#lib/stats/randomise/balance-threshold.ts'
import { randomise } from '#lib/stats/randomise/randomise.ts'
import { randomiseOrder } from '#lib/stats/randomise/randomise-order.ts'
import { randomiseSwitchback } from '#lib/stats/randomise/randomise-switchback.ts'
import { columnOf, wholeNumberOf } from './analyse/columns.ts'
import { severalTimes } from './analyse/options.ts'
import { readTable } from './analyse/read-table.ts'
import { flagOf, inOptions } from './in-options.ts'
import { WrongInput } from './wrong-input.ts'

interface RandomiseOptions {
  unit?: string
  seed?: string
  arms?: string
  strata: string[]
  pairs?: string
  cluster?: string
  balance: string[]
  order?: string
  windows?: string
  windowLength?: string
  block?: string
  json?: true
}

export const randomiseCommand = new Command('randomise')
  .description('draw who gets the change, in which order, or when, from a seed that can be published before')
  .argument('<file>', 'a CSV file with one row for each unit, or - for standard input')
  .option('--unit <column>', 'the column that names the unit: a person, a shop, a ward')
  .option('--seed <number>', 'a whole number; the same seed and file give the same draw for ever')
  .option('--arms <name:parts,...>', 'the arms and their parts (default: treated:1,comparison:1)')
  .option('--strata <column>', 'draw within the groups of this column; can be given again', severalTimes, [])
  .option('--pairs <column>', 'the column that names pairs; one of each gets the change')
  .option('--cluster <column>', 'the column that names what is drawn as a whole')
  .option(
    '--balance <column>',
    'a figure from before that the arms should agree on; can be given again',
    severalTimes,
    [],
  )
  .option('--order <sites,...>', 'instead of arms: how many sites start in each wave, such as 3,3,4')
  .option('--windows <number>', 'instead of arms: how many windows, half of them on, each unit switches through')
  .option('--block <windows>', 'with --windows: how many windows are drawn together, half of them on (default: 2)')
  .option('--window-length <periods>', 'with --windows: how many periods each lasts (default: 1)')
  .option('--json', 'print JSON: the plan, the seed and the draw, all that is needed to draw it again')
  .action(async (file: string, options: RandomiseOptions, command: Command) => {
    try {
      process.stdout.write(await drawOf(file, options))
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error
      command.error(`error: ${error.message}`, { exitCode: 2 })
    }
  })

/** What the command does, once its words are read. @throws {WrongInput} */
export async function drawOf(file: string, options: RandomiseOptions): Promise<string> {
  try {
    return await drawn(file, options)
  } catch (error) {
    // What the draw refuses is what was typed: a pair of three, a block of three windows.
    if (error instanceof RangeError) throw new WrongInput(inOptions(error.message, { blockWindows: '--block' }))
    throw error
  }
}

async function drawn(file: string, options: RandomiseOptions): Promise<string> {
  const { unit, strata, pairs, cluster, balance } = options
  if (unit === undefined)
    throw new WrongInput(
      'required and not given: --unit, the column that names what is drawn. For example: ratchet randomise shops.csv --unit shop --strata region --seed 20261201',
    )
  if (options.seed === undefined)
    throw new WrongInput(
      'required and not given: --seed. Type any whole number, such as --seed 20261201, and tell it to the others before the draw: with it anybody can draw the same again.',
    )
  refuseIdle(options)
  const seed = wholeNumberOf('--seed', options.seed)
  const { texts, numbers } = await readTable(file, (header) => ({
    texts: [
      columnOf('--unit', unit, header),
      ...strata.map((column) => columnOf('--strata', column, header)),
      ...(pairs === undefined ? [] : [columnOf('--pairs', pairs, header)]),
      ...(cluster === undefined ? [] : [columnOf('--cluster', cluster, header)]),
    ],
    numbers: balance.map((column) => columnOf('--balance', column, header)),
  }))
  const column = (name: string) => (texts[name] ?? []).map((text) => text ?? '')
  const units = column(unit)
  const twice = units.find((name, at) => units.indexOf(name) < at)
  if (twice !== undefined)
    throw new WrongInput(`--unit: "${twice}" stands in several rows; give a file with one row for each.`)
  const groups = strata.length === 0 ? null : units.map((_, at) => strata.map((name) => column(name)[at]).join(' / '))
  if (options.order !== undefined) {
    const perStep = options.order.split(',').map((text) => wholeNumberOf('--order', text))
    const places = perStep.reduce((sum, count) => sum + count, 0)
    if (places !== units.length)
      throw new WrongInput(
        `--order ${options.order}: these waves hold ${places} units, and the file has ${units.length}.`,
      )
    const order = randomiseOrder({ sites: units, perStep, ...(groups ? { strata: groups } : {}) }, seed)
    return options.json
      ? json(order)
      : csv(
          [unit, 'wave'],
          order.starts.map(({ site, step }) => [site, step + 1]),
        )
  }
  if (options.windows !== undefined) {
    const windows = wholeNumberOf('--windows', options.windows)
    const blockWindows = wholeNumberOf('--block', options.block ?? '2')
    const windowLength = wholeNumberOf('--window-length', options.windowLength ?? '1')
    const { schedule, ...rest } = randomiseSwitchback({ sites: units, windows, windowLength, blockWindows }, seed)
    const head = [unit, ...Array.from({ length: windows }, (_, at) => `window ${at + 1}`)]
    return options.json
      ? json({ ...rest, schedule })
      : csv(
          head,
          schedule.map(({ site, on }) => [site, ...on.map((isOn) => (isOn ? 'on' : 'off'))]),
        )
  }
  const covariates = units.map((name, at) =>
    balance.map((figure) => {
      const value = numbers[figure]?.[at] ?? null
      if (value === null) throw new WrongInput(`--balance ${figure}: "${name}" has no figure.`)
      return value
    }),
  )
  const arms = options.arms === undefined ? EVEN_ARMS : armsFrom(options.arms)
  const named = { pairs: pairs && column(pairs), clusters: cluster && column(cluster) }
  const allocation = randomise(planOf(units, arms, groups, named, covariates), seed)
  return options.json
    ? json(allocation)
    : csv(
        [unit, 'arm'],
        allocation.assigned.map((each) => [each.unit, each.arm]),
      )
}

type Name = keyof RandomiseOptions
/** What each way to draw makes use of; without `--order` and `--windows` arms are drawn. */
const takes: Record<'--order' | '--windows' | 'a draw of arms', readonly Name[]> = {
  '--order': ['order', 'strata'],
  '--windows': ['windows', 'windowLength', 'block'],
  'a draw of arms': ['arms', 'strata', 'pairs', 'cluster', 'balance'],
}

/** @throws {WrongInput} naming an option that the draw would pay no heed to. */
function refuseIdle(options: RandomiseOptions): void {
  const way = options.order !== undefined ? '--order' : options.windows !== undefined ? '--windows' : 'a draw of arms'
  for (const [name, value] of Object.entries(options) as [Name, RandomiseOptions[Name]][]) {
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined
    if (!isGiven || ['unit', 'seed', 'json'].includes(name) || takes[way].includes(name)) continue
    const owners = Object.entries(takes).flatMap(([owner, names]) => (names.includes(name) ? [owner] : []))
    const why =
      way === '--windows' && name === 'strata'
        ? ' Every unit has both on and off, as often: strata have nothing to balance.'
        : ''
    throw new WrongInput(`${flagOf(name)}: does nothing with ${way}; it is for ${owners.join(' and ')}.${why}`)
  }
  if (options.pairs !== undefined && options.strata.length > 0)
    throw new WrongInput('--strata: does nothing with --pairs, which are the smallest strata there are.')
}

function planOf(
  units: readonly string[],
  arms: readonly Arm[],
  strata: readonly string[] | null,
  { pairs, clusters }: { pairs: string[] | '' | undefined; clusters: string[] | '' | undefined },
  covariates: readonly (readonly number[])[],
): AllocationPlan {
  const isBalanced = (covariates[0]?.length ?? 0) > 0
  if ([pairs, clusters, isBalanced || undefined].filter(Boolean).length > 1)
    throw new WrongInput('--pairs, --cluster and --balance are three ways to draw: give one of them.')
  if (pairs) return { method: 'paired', units, pairs, arms }
  if (clusters) return { method: 'clustered', units, clusters, arms, ...(strata ? { strata } : {}) }
  const base = strata
    ? ({ method: 'stratified', units, strata, arms } as const)
    : ({ method: 'complete', units, arms } as const)
  if (!isBalanced) return base
  return { method: 'rerandomised', base, covariates, threshold: balanceThreshold(covariates[0]?.length ?? 1) }
}

function armsFrom(text: string): Arm[] {
  return text.split(',').map((part) => {
    const [name = '', parts = '1'] = part.split(':').map((each) => each.trim())
    if (name === '') throw new WrongInput('--arms: write NAME:PARTS, such as new:1,old:2.')
    return { name, parts: wholeNumberOf('--arms', parts) }
  })
}

function json(draw: object): string {
  return `${JSON.stringify(draw, null, 2)}\n`
}

/** Quoted where a spreadsheet needs it, and no cell that a spreadsheet would take for a formula. */
function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')
}
