import { type ChartOptions, type ControlChart, PROVISIONAL_BELOW } from '#lib/stats/chart/control-chart.ts'
import { countChart } from '#lib/stats/chart/count-chart.ts'
import type { ChartRule, ChartSignal, RuleSet } from '#lib/stats/chart/find-signals.ts'
import { gChart } from '#lib/stats/chart/g-chart.ts'
import { movingRangeChart } from '#lib/stats/chart/moving-range-chart.ts'
import { proportionChart } from '#lib/stats/chart/proportion-chart.ts'
import { rateChart } from '#lib/stats/chart/rate-chart.ts'
import { runChart } from '#lib/stats/chart/run-chart.ts'
import { spreadChart } from '#lib/stats/chart/spread-chart.ts'
import { tChart } from '#lib/stats/chart/t-chart.ts'
import { xBarChart } from '#lib/stats/chart/x-bar-chart.ts'
import { xmrChart } from '#lib/stats/chart/xmr-chart.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { columnOf } from './columns.ts'
import { orderOrSay } from './panel-of-table.ts'
import { chartSvg } from './pictures.ts'
import { type ReadTable, readTable } from './read-table.ts'
import type { Told } from './told.ts'

/** What `--chart` names: with what it draws, and whether it needs `--denominator`. */
const charts = {
  run: { name: 'Run chart', draw: single(runChart), counted: false },
  xmr: { name: 'XmR chart of single values', draw: single(xmrChart), counted: false },
  mr: { name: 'Chart of moving ranges', draw: single(movingRangeChart), counted: false },
  'xbar-s': {
    name: 'X-bar chart, limits from standard deviations',
    draw: grouped(xBarChart, 'deviation'),
    counted: false,
  },
  xbar: { name: 'X-bar chart, limits from standard deviations', draw: grouped(xBarChart, 'deviation'), counted: false },
  'xbar-r': { name: 'X-bar chart, limits from ranges', draw: grouped(xBarChart, 'range'), counted: false },
  s: { name: 'Chart of standard deviations', draw: grouped(spreadChart, 'deviation'), counted: false },
  r: { name: 'Chart of ranges', draw: grouped(spreadChart, 'range'), counted: false },
  c: { name: 'c chart of counts', draw: single(countChart), counted: false },
  np: { name: 'np chart of counts in groups of one size', draw: ofOneSize, counted: true },
  g: { name: 'g chart of cases between events', draw: single(gChart), counted: false },
  t: { name: 't chart of time between events', draw: single(tChart), counted: false },
  p: { name: 'p chart of shares', draw: counted(proportionChart, false), counted: true },
  "p'": { name: "Laney's p' chart of shares", draw: counted(proportionChart, true), counted: true },
  u: { name: 'u chart of rates', draw: counted(rateChart, false), counted: true },
  "u'": { name: "Laney's u' chart of rates", draw: counted(rateChart, true), counted: true },
} as const
type TimeChart = keyof typeof charts
/** `funnel` is of sites at one time; the others are of one place over time. */
export type ChartName = TimeChart | 'funnel'
export const chartNames = [...(Object.keys(charts) as TimeChart[]), 'funnel'] as const satisfies readonly ChartName[]

/** `none`: the limits alone, and no point is marked. */
export type RuleChoice = RuleSet | 'none'
export const ruleSets = [
  'nhs',
  'western-electric',
  'nelson',
  'anhoej',
  'outside',
  'none',
] as const satisfies readonly RuleChoice[]

export interface AskedChart {
  /** Left out: every row is a period of its own, in the order of the sheet. */
  readonly period?: string
  readonly value: string
  readonly chart: TimeChart
  readonly denominator?: string
  readonly rules?: RuleChoice
  /** How many first points the limits are learnt from. */
  readonly baseline?: number | 'all'
  /** Periods in which a recorded change begins a new phase. */
  readonly changes: readonly string[]
}

/** The rows of one period: what was measured, and among how many. */
interface Period {
  readonly label: string
  readonly values: readonly number[]
  readonly count: number
  readonly size: number
}

type Draw = (periods: readonly Period[], options: ChartOptions) => ControlChart

/** @throws {WrongInput} when the file does not hold what the chart needs. */
export async function chartTold(file: string, asked: AskedChart): Promise<Told> {
  const kind = charts[asked.chart]
  if (kind.counted && asked.denominator === undefined)
    throw new WrongInput(`--chart ${asked.chart}: say by --denominator which column counts how many there were in all.`)
  const numbers = [asked.value, ...(asked.denominator === undefined ? [] : [asked.denominator])]
  const table = await readTable(file, (header) => ({
    texts: asked.period === undefined ? [] : [columnOf('--period', asked.period, header)],
    numbers: numbers.map((column, at) => columnOf(at === 0 ? '--value' : '--denominator', column, header)),
  }))
  const periods = periodsOf(table, asked)
  const chart = drawOrSay(kind.draw, periods, {
    ...(asked.rules ? { rules: asked.rules === 'none' ? 'outside' : asked.rules } : {}),
    ...(asked.baseline === undefined ? {} : { baseline: asked.baseline }),
    changes: placesOf(asked.changes, periods),
  })
  return told(asked, kind.name, periods, asked.rules === 'none' ? unmarked(chart) : chart, table.warnings)
}

