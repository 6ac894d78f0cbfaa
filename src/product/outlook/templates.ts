import type { MessageId } from '#platform/anywhere/message.ts'
import type { Every, Metric, MetricKind } from '#product/metric/metric.ts'
import type { Situation } from './outlook.ts'

export const templatePlaces = ['shop', 'ward', 'line', 'office'] as const
export type TemplatePlace = (typeof templatePlaces)[number]

/**
 * A starting point for a trial in a kind of place: what is usually asked and measured there, what is usually possible, and how
 * long it takes to settle. Pure data; its words stand under `outlook.template.<place>.<part>`: a title, a question, the metric's
 * name and unit, and one line for each guardrail (`guardrail-1`, ...).
 */
export interface TrialTemplate {
  place: TemplatePlace
  metric: { kind: MetricKind; every: Every; better: Metric['better'] }
  guardrails: { kind: MetricKind; better: Metric['better'] }[]
  /** What can usually be done there. `periodsAhead` in periods of the metric. */
  situation: Situation
  /** Periods that are left out at the start, while people get used to it. */
  transition: number
}

const careful: Situation = {
  unitsPerPeriod: null,
  spillover: false,
  mayDraw: true,
  allInTheEnd: false,
  canSwitch: false,
  carryOver: 0,
  sitesTreatable: null,
  pickedAtWorst: false,
  periodsAhead: 8,
}

/**
 * `shop`: half of the shops by lot, sales by the week. `ward`: all wards in the end, one after another by lot, because nobody may be
 * left without; rates by the month move slowly. `line`: one line, on and off by the day. `office`: one team, before and after by the
 * week, with nobody to compare.
 */
export const trialTemplates: readonly TrialTemplate[] = [
  {
    place: 'shop',
    metric: { kind: 'mean', every: 'week', better: 'higher' },
    guardrails: [
      { kind: 'rate', better: 'lower' },
      { kind: 'mean', better: 'lower' },
    ],
    situation: { ...careful, periodsAhead: 8 },
    transition: 1,
  },
  {
    place: 'ward',
    metric: { kind: 'rate', every: 'month', better: 'lower' },
    guardrails: [
      { kind: 'mean', better: 'lower' },
      { kind: 'rate', better: 'lower' },
    ],
    situation: { ...careful, allInTheEnd: true, periodsAhead: 12 },
    transition: 1,
  },
  {
    place: 'line',
    metric: { kind: 'proportion', every: 'day', better: 'lower' },
    guardrails: [
      { kind: 'mean', better: 'higher' },
      { kind: 'rate', better: 'lower' },
    ],
    situation: { ...careful, canSwitch: true, carryOver: 1, periodsAhead: 24 },
    transition: 0,
  },
  {
    place: 'office',
    metric: { kind: 'mean', every: 'week', better: 'lower' },
    guardrails: [{ kind: 'proportion', better: 'lower' }],
    situation: { ...careful, mayDraw: false, periodsAhead: 12 },
    transition: 1,
  },
]

/** Where the words of a place stand: what is measured there, and each guardrail, counted from 1. */
export function templateNames(place: TemplatePlace) {
  return {
    metric: `outlook.template.${place}.metric`,
    // Every guardrail of every place has its words: a test goes through them.
    guardrail: (number: number) => `outlook.template.${place}.guardrail-${number}` as MessageId,
  } as const
}
