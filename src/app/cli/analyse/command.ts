import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { WrongInput } from '../wrong-input.ts'
import { beforeAfterTold, seriesModels } from './before-after.ts'
import { chartTold } from './chart.ts'
import { numberOf, wholeNumberOf } from './columns.ts'
import { nameOf, readFigures } from './figures.ts'
import { writeJson } from './json.ts'
import { type AnalyseOptions, type DesignName, designs, withOptions } from './options.ts'
import { pilotTold } from './pilot.ts'
import { reportOf } from './report.ts'
import { splitTold } from './split.ts'
import { aggregations, staggeredTold } from './staggered.ts'
import { switchbackTold } from './switchback.ts'
import { textOf } from './text.ts'
import type { Told } from './told.ts'

export const analyseCommand = withOptions(
  new Command('analyse').description('measure a change from a spreadsheet, with no server and no database'),
).action(async (file: string, options: AnalyseOptions, command: Command) => {
  try {
    await analyse(file, options)
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    command.error(`error: ${error.message}`, { exitCode: 2 })
  }
})

type Needed = 'site' | 'period' | 'value' | 'treated' | 'since' | 'first' | 'arm'
type With<Needs extends Needed> = AnalyseOptions & Required<Pick<AnalyseOptions, Needs>>

interface DesignEntry {
  readonly needs: readonly Needed[]
  readonly example: string
  tell(file: string, options: With<Needed>): Promise<Told>
}

const entries: Record<DesignName, DesignEntry> = {
  split: {
    needs: ['arm', 'value'],
    example: 'mails.csv --design split --arm "mail=new" --control old --value bought --kind proportion --randomised',
    tell(file, options) {
      const { arm, control, unit, denominator, pre, kind } = options
      const quantile = options.quantile === undefined ? 0.5 : numberOf('--quantile', options.quantile)
      if (!(quantile > 0 && quantile < 1)) throw new WrongInput('--quantile: a share between 0 and 1, such as 0.9.')
      const parts = partsOf(options)
      return splitTold(file, { ...whatIsAsked(options), arm, control, unit, denominator, pre, kind, quantile, parts })
    },
  },
  pilot: {
    needs: ['site', 'period', 'value', 'treated', 'since'],
    example: 'shops.csv --design pilot --site shop --period week --value sales --treated changed --since 2026-03-02',
    async tell(file, options) {
      const { value, since, better, chosen } = options
      const worth = worthOf(options)
      const { panel, guardrails } = await readFigures(file, options)
      return pilotTold(panel, guardrails, {
        value,
        since,
        better,
        worth,
        chosen,
        isRandomised: options.randomised ?? false,
      })
    },
  },
  staggered: {
    needs: ['site', 'period', 'value', 'first'],
    example: 'wards.csv --design staggered --site ward --period month --value falls --first started',
    tell: (file, options) =>
      staggeredTold(file, {
        ...whatIsAsked(options),
        site: options.site,
        period: options.period,
        first: options.first,
        weight: options.weight,
        method: methodOf(options, aggregations, 'group'),
      }),
  },
  switchback: {
    needs: ['site', 'period', 'value', 'treated'],
    example: 'cafe.csv --design switchback --site shop --period day --value sales --treated on --randomised',
    tell: (file, options) =>
      switchbackTold(file, {
        ...whatIsAsked(options),
        site: options.site,
        period: options.period,
        treated: options.treated,
        window: atLeastOne('--window', wholeNumberOf('--window', options.window ?? '1')),
        block: wholeNumberOf('--block', options.block ?? '2'),
        carryOver: wholeNumberOf('--carry-over', options.carryOver ?? '0'),
      }),
  },
  'before-after': {
    needs: ['period', 'value', 'since'],
    example:
      'ward.csv --design before-after --period month --value falls --denominator bed_days --since 2026-03 --season 12',
    tell(file, options) {
      const { period, since, denominator, method, season, step = false, transition, chosen } = options
      if (chosen === 'all-worst')
        throw new WrongInput('--chosen all-worst: there are no others here; for several sites use --design pilot.')
      return beforeAfterTold(file, {
        ...{ ...whatIsAsked(options), period, since, denominator, chosen, isStep: step },
        method: method === undefined ? undefined : methodOf(options, seriesModels, 'reml'),
        season: season === undefined ? undefined : wholeNumberOf('--season', season),
        transition: wholeNumberOf('--transition', transition ?? '0'),
      })
    },
  },
  chart: {
    needs: ['value'],
    example: 'ward.csv --design chart --period month --value falls --denominator bed_days --chart u',
    tell: (file, { period, value, chart, denominator, rules, baseline, changes }) =>
      chartTold(file, {
        ...{ value, chart, changes },
        ...(period === undefined ? {} : { period }),
        ...(denominator === undefined ? {} : { denominator }),
        ...(rules === undefined ? {} : { rules }),
        ...(baseline === undefined ? {} : { baseline: baseline === 'all' ? 'all' : numberOf('--baseline', baseline) }),
      }),
  },
}