function unmarked(chart: ControlChart): ControlChart {
  return { ...chart, signals: [], points: chart.points.map((point) => ({ ...point, rules: [] })) }
}

function periodsOf({ rows, texts, numbers }: ReadTable, { period, value, denominator }: AskedChart): Period[] {
  const labels =
    period === undefined ? Array.from(rows, (_, at) => String(at + 1)) : (texts[period] ?? []).map((text) => text ?? '')
  const ordered = orderOrSay(labels, period)
  const found = ordered.periods.map(({ label }) => ({ label, values: [] as number[], count: 0, size: 0 }))
  for (const [row, place] of ordered.placeOf.entries()) {
    const at = found[place]
    const number = numbers[value]?.[row] ?? null
    const size = denominator === undefined ? 1 : (numbers[denominator]?.[row] ?? null)
    if (!at || number === null || size === null) continue
    at.values.push(number)
    at.count += number
    at.size += size
  }
  return found
}

function placesOf(changes: readonly string[], periods: readonly Period[]): number[] {
  return changes.map((change) => {
    const place = periods.findIndex(({ label }) => label === change)
    if (place < 0)
      throw new WrongInput(
        `--changes: there is no period "${change}"; write it as the sheet does, such as "${periods[0]?.label ?? ''}".`,
      )
    return place
  })
}

function drawOrSay(draw: Draw, periods: readonly Period[], options: ChartOptions): ControlChart {
  try {
    return draw(periods, options)
  } catch (error) {
    // What the chart refuses is what the sheet holds: a share above 1, a count below 0, a baseline of one point.
    if (error instanceof RangeError) throw new WrongInput(`--chart: ${error.message}.`)
    throw error
  }
}

function single(chart: (values: readonly (number | null)[], options: ChartOptions) => ControlChart): Draw {
  return (periods, options) => {
    const crowded = periods.find(({ values }) => values.length > 1)
    if (crowded)
      throw new WrongInput(
        `--period: "${crowded.label}" has ${crowded.values.length} rows, and this chart takes one a period; for several use --chart xbar-s.`,
      )
    return chart(
      periods.map(({ values }) => values[0] ?? null),
      options,
    )
  }
}

function ofOneSize(periods: readonly Period[], options: ChartOptions): ControlChart {
  const used = periods.filter(({ values }) => values.length > 0)
  const sizes = [...new Set(used.map(({ size }) => size))]
  const [size = 1, other] = sizes
  if (other !== undefined)
    throw new WrongInput(
      `--chart np: all groups must be of one size, and there are ${size} and ${other}; use --chart p.`,
    )
  const counts = periods.map(({ values, count }) => (values.length === 0 ? null : count))
  return countChart(counts, { ...options, size })
}

function grouped(
  chart: (
    subgroups: readonly (readonly number[])[],
    options: ChartOptions & { by?: 'range' | 'deviation' },
  ) => ControlChart,
  by: 'range' | 'deviation',
): Draw {
  return (periods, options) =>
    chart(
      periods.map(({ values }) => values),
      { ...options, by },
    )
}

function counted(
  chart: (
    periods: readonly ({ count: number; size: number } | null)[],
    options: ChartOptions & { overDispersion?: boolean },
  ) => ControlChart,
  overDispersion: boolean,
): Draw {
  return (periods, options) =>
    chart(
      periods.map(({ values, count, size }) => (values.length === 0 ? null : { count, size })),
      { ...options, overDispersion },
    )
}

