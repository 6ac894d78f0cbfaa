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
import { columnOf, numberOf } from './analyse/columns.ts'
import { panelOfTable } from './analyse/panel-of-table.ts'
import { readTable } from './analyse/read-table.ts'
import { WrongInput } from './wrong-input.ts'

const designs = ['split', 'pilot', 'staggered', 'switchback', 'before-after'] as const

interface PlanOptions {
  design?: (typeof designs)[number]
  kind: 'mean' | 'proportion' | 'rate'
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
    new Option('--kind <kind>', 'split: what is compared').choices(['mean', 'proportion', 'rate']).default('mean'),
  )
  .option('--sd <number>', 'standard deviation of one unit (split) or one period (before-after)')
  .option('--share <share>', 'split: the share without the change, between 0 and 1')
  .option('--rate <number>', 'split: events per unit of exposure without the change')
  .option('--correlation <number>', 'split: of a unit’s value with its own value from before')
  .option('--site <column>', 'the column that names the site')
  .option('--period <column>', 'the column that names the day, week or month')
  .option('--value <column>', 'the column of figures')
  .option('--before <periods>', 'periods before the start (default: as many as the history has)')
  .option('--after <periods>', 'periods with the change (default: 4; staggered: between two waves, 1)')
  .option('--waves <number>', 'staggered: how many waves (default: 4)')
  .option('--window <periods>', 'switchback: how many periods a window has (default: 1)')
  .option('--carry-over <periods>', 'switchback: periods after each switch that are left out (default: 0)')
  .option('--autocorrelation <number>', 'before-after: of neighbouring periods (default: 0.3)')
  .option('--step', 'before-after: the change is a step, its trend stays as it was')
  .option('--season <periods>', 'before-after: periods in a full cycle, such as 12 months')
  .option('--json', 'print JSON for programs')
  .action(async (file: string | undefined, options: PlanOptions, command: Command) => {
    try {
      const planned = await planOf(file, options)
      process.stdout.write(options.json ? `${JSON.stringify(planned, null, 2)}\n` : `${planned.sentence}\n`)
    } catch (error) {
      if (!(error instanceof WrongInput || error instanceof RangeError)) throw error
      command.error(`error: ${error.message}${error instanceof RangeError ? '.' : ''}`, { exitCode: 2 })
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

async function planOf(file: string | undefined, options: PlanOptions): Promise<Planned> {
  const { design } = options
  if (design === undefined)
    throw new WrongInput(
      `required and not given: --design (${designs.join(', ')}). For example: ratchet plan history.csv --design pilot --site shop --period week --value sales --size 6`,
    )
  const question = questionOf(options)
  if (design === 'split') return splitPlan(options, question)
  if (design === 'before-after') {
    const answer = planSeries({
      standardDeviation: needed('--sd', options.sd),
      autocorrelation: given('--autocorrelation', options.autocorrelation, 0.3),
      before: needed('--before', options.before),
      slopeChange: !options.step,
      ...(options.season === undefined ? {} : { season: { points: numberOf('--season', options.season), waves: 2 } }),
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
      perStep: given('--after', options.after, 1),
      ...question,
    })
    return told(design, answer, 'sites in each wave', mean)
  }
  const switches = {
    noise,
    blockLength: given('--window', options.window, 1),
    carryOver: given('--carry-over', options.carryOver, 0),
    sites: history.sites,
    ...question,
  }
  const least = planSwitchback(switches)
  // Half of the windows are on, so there is one more where their number comes out odd.
  const answer =
    least.size !== null && least.size % 2 === 1 ? planSwitchback({ ...switches, size: least.size + 1 }) : least
  return told(design, answer, 'windows at each site, half of them with the change', mean)
}

type Question = { power?: number } & ({ effect: number } | { size: number })

/** @throws {WrongInput} unless exactly one of effect and size is given. */
function questionOf({ effect, size, power }: PlanOptions): Question {
  if ((effect === undefined) === (size === undefined))
    throw new WrongInput(
      'give either --effect (how many units does it take?) or --size (which smallest effect can be found?).',
    )
  const wanted = power === undefined ? {} : { power: numberOf('--power', power) }
  return effect === undefined
    ? { ...wanted, size: needed('--size', size) }
    : { ...wanted, effect: numberOf('--effect', effect) }
}

function splitPlan(options: PlanOptions, question: Question): Planned {
  const { kind, correlation } = options
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
          : `Out of reach: no number of ${of} would find this. A larger effect, or less noise, would.`,
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
