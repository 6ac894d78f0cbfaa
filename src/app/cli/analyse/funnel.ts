import { type FunnelChart, type FunnelUnit, funnelChart } from '#lib/stats/chart/funnel-chart.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { columnOf } from './columns.ts'
import { chartSvg } from './pictures.ts'
import { readTable } from './read-table.ts'
import type { Told } from './told.ts'

export interface AskedFunnel {
  readonly site: string
  readonly value: string
  readonly denominator: string
  readonly kind: 'proportion' | 'rate'
}

interface Unit extends FunnelUnit {
  readonly name: string
}

/** Many sites at one time, each against the limits of its own size. @throws {WrongInput} when the file holds none. */
export async function funnelTold(file: string, { site, value, denominator, kind }: AskedFunnel): Promise<Told> {
  const { texts, numbers, warnings } = await readTable(file, (header) => ({
    texts: [columnOf('--site', site, header)],
    numbers: [columnOf('--value', value, header), columnOf('--denominator', denominator, header)],
  }))
  const sums = new Map<string, { count: number; size: number }>()
  for (const [row, name] of (texts[site] ?? []).entries()) {
    const [count, size] = [numbers[value]?.[row] ?? null, numbers[denominator]?.[row] ?? null]
    if (name === null || count === null || size === null) continue
    const sum = sums.get(name) ?? { count: 0, size: 0 }
    sums.set(name, { count: sum.count + count, size: sum.size + size })
  }
  const chart = drawOrSay([...sums.values()], kind)
  // By size: drawn like this, the limits are the funnel.
  const units = chart.units
    .map((unit, at): Unit => ({ ...unit, name: [...sums.keys()][at] ?? '' }))
    .sort((a, b) => a.size - b.size)
  return told(value, kind, chart, units, warnings)
}

function drawOrSay(sums: readonly { count: number; size: number }[], kind: AskedFunnel['kind']): FunnelChart {
  try {
    return funnelChart(sums, { kind })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const hint = kind === 'proportion' ? ' For events over an exposure: --kind rate.' : ''
    throw new WrongInput(`--chart funnel: ${error.message}.${hint}`)
  }
}

function told(
  value: string,
  kind: AskedFunnel['kind'],
  chart: FunnelChart,
  units: readonly Unit[],
  warnings: readonly string[],
): Told {
  const far = units.filter(({ outside }) => outside === 'far')
  const near = units.filter(({ outside }) => outside === 'near')
  const side = (unit: Unit) => ((unit.score ?? 0) > 0 ? 'above' : 'below')
  const detail = (unit: Unit) => `${unit.name} is ${side(unit)} the 99.8 % limits of its size`
  const sentence = sentenceOf(value, units.length, far.map(detail), chart)
  const write = (number: number | null) => (number === null ? '' : formatNumber(number, 'en', 4))
  return {
    json: {
      ...{ design: 'chart', method: 'funnel', estimate: null, low: null, high: null, confidence: null, pValue: null },
      ...{ relative: { estimate: null, low: null, high: null }, grade: null, checks: [] },
      groups: units.map(({ name }) => ({ name, units: 1, rows: 1 })),
      rows: units.length,
      sentence,
      signals: far.map((unit) => ({ period: unit.name, rule: 'outside', detail: detail(unit) })),
    },
    metric: value,
    lead: leadOf(chart, near.length),
    gradeReasons: [],
    checks: [],
    method: {
      name: `Funnel of ${kind === 'rate' ? 'rates' : 'shares'}, over-dispersion reckoned with`,
      steps: ['One picked because it is outside comes back by itself: that is no effect of what was done there.'],
      sources: ['Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202'],
    },
    warnings,
    numbers: [
      [value, 'size', 'value', 'low', 'high', 'outside'],
      ...units.map(({ name, size, value: share, farLow, farHigh, outside }) => [
        ...[name, formatNumber(size, 'en'), write(share), write(farLow), write(farHigh)],
        outside === null ? '' : outside === 'far' ? '99.8 %' : '95 %',
      ]),
    ],
    more: [],
    pictures: () => [
      {
        title: 'Every site beside its own limits',
        note: 'From small to large: the smaller a site, the wider its limits (99.8 %).',
        svg: chartSvg(
          units.map(({ value: share, farLow, farHigh, outside }) => ({
            ...{ value: share, centre: chart.target, low: farLow, high: farHigh },
            rules: outside === 'far' ? ['outside' as const] : [],
          })),
          units.map(({ name }) => name),
          sentence,
        ),
      },
    ],
  }
}

function sentenceOf(value: string, count: number, far: readonly string[], { reason }: FunnelChart): string {
  if (reason !== null) return `${value}: ${noLimits[reason]}`
  if (far.length === 0) return `${value}: none of ${count} sites is outside the limits of its size.`
  const more = far.length === 1 ? '' : `, and ${far.length - 1} more of ${count} sites are outside`
  return `${value}: ${far[0]}${more}.`
}

function leadOf({ target, phi, tau }: FunnelChart, near: number): string {
  if (target === null || phi === null) return 'There are no limits.'
  const wide =
    tau === null || tau === 0
      ? 'Sites differ no more than chance makes them.'
      : `Sites differ by ${formatNumber(tau, 'en', 3)} (one standard deviation) beyond chance, and the limits reckon with it.`
  return `All together: ${formatNumber(target, 'en', 4)}. ${wide} ${near} between the 95 % and the 99.8 % limits, as about one in 20 is by chance.`
}

const noLimits: Record<NonNullable<FunnelChart['reason']>, string> = {
  'no-units': 'no site has a size, so there are no limits.',
  'no-events': 'nothing was counted, so there are no limits.',
  'all-events': 'everything was counted, so there are no limits.',
}
