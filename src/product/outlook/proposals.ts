import type { Metric, MetricId } from '#product/metric/metric.ts'
import type { TrialTemplate } from './templates.ts'

/** What of the workspace's own measures decides whether one is proposed. */
export type Known = Pick<Metric, 'id' | 'name' | 'kind' | 'every' | 'better'>

/** What a template's measures are called, in the reader's language. */
export interface TemplateNames {
  metric: string
  guardrails: readonly string[]
}

export interface Proposed {
  /** Null: no measure here fits, and `missing` names it. */
  metricId: MetricId | null
  guardrailIds: MetricId[]
  /** By the names of the template, the main measure first. */
  missing: string[]
}

/**
 * Of the measures that are here, those that a template proposes: the one of its name, else the only one of its kind that goes
 * the same way. Among several nobody guesses.
 * @param chosenId What somebody has chosen already: it stays, and the guardrails come as often as it does.
 */
export function proposedBy(
  { metric, guardrails }: Pick<TrialTemplate, 'metric' | 'guardrails'>,
  names: TemplateNames,
  known: readonly Known[],
  chosenId: MetricId | null = null,
): Proposed {
  const chosen = known.find(({ id }) => id === chosenId)
  const main = chosen ?? fitting(known, names.metric, metric)
  const every = main?.every ?? metric.every
  const free = known.filter(({ id }) => id !== main?.id)
  const found = guardrails.map((guardrail, at) => fitting(free, names.guardrails[at] ?? '', { ...guardrail, every }))
  return {
    metricId: main?.id ?? null,
    guardrailIds: [...new Set(found.flatMap((one) => one?.id ?? []))],
    missing: [
      ...(main ? [] : [names.metric]),
      ...found.flatMap((one, at) => (one ? [] : [names.guardrails[at] ?? ''])),
    ],
  }
}

function fitting(known: readonly Known[], name: string, wanted: TrialTemplate['metric']): Known | undefined {
  const alike = known.filter(({ every, better }) => every === wanted.every && better === wanted.better)
  const named = alike.filter((one) => isNamed(one.name, name))
  if (named[0]) return named[0]
  const ofKind = alike.filter(({ kind }) => kind === wanted.kind)
  return ofKind.length === 1 ? ofKind[0] : undefined
}

/** Letters of a word that says what is meant: "time" and "days" are in too many names. */
const tellingLetters = 5

/** "Complaints" is what is meant by "Complaints per 1,000 customers", and "Bread sales" by "Sales". */
function isNamed(own: string, wanted: string): boolean {
  const [ownWords, wantedWords] = [wordsIn(own), wordsIn(wanted)]
  const [first = ''] = wantedWords
  if (first.length >= tellingLetters && ownWords.includes(first)) return true
  return ownWords.length > 0 && ownWords.every((word) => wantedWords.includes(word))
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}