function told(
  { value, chart: kind, rules }: AskedChart,
  name: string,
  periods: readonly Period[],
  chart: ControlChart,
  warnings: readonly string[],
): Told {
  const label = (at: number) => periods[at]?.label ?? ''
  const signals = chart.signals.map((signal) => ({ signal, detail: signalLine(signal, label) }))
  const used = chart.points.filter((point) => point.value !== null).length
  const sentence =
    rules === 'none' ? `${value}: ${used} points, and no rule to mark any.` : headline(value, used, signals)
  const write = (number: number | null) => (number === null ? '' : formatNumber(number, 'en', 6))
  const rows = chart.points.map((point, at) => [
    label(at),
    ...[point.value, point.low, point.centre, point.high].map(write),
    point.rules.map((rule) => ruleNames[rule]).join(', '),
  ])
  return {
    json: {
      design: 'chart',
      method: kind,
      estimate: null,
      low: null,
      high: null,
      confidence: null,
      pValue: null,
      relative: { estimate: null, low: null, high: null },
      grade: null,
      checks: [],
      groups: [{ name: value, units: 1, rows: periods.reduce((sum, { values }) => sum + values.length, 0) }],
      rows: periods.reduce((sum, { values }) => sum + values.length, 0),
      sentence,
      signals: signals.flatMap(({ signal, detail }) =>
        pointsOf(chart, signal).map((at) => ({ period: label(at), rule: signal.rule, detail })),
      ),
    },
    metric: value,
    lead: leadOf(chart, label),
    gradeReasons: [],
    checks: [],
    method: { name, steps: [], sources: rules === 'none' ? [] : sourcesOf[chart.rules] },
    warnings,
    numbers: [[value, 'value', 'low', 'centre', 'high', 'marked by'], ...rows],
    more: [],
    pictures: () => [
      {
        title: name,
        note: 'Marked points are part of a pattern that chance alone seldom makes.',
        svg: chartSvg(
          chart.points,
          periods.map((period) => period.label),
          sentence,
        ),
      },
    ],
  }
}

/** The points that the rule marked, of those that the pattern spans. */
function pointsOf({ points }: ControlChart, { from, to, rule }: ChartSignal): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).filter((at) => points[at]?.rules.includes(rule))
}

function headline(value: string, points: number, signals: readonly { detail: string }[]): string {
  const first = signals[0]
  if (!first) return `${value}: nothing but common variation in ${points} points.`
  const more = signals.length - 1
  return `${value}: ${first.detail}${more > 0 ? `, and ${more} more signal${more === 1 ? '' : 's'}` : ''}.`
}

function leadOf({ phases }: ControlChart, label: (at: number) => string): string {
  return phases
    .map(({ from, to, baseline, isProvisional, reason, dispersion }) => {
      const where = phases.length === 1 ? '' : `From ${label(from)} to ${label(to - 1)}: `
      if (reason !== null) return `${where}${noLimits[reason]}`
      const wide =
        dispersion === null
          ? ''
          : ` Points scatter ${formatNumber(dispersion, 'en', 3)} times as widely as chance alone would make them.`
      return `${where}limits from ${baseline} points${isProvisional ? `, fewer than ${PROVISIONAL_BELOW}: they will still move` : ''}.${wide}`
    })
    .map((text) => text.charAt(0).toUpperCase() + text.slice(1))
    .join(' ')
}

const noLimits = {
  'too-few-points': 'too few points for limits.',
  'no-variation': 'all points are the same, so there are no limits.',
  'no-events': 'nothing was counted: chart the gaps between events instead (--chart g or t).',
  'all-events': 'everything was counted: chart what did not happen, by its gaps (--chart g).',
} as const

const ruleNames: Record<ChartRule, string> = {
  outside: 'outside the limits',
  shift: 'shift',
  trend: 'trend',
  'two-of-three': 'two of three far out',
  'four-of-five': 'four of five far out',
  alternating: 'alternating',
  hugging: 'hugging the centre',
  avoiding: 'avoiding the centre',
  'long-run': 'long run',
  'few-crossings': 'few crossings',
}

function signalLine({ rule, direction, from, to, count }: ChartSignal, label: (at: number) => string): string {
  const span = from === to ? `at ${label(from)}` : `from ${label(from)} to ${label(to)}`
  const side = direction === null ? '' : ` ${direction}`
  const lines: Record<ChartRule, string> = {
    outside: `a point${side} the limits ${span}`,
    shift: `${count} points in a row${side} the centre line ${span}`,
    trend: `${count} points in a row${side} ${span}`,
    'two-of-three': `two of three points far out${side} ${span}`,
    'four-of-five': `four of five points far out${side} ${span}`,
    alternating: `${count} points up and down in turn ${span}`,
    hugging: `${count} points in a row close to the centre line ${span}`,
    avoiding: `${count} points in a row away from the centre line ${span}`,
    'long-run': `an unusually long run of ${count} points${side} the centre line ${span}`,
    'few-crossings': `the centre line is crossed unusually seldom ${span}`,
  }
  return lines[rule]
}

const sourcesOf: Record<RuleSet, readonly string[]> = {
  nhs: ['NHS England, Making Data Count: Strengthening your decisions (2019)'],
  'western-electric': ['Western Electric (1956), Statistical Quality Control Handbook'],
  nelson: ['Nelson (1984), Journal of Quality Technology 16, 237-239'],
  anhoej: ['Anhøj & Olesen (2014), PLoS ONE 9(11), e113825'],
  outside: ['Shewhart (1931), Economic Control of Quality of Manufactured Product'],
}
