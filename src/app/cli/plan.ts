import { Command, Option } from 'commander'
import { noiseOf } from '#lib/stats/planning/noise-of.ts'
import { planMeans } from '#lib/stats/planning/plan-means.ts'
import { planPilot } from '#lib/stats/planning/plan-pilot.ts'
import { planProportions } from '#lib/stats/planning/plan-proportions.ts'
import { planRates } from '#lib/stats/planning/plan-rates.ts'
import { planSeries } from '#lib/stats/planning/plan-series.ts'
import { planSteppedWedge } from '#lib/stats/planning/plan-stepped-wedge.ts'
import { planSwitchback } from '#lib/stats/planning/plan-switchback.ts'
import type { PlanAnswer } from '#lib/stats/planning/solve-plan.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { columnOf, numberOf, wholeNumberOf } from './analyse/columns.ts'
import { panelOfTable } from './analyse/panel-of-table.ts'
import { readTable } from './analyse/read-table.ts'
import { flagOf, inOptions } from './in-options.ts'
import { WrongInput } from './wrong-input.ts'

const designs = ['split', 'pilot', 'staggered', 'switchback', 'before-after'] as const

interface PlanOptions {
  design?: (typeof designs)[number]
  kind?: 'mean' | 'proportion' | 'rate'
  sd?: string
  share?: string
  rate?: string
  correlation?: string
  site?: string
  period?: string
  value?: string
  effect?: string
  size?: string
  before?: string
  after?: string
  waves?: string
  window?: string
  carryOver?: string
  block?: string
  autocorrelation?: string
  step?: true
  season?: string
  power?: string
  json?: true
}

export const planCommand = new Command('plan')
  .description(
    'what could this trial tell? How many units, or which smallest effect, from the noise of your own history',
  )
  .argument('[file]', 'history as a CSV file with site, period and value (pilot, staggered, switchback)')
  .addOption(new Option('--design <design>', 'how it will be tried').choices(designs))
  .option('--effect <number>', 'the effect to be found, in the unit of the value: how many units does it take?')
  .option('--size <number>', 'units, sites or windows that there are: which smallest effect can be found?')
  .option('--power <share>', 'the wanted chance to find it (default: 0.8)')
  .addOption(
    new Option('--kind <kind>', 'split: what is compared (default: mean)').choices(['mean', 'proportion', 'rate']),
  )
  .option('--sd <number>', 'standard deviation of one unit (split) or one period (before-after)')
  .option('--share <share>', 'split: the share without the change, between 0 and 1')
  .option('--rate <number>', 'split: events per unit of exposure without the change')
  .option('--correlation <number>', 'split: of a unit’s value with its own value from before')
  .option('--site <column>', 'the column that names the site')
  .option('--period <column>', 'the column that names the day, week or month')
  .option('--value <column>', 'the column of figures')
  .option('--before <periods>', 'periods before the start (pilot, default: as many as the history has; staggered: 1)')
  .option('--after <periods>', 'periods with the change (default: 4; staggered: between two waves, 1)')
  .option('--waves <number>', 'staggered: how many waves (default: 4)')
  .option('--window <periods>', 'switchback: how many periods a window has (default: 1)')
  .option('--carry-over <periods>', 'switchback: periods after each switch that are left out (default: 0)')
  .option('--block <windows>', 'switchback: half of each so many windows have the change (default: 2)')
  .option('--autocorrelation <number>', 'before-after: of neighbouring periods (default: 0.3)')
  .option('--step', 'before-after: the change is a step, its trend stays as it was')
  .option('--season <periods>', 'before-after: periods in a full cycle, such as 12 months')
  .option('--json', 'print JSON for programs')
  .action(async (file: string | undefined, options: PlanOptions, command: Command) => {
    try {
      const planned = await planOf(file, options)
      process.stdout.write(options.json ? `${JSON.stringify(planned, null, 2)}\n` : `${planned.sentence}\n`)
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error
      command.error(`error: ${error.message}`, { exitCode: 2 })
    }
  })

interface Planned {
  design: string
  /** In the unit of the value; null when no size finds any. */
  smallestEffect: number | null
  effect: number | null
  /** Of each group (split, pilot), of each wave (staggered), windows at each site (switchback), periods after (before-after). */
  size: number | null
  power: number | null
  reason: string | null
  sentence: string
}

/** What the command does, once its words are read. @throws {WrongInput} in the words of its options. */
export async function planOf(file: string | undefined, options: PlanOptions): Promise<Planned> {
  try {
    return await plan(file, options)
  } catch (error) {
    if (error instanceof RangeError) throw new WrongInput(inOptions(error.message, typedAs))
    throw error
  }
}

