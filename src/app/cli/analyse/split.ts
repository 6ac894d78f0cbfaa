import { analysePairs } from '#lib/stats/analyse/analyse-pairs.ts'
import { analyseSplit, type MetricKind, type SplitRefusal } from '#lib/stats/analyse/analyse-split.ts'
import { type TrialAnswer, type TrialQuestion, trialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { columnOf, type treatedOf } from './columns.ts'
import { type Answered, chance, effectTold, percent } from './effect-told.ts'
import type { AnalyseJson } from './json.ts'
import { nameOfMethod } from './name-of-method.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { type Found, type MethodOptions, readArms } from './split-arms.ts'
import { armOf, armsOf, cellsOf, pairsOf } from './split-cells.ts'
import { splitMethods } from './split-methods.ts'
import { seed, type Told } from './told.ts'

export const metricKinds = ['mean', 'proportion', 'rate', 'ratio', 'quantile'] as const satisfies readonly MetricKind[]

export interface AskedSplit {
  readonly value: string
  /** The column that names the arm; `COLUMN=VALUE` names the treated one. */
  readonly arm: string
  readonly control?: string | undefined
  /** The column that names the unit, where one has several rows. */
  readonly unit?: string | undefined
  readonly denominator?: string | undefined
  readonly pre?: string | undefined
  readonly kind: MetricKind
  readonly quantile: number
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
  readonly isRandomised: boolean
  /** Planned parts of the arms, the one with the change first. */
  readonly parts?: { treated: number; comparison: number } | undefined
  /** A named alternative of the kind; left out: what the kind does anyway. */
  readonly method?: string | undefined
  readonly options?: Pick<MethodOptions, 'planned' | 'looks'> & { prior?: number | undefined; cap?: number | undefined }
}

/** @throws {WrongInput} when the file holds no two arms, or the figures hold no answer. */
export async function splitTold(file: string, asked: AskedSplit): Promise<Told> {
  const { value, unit, denominator, pre, kind } = asked
  const method = nameOfMethod(asked.method, Object.keys(splitMethods[kind]), `--kind ${kind}`)
  if (pre !== undefined && method !== undefined && method !== 'cuped' && method !== 'lin')
    throw new WrongInput(`--pre: --method ${method} makes no use of it; cuped and lin do.`)
  if (pre === undefined && method === 'cuped')
    throw new WrongInput('--method cuped: say by --pre which column holds the figure from before.')
  if ((kind === 'rate' || kind === 'ratio') && denominator === undefined)
    throw new WrongInput(`--kind ${kind}: say by --denominator which column the value is divided by.`)
  let arm: ReturnType<typeof treatedOf> = { column: asked.arm }
  const table = await readTable(file, (header) => {
    arm = armOf(asked.arm, header)
    return {
      texts: [arm.column, ...(unit === undefined ? [] : [columnOf('--unit', unit, header)])],
      numbers: [
        columnOf('--value', value, header),
        ...(denominator === undefined ? [] : [columnOf('--denominator', denominator, header)]),
        ...(pre === undefined ? [] : [columnOf('--pre', pre, header)]),
      ],
    }
  })
  const question = {
    better: asked.better,
    ...(asked.worth === null ? {} : { worthHaving: asked.worth }),
    seed,
    planned: 'none',
    randomised: asked.isRandomised,
  } as const
  const cells = cellsOf(table, arm.column, asked)
  const arms = armsOf(new Set(cells.map((cell) => cell.arm)), arm, asked)
  const pairs = pairsOf(cells, arms, asked)
  if (pairs && method !== undefined)
    throw new WrongInput(
      `--method ${method}: every unit is in both arms, and pairs are compared by the paired t test only.`,
    )
  const answer = pairs
    ? analysePairs(pairs, { ...arms, ...question })
    : analyseSplit(cells, { ...arms, kind, share: asked.quantile, parts: asked.parts ?? null, ...question })
  if ('refused' in answer) throw new WrongInput(`${refusals[answer.refused]}`)
  const read = method === undefined ? null : splitMethods[kind][method]
  if (!read) return told(answer, methods[kind], {}, asked, table)
  const { prior = 0.3, cap = 0.995, ...looks } = asked.options ?? {}
  const given = { better: asked.better, kind, hasPre: pre !== undefined, prior, cap, ...looks }
  const found = read(readArms(cells, [arms.treated, arms.comparison], kind), given)
  return told(alternativeOf(answer, found, question), found.words, found.more ?? {}, asked, table)
}

/** The same trial with the same checks, its effect found another way. */
function alternativeOf(usual: TrialAnswer, { method, effect, relative }: Found, question: TrialQuestion): Answered {
  const { confidence, groups, rows, checks } = usual
  const kept = checks.filter(({ code }) => code !== 'methods-agree' && code !== 'adjusted')
  const answer = trialAnswer(
    'split',
    {
      ...{ method, relative, groups, rows, checks: kept },
      effect: { ...effect, pValue: effect.pValue ?? 1, confidence, smallestPossibleP: null },
    },
    question,
  )
  return { ...answer, pValue: effect.pValue }
}

const refusals: Record<SplitRefusal, string> = {
  'empty-arm': 'Nothing can be told: an arm has no figure.',
  'too-few-values':
    'Nothing can be told from so few figures: they do not show how units differ. More units would help.',
  'no-variation': 'Nothing varies within the arms, so there is no noise to judge by. Are the rows copies?',
  'no-denominator': 'Nothing can be told: the denominators of an arm add up to 0.',
  'denominator-near-zero': 'Nothing can be told: the denominator could be 0, so the ratio could be anything.',
  'not-resolvable':
    'Nothing can be told about this quantile: too many figures are the same. Compare means or shares instead.',
  'not-yes-or-no': '--kind proportion: the value must be 0 or 1 for each unit; for figures use --kind mean.',
  'not-counts':
    '--kind rate: the value counts events, so it must be a whole number of at least 0; for other sums use --kind ratio.',
}

const methods: Record<MetricKind, Told['method']> = {
  mean: {
    name: 'Difference of means',
    steps: [
      'One figure for each unit; the arms may scatter differently.',
      'The interval is Welch’s; with --pre, what the past foretells is taken off first.',
    ],
    sources: ['Welch (1947), Biometrika 34, 28-35', 'Deng, Xu, Kohavi & Walker (2013), WSDM, 123-132'],
  },
  proportion: {
    name: 'Difference of shares',
    steps: [
      'The interval is found from the score, so that it holds at 0 % and 100 % too.',
      'With few events the test is exact.',
    ],
    sources: [
      'Miettinen & Nurminen (1985), Statistics in Medicine 4, 213-226',
      'Boschloo (1970), Statistica Neerlandica 24, 1-35',
    ],
  },
  rate: {
    name: 'Difference of rates',
    steps: ['Events over exposure; from ten units an arm on, judged by how units differ.'],
    sources: ['Gu, Ng, Tang & Schucany (2008), Biometrical Journal 50, 283-298'],
  },
  ratio: {
    name: 'Difference of ratios of sums',
    steps: ['Sum over sum in each arm; numerator and denominator of a unit belong together (delta method).'],
    sources: ['Deng, Knoblich & Lu (2018), KDD, 233-242'],
  },
  quantile: {
    name: 'Difference of quantiles',
    steps: ['The quantile of each arm, and what its ranks allow.'],
    sources: ['Hutson (1999), Journal of Applied Statistics 26, 343-353'],
  },
}

const pairedMethod: Told['method'] = {
  name: 'Mean of the differences within units',
  steps: ['Each unit was measured both ways: one difference a unit, judged by how the differences scatter.'],
  sources: ['Student (1908), Biometrika 6, 1-25'],
}

function told(
  answer: Answered,
  method: Told['method'],
  json: Pick<AnalyseJson, 'belief' | 'look'>,
  asked: AskedSplit,
  { rows, warnings }: ReadTable,
): Told {
  const [treated, comparison] = answer.groups
  const units = answer.rows.used + answer.rows.missing
  const isPaired = answer.method === 'paired-t'
  const joined =
    !isPaired && asked.unit !== undefined && units < rows.length
      ? ` ${formatNumber(rows.length, 'en')} rows make ${formatNumber(units, 'en')} units: the unit is what was drawn.`
      : ''
  return effectTold(answer, {
    metric: asked.value,
    better: asked.better,
    worth: asked.worth,
    compared: isPaired
      ? `${formatNumber(treated?.units ?? 0, 'en')} units, each measured with “${treated?.name}” and with “${comparison?.name}”.`
      : `${formatNumber(treated?.units ?? 0, 'en')} units with “${treated?.name}” against ${formatNumber(comparison?.units ?? 0, 'en')} with “${comparison?.name}”.${joined}`,
    start: asked.isRandomised
      ? 'Chance decided who got the change'
      : 'Nobody says that chance decided who got the change (--randomised)',
    method: isPaired ? pairedMethod : method,
    json,
    checks: {
      'sample-ratio': ({ passed, values }) => ({
        title:
          passed === null
            ? 'Whether the arms have their planned sizes is not known'
            : passed
              ? 'The arms have their planned sizes'
              : 'The arms do not have their planned sizes: no winner can be named',
        detail:
          passed === null
            ? 'Say how they were planned (--shares 1:1).'
            : `${values['treated']} and ${values['comparison']} units: p ${chance(values['pValue'])}.${passed ? '' : ' Something other than chance chose who was counted; find it first.'}`,
      }),
      'methods-agree': ({ passed }) => ({
        title: passed ? 'Test and interval agree' : 'Test and interval do not agree',
        detail: passed
          ? 'Both say the same about “no difference”.'
          : 'It is a close call: neither is to be trusted alone.',
      }),
      adjusted: ({ passed, values }) => ({
        title: passed ? 'What the past foretells was taken off' : 'The past could not be used',
        detail: passed
          ? `That took away ${percent(values['varianceReduction'])} of the noise.`
          : 'There are too few units, or they did not differ before.',
      }),
    },
    warnings,
  })
}
