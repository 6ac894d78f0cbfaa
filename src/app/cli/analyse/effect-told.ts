import type { TrialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import type { Check } from '#lib/stats/evidence/grade-evidence.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { sayLine } from '#product/result/line.ts'
import { effectLine } from '#product/result/sentence.ts'
import { pickedAtWorst } from './chosen.ts'
import { effectPicture } from './effect-picture.ts'
import { effectRows, writerOf } from './effect-rows.ts'
import type { AnalyseJson } from './json.ts'
import type { DesignName } from './options.ts'
import { type CheckSaid, say, type Told } from './told.ts'

/** An answer of any design; a belief has no p, nor has a trial that goes on. */
export type Answered = Omit<TrialAnswer, 'pValue'> & { readonly pValue: number | null }

/** What a design adds to what all of them say. */
export interface DesignWords {
  readonly metric: string
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
  /** What was compared with what, in a sentence. */
  readonly compared: string
  /** Where the design starts: why no better grade is possible. */
  readonly start: string
  readonly method: Told['method']
  /** A check's name and what it gave. The ones that all designs share need not be here. */
  readonly checks: Readonly<Record<string, (check: Check) => { title: string; detail: string }>>
  readonly groupHead?: readonly string[]
  readonly warnings: readonly string[]
  readonly more?: Told['more']
  /** What the method has beside what all have. */
  readonly json?: Pick<AnalyseJson, 'belief' | 'look'>
  readonly pictures?: (sentence: string) => ReturnType<Told['pictures']>
}

/** An answer of any design in words, for JSON, text and report. */
export function effectTold(answer: Answered, words: DesignWords): Told {
  const { design, method, estimate, low, high, confidence, pValue, relative, grade, groups, rows } = answer
  const { metric, better, worth } = words
  const isMismatched = answer.checks.some(({ code, passed }) => code === 'sample-ratio' && passed === false)
  const found = sayLine(
    effectLine(
      { ...answer, pValue: answer.pValue ?? 1 },
      { metric: { name: metric, unit: '', better }, worthHaving: worth },
    ),
    say,
    'en',
  )
  const sentence = isMismatched ? 'No winner can be named: the arms do not have the sizes that were planned.' : found
  const checks = answer.checks.map((check): CheckSaid => {
    const tell = words.checks[check.code] ?? shared[check.code]
    const { title, detail } = tell?.(check) ?? { title: check.code, detail: valuesOf(check) }
    return { code: check.code, passed: check.passed, title, detail }
  })
  return {
    json: {
      ...{ design: design as DesignName, method, estimate, low, high, confidence, pValue, relative, grade },
      checks: checks.map(({ code, passed, title, detail }) => ({ name: code, passed, detail: `${title}. ${detail}` })),
      groups: groups.map((group) => ({ name: group.name, units: group.units, rows: group.rows })),
      rows: rows.used,
      sentence,
      ...words.json,
    },
    metric,
    lead: `${words.compared} No plan was frozen before the data${design === 'before-after' ? '' : ', so the grade can never be above B'}.`,
    gradeReasons: answer.gradeReasons.map(({ why, code, to }) => {
      if (why === 'design') return `${words.start}: ${to} at best.`
      if (why === 'plan') return 'No plan was frozen before the data: never above B.'
      if (code === 'picked-at-extreme') return pickedAtWorst
      const title = checks.find((check) => check.code === code)?.title ?? code
      return why === 'failed'
        ? `${title}: one grade down, to ${to}.`
        : `${title}: nothing taken off, but it could not be checked.`
    }),
    checks,
    method: words.method,
    warnings: words.warnings,
    numbers: numbersOf(answer, metric),
    more: words.more ?? [],
    pictures: () => [effectPicture(answer, { better, worth, sentence }), ...(words.pictures?.(sentence) ?? [])],
  }
}

function numbersOf(answer: Answered, metric: string): string[][] {
  const { write } = writerOf(answer)
  return [
    [metric, 'units', 'figures', 'mean'],
    ...answer.groups.map(({ name, units, rows, mean }) => [
      name,
      formatNumber(units, 'en'),
      formatNumber(rows, 'en'),
      mean === null ? '' : write(mean),
    ]),
    ...effectRows(answer, 4),
  ]
}

const shared: DesignWords['checks'] = {
  'pre-trend': ({ passed, values }) =>
    passed === null
      ? {
          title: 'Whether the groups moved together before is not known',
          detail: 'There is too little before the start to test it.',
        }
      : {
          title: passed ? 'The groups moved together before' : 'The groups did not move together before',
          detail: `A test of what came before the start gives p ${chance(values['pValue'])}.`,
        },
  'missing-values': ({ passed, values }) => ({
    title: passed ? 'Little is missing' : 'Much is missing',
    detail: `Missing: ${percent(values['largestShare'] ?? values['share'] ?? 0)}.`,
  }),
  variation: ({ passed }) => ({
    title: passed ? 'Units differ, as they do in life' : 'Nothing varies',
    detail: 'How much they differ is what the result is judged by.',
  }),
}

function figure(value: string | number | boolean | null | undefined): string {
  return typeof value === 'number' ? formatNumber(value, 'en', 2) : String(value ?? '')
}

/** "= 0.043", or "< 0.001". */
export function chance(p: string | number | boolean | null | undefined): string {
  return typeof p === 'number' ? (p < 0.001 ? '< 0.001' : `= ${formatNumber(p, 'en', 2)}`) : 'unknown'
}

export function percent(value: string | number | boolean | null | undefined): string {
  return typeof value === 'number' ? `${formatNumber(100 * value, 'en', 2)} %` : String(value ?? '')
}

function valuesOf({ values }: Check): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(', ')
}