async function plan(file: string | undefined, options: PlanOptions): Promise<Planned> {
  const { design } = options
  if (design === undefined)
    throw new WrongInput(
      `required and not given: --design (${designs.join(', ')}). For example: ratchet plan history.csv --design pilot --site shop --period week --value sales --size 6`,
    )
  refuseIdle(file, options, design)
  const question = questionOf(options, design)
  if (design === 'split') return splitPlan(options, question)
  if (design === 'before-after') {
    const answer = planSeries({
      standardDeviation: needed('--sd', options.sd),
      autocorrelation: given('--autocorrelation', options.autocorrelation, 0.3),
      before: needed('--before', options.before),
      slopeChange: !options.step,
      ...(options.season === undefined ? {} : { season: seasonOf(options.season) }),
      ...question,
    })
    return told(design, answer, 'periods after the start', null)
  }
  const history = await historyOf(file, options)
  const { noise, mean } = history
  const before = given('--before', options.before, history.periods)
  if (design === 'pilot') {
    const answer = planPilot({ noise, before, after: given('--after', options.after, 4), ...question })
    return told(design, answer, 'sites with the change, and as many without it', mean)
  }
  if (design === 'staggered') {
    const answer = planSteppedWedge({
      noise,
      steps: given('--waves', options.waves, 4),
      before: given('--before', options.before, 1),
      perStep: given('--after', options.after, 1),
      ...question,
    })
    return told(design, answer, 'sites in each wave', mean)
  }
  const answer = planSwitchback({
    noise,
    blockLength: given('--window', options.window, 1),
    carryOver: given('--carry-over', options.carryOver, 0),
    blockWindows: given('--block', options.block, 2),
    sites: history.sites,
    ...question,
  })
  return told(design, answer, 'windows at each site, half of them with the change', mean)
}

type Question = { power?: number } & ({ effect: number } | { size: number })

/** What each design makes use of, beside the question. */
const takes: Record<(typeof designs)[number], readonly (keyof PlanOptions)[]> = {
  split: ['kind', 'sd', 'share', 'rate', 'correlation'],
  pilot: ['site', 'period', 'value', 'before', 'after'],
  staggered: ['site', 'period', 'value', 'before', 'after', 'waves'],
  switchback: ['site', 'period', 'value', 'window', 'carryOver', 'block'],
  'before-after': ['sd', 'before', 'autocorrelation', 'step', 'season'],
}
const always: readonly string[] = ['design', 'effect', 'size', 'power', 'json']
/** By what is compared: what says how it scatters. */
const scatter = { mean: ['sd', 'correlation'], proportion: ['share'], rate: ['rate'] } as const

/** @throws {WrongInput} naming what would do nothing, and where it belongs. */
function refuseIdle(file: string | undefined, options: PlanOptions, design: (typeof designs)[number]): void {
  if (file !== undefined && (design === 'split' || design === 'before-after'))
    throw new WrongInput(
      `${file}: --design ${design} reads no history; it takes ${takes[design].map(flagOf).join(', ')}.`,
    )
  for (const name of Object.keys(options) as (keyof PlanOptions)[]) {
    if (always.includes(name) || takes[design].includes(name)) continue
    const owners = designs.filter((each) => takes[each].includes(name))
    const instead =
      name === 'after' && design === 'before-after' ? ' Here --size says how many periods come after.' : ''
    throw new WrongInput(
      `${flagOf(name)}: does nothing with --design ${design}; it is for ${owners.join(', ')}.${instead}`,
    )
  }
  if (design !== 'split') return
  const { kind = 'mean' } = options
  for (const [owner, names] of Object.entries(scatter))
    for (const name of names)
      if (owner !== kind && options[name] !== undefined)
        throw new WrongInput(`${flagOf(name)}: does nothing with --kind ${kind}; it is for --kind ${owner}.`)
}

/** What the statistics call it, and what was typed. */
const typedAs: Record<string, string> = {
  standardDeviation: '--sd',
  steps: '--waves',
  perStep: '--after',
  blockLength: '--window',
}

/** @throws {WrongInput} */
function seasonOf(text: string): { points: number; waves: number } {
  const points = wholeNumberOf('--season', text)
  if (points < 3)
    throw new WrongInput(`--season: "${text}" must be at least 3 periods in a full cycle, such as 12 months.`)
  // Two waves are what the analysis fits, where the cycle has room for them.
  return { points, waves: points > 4 ? 2 : 1 }
}

/** @throws {WrongInput} unless exactly one of effect and size is given. */
function questionOf({ effect, size, power, kind }: PlanOptions, design: (typeof designs)[number]): Question {
  if ((effect === undefined) === (size === undefined))
    throw new WrongInput(
      'give either --effect (how many units does it take?) or --size (which smallest effect can be found?).',
    )
  const wanted = power === undefined ? {} : { power: shareOf('--power', power) }
  if (effect !== undefined) {
    const sought = numberOf('--effect', effect)
    if (sought === 0) throw new WrongInput('--effect: must not be 0: no trial can find what is not there.')
    return { ...wanted, effect: sought }
  }
  // Only exposure comes in parts.
  const isExposure = design === 'split' && kind === 'rate'
  const there = isExposure ? needed('--size', size) : wholeNumberOf('--size', size ?? '')
  if (there <= 0) throw new WrongInput(`--size: "${size}" must be more than 0.`)
  return { ...wanted, size: there }
}

