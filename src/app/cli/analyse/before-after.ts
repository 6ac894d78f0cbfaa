import { placeOfSince } from '#lib/sheet/place-of-since.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import {
  analyseBeforeAfter,
  type BeforeAfterAnswer,
  type BeforeAfterRefusal,
  type SeriesModel,
} from '#lib/stats/analyse/analyse-before-after.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { problemLine } from '../sheet-lines.ts'
import { WrongInput } from '../wrong-input.ts'
import { type Chosen, choiceOf } from './chosen.ts'
import { columnOf } from './columns.ts'
import { chance, effectTold } from './effect-told.ts'
import { orderOrSay } from './panel-of-table.ts'
import { seriesSvg } from './pictures.ts'
import { readTable } from './read-table.ts'
import { seed, type Told } from './told.ts'

export const seriesModels = [
  'reml',
  'prais-winsten',
  'newey-west',
  'ols',
  'quasi-poisson',
  'poisson',
  'local-level',
] as const satisfies readonly SeriesModel[]

/** Models of counts over what they were counted in. */
const counts: readonly SeriesModel[] = ['quasi-poisson', 'poisson']

export interface AskedBeforeAfter {
  readonly period: string
  readonly value: string
  readonly since: string
  /** What the value was counted over. */
  readonly denominator?: string | undefined
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
  readonly method?: SeriesModel | undefined
  readonly season?: number | undefined
  /** The change is a step: the trend stays as it was. */
  readonly isStep: boolean
  readonly transition: number
  readonly chosen?: Chosen | undefined
  /** With `local-level`: what the forecast carries on. */
  readonly trend?: 'drift' | 'level' | undefined
}

/** @throws {WrongInput} when the file holds no series, or the figures hold no answer. */
export async function beforeAfterTold(file: string, asked: AskedBeforeAfter): Promise<Told> {
  const { period, value, denominator } = asked
  if (denominator !== undefined && asked.method !== undefined && !counts.includes(asked.method))
    throw new WrongInput(
      `--method ${asked.method}: only ${counts.join(' and ')} count over a --denominator; leave one of them out.`,
    )
  const table = await readTable(file, (header) => ({
    texts: [columnOf('--period', period, header)],
    numbers: [
      columnOf('--value', value, header),
      ...(denominator === undefined ? [] : [columnOf('--denominator', denominator, header)]),
    ],
  }))
  const labels = (table.texts[period] ?? []).map((text) => text ?? '')
  const ordered = orderOrSay(labels, period)
  const twice = ordered.placeOf.findIndex((place, row) => ordered.placeOf.indexOf(place) < row)
  if (twice >= 0)
    throw new WrongInput(
      `--period: "${labels[twice]}" stands in several rows, and a series has one a period; for several sites use --design pilot or staggered.`,
    )
  const inOrder = <T>(column: readonly T[]) => {
    const found = Array<T | null>(ordered.periods.length).fill(null)
    for (const [row, place] of ordered.placeOf.entries()) found[place] = column[row] ?? null
    return found
  }
  const values = inOrder(table.numbers[value] ?? [])
  const exposure = denominator === undefined ? undefined : inOrder(table.numbers[denominator] ?? [])
  const since = sinceOrSay(asked.since, ordered)
  const answer = analysedOrSay(
    values,
    since,
    exposure?.map((each) => each ?? Number.NaN),
    asked,
  )
  if ('refused' in answer) throw new WrongInput(refusals[answer.refused])
  return told(
    answer,
    ordered.periods.map(({ label }) => label),
    values,
    since,
    asked,
    table.warnings,
  )
}

function sinceOrSay(since: string, ordered: ReturnType<typeof orderOrSay>): number {
  try {
    return placeOfSince(since, ordered).place
  } catch (error) {
    if (error instanceof SheetProblem) throw new WrongInput(problemLine(error))
    throw error
  }
}

function analysedOrSay(
  values: readonly (number | null)[],
  since: number,
  exposure: readonly number[] | undefined,
  asked: AskedBeforeAfter,
) {
  const { method, season, isStep, transition, better, worth, chosen, trend } = asked
  try {
    return analyseBeforeAfter(
      { values, since, ...(exposure ? { exposure } : {}) },
      {
        better,
        ...(worth === null ? {} : { worthHaving: worth }),
        seed,
        planned: 'none',
        randomised: false,
        slope: !isStep,
        transition,
        choice: choiceOf(chosen, values.slice(0, since).filter((value) => value !== null).length),
        ...(method === undefined ? {} : { model: method }),
        ...(season === undefined ? {} : { season }),
        ...(trend === undefined ? {} : { trend }),
      },
    )
  } catch (error) {
    if (error instanceof RangeError) throw new WrongInput(`Nothing can be told: ${error.message}.`)
    throw error
  }
}

