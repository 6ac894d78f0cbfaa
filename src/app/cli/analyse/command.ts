import { writeFile } from 'node:fs/promises'
import { Command } from 'commander'
import { WrongInput } from '../wrong-input.ts'
import { beforeAfterTold, seriesModels } from './before-after.ts'
import { chartTold } from './chart.ts'
import { numberOf, wholeNumberOf } from './columns.ts'
import { nameOf, readFigures } from './figures.ts'
import { funnelTold } from './funnel.ts'
import { writeJson } from './json.ts'
import { nameOfMethod } from './name-of-method.ts'
import { type AnalyseOptions, type DesignName, designs, withOptions } from './options.ts'
import { pilotTold } from './pilot.ts'
import { reportOf } from './report.ts'
import { splitTold } from './split.ts'
import { aggregations, staggeredTold } from './staggered.ts'
import { switchbackMethods, switchbackTold } from './switchback.ts'
import { refuseIdle, refuseWithout } from './takes.ts'
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
      const { arm, control, unit, denominator, pre, kind = 'mean', method, planned, looks, prior, cap } = options
      const isAnyTime = method === 'sequence' || method === 'exact-sequence'
      refuseWithout(options, 'denominator', '--kind rate or ratio', kind === 'rate' || kind === 'ratio')
      refuseWithout(options, 'quantile', '--kind quantile', kind === 'quantile')
      refuseWithout(options, 'pre', '--kind mean', kind === 'mean')
      refuseWithout(options, 'planned', '--method sequence or exact-sequence', isAnyTime)
      refuseWithout(options, 'looks', '--method group-sequential', method === 'group-sequential')
      refuseWithout(options, 'prior', '--method bayes', method === 'bayes')
      refuseWithout(options, 'cap', '--method winsorised', method === 'winsorised')
      const quantile = options.quantile === undefined ? 0.5 : numberOf('--quantile', options.quantile)
      if (!(quantile > 0 && quantile < 1)) throw new WrongInput('--quantile: a share between 0 and 1, such as 0.9.')
      return splitTold(file, {
        ...{ ...whatIsAsked(options), arm, control, unit, denominator, pre, kind, quantile, method },
        parts: partsOf(options),
        options: {
          planned: planned === undefined ? undefined : atLeast('--planned', 1, wholeNumberOf('--planned', planned)),
          looks: looks === undefined ? undefined : looksOf(looks),
          prior: prior === undefined ? undefined : aboveZero('--prior', prior),
          cap: cap === undefined ? undefined : capOf(cap),
        },
      })
    },
  },
  pilot: {
    needs: ['site', 'period', 'value', 'treated', 'since'],
    example: 'shops.csv --design pilot --site shop --period week --value sales --treated changed --since 2026-03-02',
    async tell(file, options) {
      const { since, chosen, method } = options
      const { panel, guardrails } = await readFigures(file, options)
      return pilotTold(panel, guardrails, {
        ...whatIsAsked(options),
        ...{ since, chosen, method },
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
        covariate: options.covariate,
        method: nameOfMethod(options.method, aggregations, '--design staggered') ?? 'group',
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
        window: atLeast('--window', 1, wholeNumberOf('--window', options.window ?? '1')),
        block: wholeNumberOf('--block', options.block ?? '2'),
        carryOver: wholeNumberOf('--carry-over', options.carryOver ?? '0'),
        method: nameOfMethod(options.method, switchbackMethods, '--design switchback') ?? 'permutation',
      }),
  },
  'before-after': {
    needs: ['period', 'value', 'since'],
    example:
      'ward.csv --design before-after --period month --value falls --denominator bed_days --since 2026-03 --season 12',
    tell(file, options) {
      const { period, since, denominator, offset, season, step = false, transition, chosen, trend } = options
      const method = nameOfMethod(options.method, seriesModels, '--design before-after')
      if (chosen === 'all-worst')
        throw new WrongInput('--chosen all-worst: there are no others here; for several sites use --design pilot.')
      if (denominator !== undefined && offset !== undefined)
        throw new WrongInput('--offset: the same as --denominator; give one of them.')
      const isSegmented = method !== 'local-level'
      for (const name of ['step', 'transition', 'denominator', 'offset'] as const)
        refuseWithout(options, name, 'a line that breaks, and --method local-level has none', isSegmented)
      refuseWithout(options, 'trend', '--method local-level', !isSegmented)
      return beforeAfterTold(file, {
        ...{ ...whatIsAsked(options), period, since, chosen, isStep: step, method, trend },
        denominator: denominator ?? offset,
        season: season === undefined ? undefined : atLeast('--season', 2, wholeNumberOf('--season', season)),
        transition: wholeNumberOf('--transition', transition ?? '0'),
      })
    },
  },
  chart: {
    needs: ['value'],
    example: 'ward.csv --design chart --period month --value falls --denominator bed_days --chart u',
    tell(file, options) {
      const { period, value, site, kind = 'proportion', chart = 'xmr', denominator, rules, baseline, changes } = options
      refuseWithout(options, 'site', '--chart funnel', chart === 'funnel')
      refuseWithout(options, 'kind', '--chart funnel', chart === 'funnel')
      if (chart === 'funnel') {
        for (const name of ['period', 'rules', 'baseline', 'changes'] as const)
          refuseWithout(options, name, 'a chart over time, and a funnel is of sites at one time', false)
        if (site === undefined || denominator === undefined)
          throw new WrongInput(
            '--chart funnel: say by --site what is compared, and by --denominator how large each is.',
          )
        if (kind !== 'proportion' && kind !== 'rate')
          throw new WrongInput(`--kind ${kind}: a funnel is of kind proportion (the usual) or rate.`)
        return funnelTold(file, { site, value, denominator, kind })
      }
      return chartTold(file, {
        ...{ value, chart, changes },
        ...(period === undefined ? {} : { period }),
        ...(denominator === undefined ? {} : { denominator }),
        ...(rules === undefined ? {} : { rules }),
        ...(baseline === undefined ? {} : { baseline: baseline === 'all' ? 'all' : numberOf('--baseline', baseline) }),
      })
    },
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
  if (options.design) refuseIdle(options, options.design)
  const missing = (['design', ...entry.needs] as const).filter((name) => options[name] === undefined)
  if (missing.length === 0) return entry
  const others = options.design ? '' : ` The designs are: ${designs.join(', ')}.`
  throw new WrongInput(
    `required and not given: ${missing.map((name) => `--${name}`).join(', ')}. For example: ratchet analyse ${entry.example}${others}`,
  )
}

function whatIsAsked(options: With<'value'>) {
  const { value, better = 'higher', randomised = false } = options
  return { value, better, worth: worthOf(options), isRandomised: randomised }
}

/** @throws {WrongInput} */
function atLeast(option: string, least: number, value: number): number {
  if (value < least) throw new WrongInput(`${option}: "${value}" must be at least ${least}.`)
  return value
}

/** @throws {WrongInput} */
function aboveZero(option: string, text: string): number {
  const value = numberOf(option, text)
  if (value <= 0) throw new WrongInput(`${option}: "${text}" must be more than 0.`)
  return value
}

/** @throws {WrongInput} */
function capOf(text: string): number {
  const cap = numberOf('--cap', text)
  if (!(cap > 0.5 && cap <= 1))
    throw new WrongInput(`--cap: "${text}" must be a share above 0.5, up to 1, such as 0.99.`)
  return cap
}

/** @throws {WrongInput} unless they rise. */
function looksOf(text: string): number[] {
  const looks = text.split(',').map((part) => numberOf('--looks', part))
  if (!looks.every((look, at) => look > (looks[at - 1] ?? 0)))
    throw new WrongInput(`--looks: "${text}" must rise from above 0, such as 0.25,0.5,1; the last is this look.`)
  return looks
}

/** @throws {WrongInput} */
function partsOf({ shares }: AnalyseOptions): { treated: number; comparison: number } | undefined {
  if (shares === undefined) return undefined
  const [treated = 0, comparison = 0] = shares.split(':').map((text) => numberOf('--shares', text))
  if (!(treated > 0 && comparison > 0)) throw new WrongInput('--shares: two parts above 0, such as 1:1 or 9:1.')
  return { treated, comparison }
}

function worthOf({ worth }: AnalyseOptions): number | null {
  return worth === undefined ? null : aboveZero('--worth', worth)
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
