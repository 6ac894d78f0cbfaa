import {
  analyseBeforeAfter,
  type BeforeAfterQuestion,
  type SeriesModel,
} from '#lib/stats/analyse/analyse-before-after.ts'
import type { BeforeAfterFigures, SeriesSite } from '#product/plan/trial-figures.ts'
import type { Analysis } from '../analysis.ts'
import { type Beside, nothingBeside } from '../analysis-parts.ts'
import type { DrawnOf } from '../drawn.ts'
import { type Asked, choiceOf, questionFor } from './asked.ts'
import { controlChecks, type Found, guardrailChecks, readGuardrail } from './read-guardrails.ts'

/** One series, held against where it was heading. Counts over a denominator as counts, everything else as figures. */
export function analyseSeriesFigures(
  figures: BeforeAfterFigures,
  asked: Asked,
): { analysis: Analysis; drawn: DrawnOf<'series'> | null } {
  const { sites, since, transition, plan } = figures
  const { body } = plan
  const { slope, season, method } = body
  const base: BeforeAfterQuestion = {
    ...questionFor(body, { ...asked, moreChecks: [] }),
    ...{ randomised: false, slope, transition },
    ...(season === null ? {} : { season }),
  }
  const read = (of: readonly SeriesSite[]): Found => {
    const [one] = of
    return one ? answerOf(one, since, base, modelOf(one, method)) : { refused: 'nothing-after' }
  }
  const guardrails = body.guardrails.map((guardrail, at) =>
    readGuardrail(guardrail, read(figures.guardrails[at] ?? []), asked),
  )
  const control = figures.control === undefined ? null : read(figures.control.sites)
  const [series] = sites
  if (!series) return { analysis: { refused: 'nothing-after', values: {}, design: 'before-after' }, drawn: null }
  const model = modelOf(series, method)
  const before = series.values.slice(0, since).filter((value) => value !== null).length
  const answer = answerOf(
    series,
    since,
    {
      ...base,
      moreChecks: [
        ...asked.moreChecks,
        ...guardrailChecks(guardrails),
        ...controlChecks(figures.control?.name, control),
      ],
      choice: choiceOf(body, before),
    },
    model,
  )
  if ('refused' in answer) return { analysis: { ...answer, design: 'before-after' }, drawn: null }
  const { segments, forecast: _, ...plain } = answer
  const beside: Beside = asked.isLook
    ? nothingBeside
    : { ...nothingBeside, readings: otherReadings(series, since, base, model) }
  return {
    analysis: {
      ...plain,
      rateRatios: segments?.rateRatios ?? null,
      dispersion: segments?.dispersion ?? null,
      transition,
      guardrails,
      beside,
    },
    drawn: drawnOf(series, answer.expected, figures, countModels.includes(model)),
  }
}

const countModels: readonly SeriesModel[] = ['quasi-poisson', 'poisson']

function modelOf({ values, denominators }: SeriesSite, method: SeriesModel | null): SeriesModel {
  const areCounts =
    denominators !== undefined && values.every((value) => value === null || (Number.isInteger(value) && value >= 0))
  if (method !== null && (areCounts || !countModels.includes(method))) return method
  return areCounts ? 'quasi-poisson' : 'reml'
}

/** Counts keep their denominators, other models see what is divided. A model that these periods cannot bear is refused. */
function answerOf(series: SeriesSite, since: number, question: BeforeAfterQuestion, model: SeriesModel) {
  try {
    return fitted(series, since, question, model)
  } catch (error) {
    if (error instanceof RangeError)
      return { refused: 'not-determined' as const, values: { periods: series.values.length } }
    throw error
  }
}

function fitted(series: SeriesSite, since: number, question: BeforeAfterQuestion, model: SeriesModel) {
  const { values, denominators } = series
  if (denominators && countModels.includes(model)) {
    // A period without a value is not used, and its denominator only has to be a positive number.
    const exposure = denominators.map((each) => (each !== null && each > 0 ? each : 1))
    return analyseBeforeAfter({ values, since, exposure }, { ...question, model })
  }
  return analyseBeforeAfter({ values: ratesOf(series), since }, { ...question, model })
}

function ratesOf({ values, denominators }: SeriesSite): (number | null)[] {
  if (!denominators) return values
  return values.map((value, at) => {
    const under = denominators[at] ?? null
    return value === null || under === null || !(under > 0) ? null : value / under
  })
}

/** The same series by the other kind of model, where it has an answer in the same unit. */
function otherReadings(
  series: SeriesSite,
  since: number,
  question: BeforeAfterQuestion,
  model: SeriesModel,
): Beside['readings'] {
  const others: readonly SeriesModel[] = countModels.includes(model)
    ? model === 'poisson'
      ? ['quasi-poisson']
      : []
    : model === 'local-level'
      ? ['reml']
      : ['local-level']
  return others.flatMap((other) => {
    const answer = answerOf(series, since, question, other)
    if ('refused' in answer) return []
    const { method, estimate, low, high, pValue } = answer
    return [{ method, estimate, low, high, pValue }]
  })
}

/** What a person would rather read: infections per 10,000 days, not 0.0013 a day. */
function byOf({ values, denominators }: SeriesSite): number | null {
  if (!denominators) return null
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  const under = denominators.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  const rate = total / under
  if (!(rate > 0) || rate >= 1) return 1
  return 10 ** Math.ceil(-Math.log10(rate))
}

function drawnOf(
  series: SeriesSite,
  expected: DrawnOf<'series'>['expected'],
  { since, transition }: BeforeAfterFigures,
  areCounts: boolean,
): DrawnOf<'series'> {
  const by = byOf(series)
  const { denominators } = series
  // Expected counts are put over their denominators, so that what is drawn does not follow how busy a period was.
  const scale = (at: number) => (by === null ? 1 : areCounts ? by / (denominators?.[at] ?? 1) : by)
  return {
    kind: 'series',
    since,
    transition,
    values: ratesOf(series).map((value) => (value === null ? null : value * (by ?? 1))),
    expected: expected.map((each, at) =>
      each === null
        ? null
        : { estimate: each.estimate * scale(at), low: each.low * scale(at), high: each.high * scale(at) },
    ),
    by,
  }
}