const refusals: Record<BeforeAfterRefusal, string> = {
  'describe-only':
    'Nothing can be told from so few periods: a series needs at least 8 before and 8 after. Look at it with --design chart.',
  'no-variation': 'Nothing varies, so there is no noise to judge by.',
  'no-events':
    'Nothing can be told: on one side nothing was counted at all. Look at it with --design chart --chart g or t.',
  'not-converged':
    'Nothing can be told: no finite answer fits these figures. Try a simpler model (--step, no --season).',
  'nothing-after': 'Nothing can be told: there is no figure from the start on.',
  'not-determined': 'Nothing can be told: the periods before do not tell the season apart. More of them would help.',
}

const modelNames: Record<SeriesModel, string> = {
  reml: 'segmented regression with errors that remember (REML)',
  'prais-winsten': 'segmented regression, Prais-Winsten',
  'newey-west': 'segmented regression, Newey-West errors',
  ols: 'segmented regression, ordinary least squares',
  'quasi-poisson': 'segmented quasi-Poisson regression of counts',
  poisson: 'segmented Poisson regression of counts',
  'local-level': 'local-level forecast (state space)',
}

function told(
  answer: BeforeAfterAnswer,
  periods: readonly string[],
  values: readonly (number | null)[],
  since: number,
  asked: AskedBeforeAfter,
  warnings: readonly string[],
): Told {
  const model = answer.method.replace(/^its-/, '') as SeriesModel
  const [before, after] = answer.groups
  return effectTold(answer, {
    metric: asked.value,
    better: asked.better,
    worth: asked.worth,
    compared: `${before?.rows} periods before against ${after?.rows} from ${periods[since] ?? ''} on, held against where its own trend${asked.season ? ' and season were' : ' was'} heading. Nothing shows what else happened at the same time.`,
    start: 'One place before and after, with nobody to compare with',
    method: {
      name: `Interrupted time series: ${modelNames[model]}`,
      steps: [
        'A line through the time before is drawn on; the effect is how far the time after lies from it, per period.',
        ...(answer.segments?.dispersion
          ? [`Counts scatter ${formatNumber(answer.segments.dispersion, 'en', 3)} times as widely as chance alone.`]
          : []),
      ],
      sources: [
        'Lopez Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348-355',
        ...(model === 'local-level' ? ['Brodersen et al. (2015), Annals of Applied Statistics 9, 247-274'] : []),
      ],
    },
    checks: {
      'enough-points': ({ passed, values: { before: b, after: a, least } }) => ({
        title: passed ? 'There are enough periods' : 'There are few periods',
        detail: `${b} before and ${a} after; ${least} on each side are needed to know how it moves by itself.`,
      }),
      residuals: ({ passed, values: { pValue } }) => ({
        title: passed ? 'What is left is noise' : 'What is left is not only noise',
        detail: `Neighbouring errors: p ${chance(pValue)}.${passed ? '' : ' A season (--season) may be missing.'}`,
      }),
      'memory-known': ({ passed, values: { autocorrelation } }) => ({
        title: passed ? 'How long a period is remembered is known' : 'Trend and memory cannot be told apart',
        detail: `Neighbouring errors correlate by ${formatNumber(Number(autocorrelation), 'en', 2)}.${
          passed ? '' : ' That is the limit: the interval is a guess. Try --method local-level.'
        }`,
      }),
      'all-terms': ({ passed, values: { left } }) => ({
        title: passed ? 'Trend, step and season can be told apart' : 'Not everything can be told apart',
        detail: passed ? 'Every part of the model is determined.' : `Left out: ${left}.`,
      }),
    },
    warnings,
    pictures: (sentence) => [
      {
        title: 'What happened, and what would have been',
        note: 'The thick green line is what happened, the grey one where it was heading.',
        svg: seriesSvg(
          {
            periods,
            since,
            change: `change starts, ${periods[since] ?? ''}`,
            changed: { name: 'what happened', means: values, sites: [] },
            compared: { name: 'expected', means: answer.expected.map((each) => each?.estimate ?? null), sites: [] },
          },
          sentence,
        ),
      },
    ],
  })
}
