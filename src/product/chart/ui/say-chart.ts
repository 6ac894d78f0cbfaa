import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { type Language, localeOf } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Every, Metric } from '#product/metric/metric.ts'
import { type Chart, type ChartMethod, type ChartPoint, isOfGaps } from '../chart.ts'

type Counted = Pick<Metric, 'kind' | 'unit'>

/** A metric as the figures of its chart count it: where events are rare these are gaps, with a unit of their own. */
export function asDrawn(metric: Metric, method: ChartMethod): Metric {
  if (!isOfGaps(method)) return metric
  const { kind, every } = metric
  const unit =
    kind === 'proportion'
      ? t('chart.gap.cases')
      : kind === 'rate'
        ? t('chart.gap.exposure')
        : t('chart.gap.periods', { every })
  return { ...metric, kind: 'mean', unit }
}

/** A lower limit as people read it: one that is next to nothing beside the upper one is 0. */
export function readableLow({ low, high }: Pick<ChartPoint, 'low' | 'high'>, method: ChartMethod): number | null {
  return low !== null && high !== null && isOfGaps(method) && low < high / 200 ? 0 : low
}

/** A share is shown in per cent: 0.953 of all is 95.3 %. */
export function isShare({ kind }: Pick<Metric, 'kind'>): boolean {
  return kind === 'proportion'
}

/** A figure without its unit: for axes and columns that name it. A share has its sign in any case. */
export function sayBare(value: number, metric: Counted, language: Language): string {
  return isShare(metric) ? formatShare(value, language, 3) : formatNumber(value, language)
}

/** A figure with its unit, for sentences: "14.2 minutes", "4.7 %". */
export function sayWhole(value: number, metric: Counted, language: Language): string {
  const bare = sayBare(value, metric, language)
  return isShare(metric) ? bare : `${bare} ${metric.unit}`
}

/** What the upright axis counts. */
export function sayUnit(metric: Counted): string {
  return isShare(metric) && metric.unit !== '%' ? `${metric.unit}, %` : metric.unit
}

/** The period without a word around it: "6 May 2024", "May 2024", "Q2 2024", "2024". */
export function sayWhen(on: string, every: Every, language: Language): string {
  const [year = '', month = ''] = on.split('-')
  if (every === 'quarter') return `Q${Math.ceil(Number(month) / 3)} ${year}`
  if (every === 'year') return year
  const parts: Intl.DateTimeFormatOptions = every === 'month' ? { month: 'long' } : { day: 'numeric', month: 'short' }
  const text = new Intl.DateTimeFormat(localeOf(language), { ...parts, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${on}T00:00:00Z`),
  )
  // As pictures write it: `Intl` gives the English September four letters.
  return language === 'en' ? text.replace('Sept ', 'Sep ') : text
}

export function saySince(on: string, every: Every, language: Language): string {
  return t('chart.since', { every, when: sayWhen(on, every, language) })
}

export function sayIn(on: string, every: Every, language: Language): string {
  return t('chart.in', { every, when: sayWhen(on, every, language) })
}

export function sayPeriod(on: string, every: Every, language: Language): string {
  return t('chart.period', { every, when: sayWhen(on, every, language) })
}

/** The one sentence above a chart: what is usual, and whether something has changed. */
export function sayChart(chart: Chart, measure: Metric, place: string, language: Language): string {
  const metric = asDrawn(measure, chart.method)
  const { stand, standsBy, points, signals, phases } = chart
  const { name, every } = metric
  const named = { metric: name, place }
  const last = points.findLast(({ centre }) => centre !== null)
  const signal = standsBy === null ? undefined : signals[standsBy]
  const low = last ? readableLow(last, chart.method) : null
  const limits =
    low !== null && last?.high != null
      ? { low: sayBare(low, metric, language), high: sayWhole(last.high, metric, language) }
      : null
  if (signal) {
    const side = signal.side ?? 'none'
    const since = saySince(signal.fromOn, every, language)
    if (!limits) return t('chart.sentence.shifted-bare', { ...named, side, since })
    const point = points[signal.members[0] ?? -1]
    if (signal.count > 1 || point?.figure == null)
      return t('chart.sentence.shifted', { ...named, ...limits, side, since })
    const figure = sayWhole(point.figure, metric, language)
    return t('chart.sentence.once', { ...named, ...limits, side, figure, in: sayIn(point.on, every, language) })
  }
  if (stand === 'empty') return t('chart.sentence.empty', named)
  if (stand === 'provisional')
    return t('chart.sentence.provisional', { ...named, count: phases.at(-1)?.learntFrom ?? points.length })
  if (limits)
    return t(signals.length > 0 ? 'chart.sentence.steady-again' : 'chart.sentence.steady', { ...named, ...limits })
  if (stand === 'steady' && last?.centre != null)
    return t('chart.sentence.run', { ...named, centre: sayWhole(last.centre, metric, language) })
  return t('chart.sentence.no-limits', named)
}

/** What happens next, and who does it. */
export function sayNext(chart: Chart, owner: string | undefined): string {
  const reason = chart.phases.at(-1)?.reason ?? 'too-few-points'
  // The choices of a message have no hyphens in their names.
  return t(`chart.next.${chart.stand}`, { name: owner ?? 'none', reason: reason.replace('-', '_') })
}