/** What the command does, once its words are read. @throws {WrongInput} */
export async function analyse(file: string, options: AnalyseOptions): Promise<void> {
  const entry = entryOf(options)
  const told = await entry.tell(file, options as With<Needed>)
  await print(told, file, options)
}

/**
 * Not left to commander: it names one missing option at a time, and before it has looked for words that it does not know.
 * @throws {WrongInput} naming every option that is missing, with an example.
 */
function entryOf(options: AnalyseOptions): DesignEntry {
  const entry = entries[options.design ?? 'pilot']
  if (options.method !== undefined && options.design !== 'staggered' && options.design !== 'before-after')
    throw new WrongInput(
      '--method: only staggered and before-after have named alternatives; the others choose by what there is.',
    )
  const missing = (['design', ...entry.needs] as const).filter((name) => options[name] === undefined)
  if (missing.length === 0) return entry
  const others = options.design ? '' : ` The designs are: ${designs.join(', ')}.`
  throw new WrongInput(
    `required and not given: ${missing.map((name) => `--${name}`).join(', ')}. For example: ratchet analyse ${entry.example}${others}`,
  )
}

function whatIsAsked(options: With<'value'>) {
  const { value, better, randomised = false } = options
  return { value, better, worth: worthOf(options), isRandomised: randomised }
}

/** @throws {WrongInput} naming the methods that the design has. */
function methodOf<Name extends string>({ method }: AnalyseOptions, known: readonly Name[], usual: Name): Name {
  if (method === undefined) return usual
  const found = known.find((name) => name === method)
  if (found === undefined)
    throw new WrongInput(`--method: there is no "${method}" here. There are: ${known.join(', ')}.`)
  return found
}

/** @throws {WrongInput} */
function atLeastOne(option: string, value: number): number {
  if (value < 1) throw new WrongInput(`${option}: at least 1.`)
  return value
}

/** @throws {WrongInput} */
function partsOf({ shares }: AnalyseOptions): { treated: number; comparison: number } | undefined {
  if (shares === undefined) return undefined
  const [treated = 0, comparison = 0] = shares.split(':').map((text) => numberOf('--shares', text))
  if (!(treated > 0 && comparison > 0)) throw new WrongInput('--shares: two parts above 0, such as 1:1 or 9:1.')
  return { treated, comparison }
}

function worthOf({ worth: text }: AnalyseOptions): number | null {
  if (text === undefined) return null
  const worth = numberOf('--worth', text)
  if (worth <= 0) throw new WrongInput('--worth: an effect worth having is more than 0.')
  return worth
}

async function print(told: Told, file: string, { report, json }: AnalyseOptions): Promise<void> {
  if (report !== undefined) await writeReport(report, reportOf(told, nameOf(file)))
  if (json) {
    // The doubts are for people: beside the JSON, not in it.
    for (const warning of told.warnings) process.stderr.write(`${warning}\n`)
    process.stdout.write(`${writeJson(told.json)}\n`)
  } else process.stdout.write(textOf(told))
}

async function writeReport(path: string, page: string): Promise<void> {
  try {
    await writeFile(path, page)
  } catch (error) {
    throw new WrongInput(`--report: ${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