/** @throws {WrongInput} */
function shareOf(option: string, text: string): number {
  const share = numberOf(option, text)
  if (!(share > 0 && share < 1)) throw new WrongInput(`${option}: "${text}" must be between 0 and 1, such as 0.8.`)
  return share
}

function splitPlan(options: PlanOptions, question: Question): Planned {
  const { kind = 'mean', correlation } = options
  if (kind === 'proportion') {
    const share = needed('--share', options.share)
    return told('split', planProportions({ share, ...question }), 'units in each arm', share)
  }
  if (kind === 'rate') {
    const rate = needed('--rate', options.rate)
    const answer = planRates({ rate, ...question })
    return told('split', answer, 'units of exposure in each arm', rate)
  }
  const answer = planMeans({
    standardDeviation: needed('--sd', options.sd),
    ...(correlation === undefined ? {} : { correlation: numberOf('--correlation', correlation) }),
    ...question,
  })
  return told('split', answer, 'units in each arm', null)
}

async function historyOf(file: string | undefined, { design, site, period, value }: PlanOptions) {
  if (file === undefined || site === undefined || period === undefined || value === undefined)
    throw new WrongInput('this design reads its noise from your history: give a file and --site, --period and --value.')
  const table = await readTable(file, (header) => ({
    texts: [columnOf('--site', site, header), columnOf('--period', period, header)],
    numbers: [columnOf('--value', value, header)],
  }))
  const panel = panelOfTable(table, { site, period, value })
  // A site that switches is its own comparison: alone, it shows all the noise there is.
  const isAlone = design === 'switchback' && panel.sites.length === 1
  const noise = noiseOf(
    panel.sites.map(({ values }) => values),
    { periodsShared: !isAlone },
  )
  if (!('mean' in noise)) throw new WrongInput(noNoise[noise.reason])
  return { noise, mean: noise.mean, sites: panel.sites.length, periods: panel.ordered.periods.length }
}

const noNoise = {
  'too-few-sites':
    'the history needs at least two sites with two figures each: one site does not show how sites differ.',
  'too-few-periods': 'the history needs at least three periods that two sites have in common.',
  'no-variation': 'nothing varies in this history, so it shows no noise. Are the rows copies?',
} as const

function told(design: string, answer: PlanAnswer<string>, of: string, base: number | null): Planned {
  const { effect, size, power, smallestEffect, reason } = answer
  const planned = { design, smallestEffect, effect, size, power, reason }
  if (size === null || smallestEffect === null)
    return {
      ...planned,
      sentence:
        size !== null && reason === 'p-floor'
          ? `${formatNumber(size, 'en', 6)} ${of}: they can be drawn in so few ways that no result could ever be beyond chance. More are needed.`
          : `Out of reach: no number of ${of} would find this. What would: ${remedies[design] ?? 'a larger effect, or less noise'}.`,
    }
  const least = Math.abs(smallestEffect)
  const share =
    base !== null && base > 0 ? `, ${formatNumber((100 * least) / base, 'en', 2)} % of what there is now` : ''
  const chance = formatNumber(100 * (power ?? 0), 'en', 2)
  const found =
    effect !== null && Math.abs(effect - smallestEffect) > 1e-9 * least
      ? ` An effect of ${formatNumber(Math.abs(effect), 'en', 3)} is then found in ${chance} of 100 trials.`
      : ''
  const caution = reason === null ? '' : ` ${cautions[reason] ?? reason}`
  return {
    ...planned,
    sentence: `${formatNumber(size, 'en', 6)} ${of}: the smallest effect that would mostly be seen is ${formatNumber(least, 'en', 3)}${share}.${found}${caution}`,
  }
}

const remedies: Record<string, string> = {
  split: 'a larger effect, or less noise (--correlation with a figure from before)',
  pilot: 'a larger effect, more periods before and after (--before, --after), or a steadier figure',
  staggered: 'a larger effect, more waves (--waves), more periods between them (--after), or a steadier figure',
  switchback: 'a larger effect, more sites, longer windows (--window), or a steadier figure',
  'before-after':
    'a larger effect, more periods before (--before), --step, a steadier figure, or sites to compare with',
}

const cautions: Record<string, string> = {
  'p-floor': 'But so few can be drawn in so few ways that no result could ever be beyond chance: more are needed.',
  'too-few-events': 'Few events are to be expected: read this as a rough guide.',
  'too-few-points': 'With so few periods a series says nothing but a look at a chart.',
  'not-identified': 'The waves leave nothing to compare with.',
}

function needed(option: string, text: string | undefined): number {
  if (text === undefined) throw new WrongInput(`required and not given: ${option}.`)
  return numberOf(option, text)
}

function given(option: string, text: string | undefined, usual: number): number {
  return text === undefined ? usual : numberOf(option, text)
}
