import { ControlChart, type ControlLine } from '#design/charts/ControlChart.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { firstDayOf } from '#product/measurement/period.ts'
import type { Metric } from '#product/metric/metric.ts'
import { type Chart, isOfGaps } from '../chart.ts'
import { marksOf } from '../marks-of.ts'
import { asDrawn, isShare, readableLow, sayBare, sayPeriod, sayUnit, sayWhen } from './say-chart.ts'

/** Something of a later noun that began at a site: a trial, a roll-out. Drawn in like a recorded change. */
export interface Begun {
  key: string
  on: string
  /** Its last day; null while it goes on. */
  toOn: string | null
  /** What it is, in one word, and its name. */
  kind: string
  text: string
  href: string
}

interface ChartPictureProps {
  chart: Chart
  metric: Metric
  place: string
  /** The page's own sentence, for those who do not see the picture. */
  said: string
  begun?: readonly Begun[] | undefined
}

/** The picture of a chart with the numbers behind it, and a line on how it was drawn. */
export function ChartPicture({ chart, metric: measure, place, said, begun = [] }: ChartPictureProps) {
  const language = useLanguage()
  const { points, phases, signals, method, entries, definitions } = chart
  const metric = asDrawn(measure, method)
  const { every } = metric
  const times = isShare(metric) ? 100 : 1
  const scaled = (value: number | null) => (value === null ? null : value * times)
  const ons = points.map(({ on }) => on)
  const placeOf = (on: string) => {
    const at = ons.findIndex((one) => one >= firstDayOf(on, every))
    return at === -1 ? null : at
  }
  const marks = marksOf(chart)
  const bare = (value: number) => sayBare(value / times, metric, language)
  const last = phases.at(-1)
  const [learntFrom, learntTo] = [last?.learntFromOn, last?.learntToOn].map((on) => (on ? ons.indexOf(on) : -1))
  const isRun = method === 'run'
  const reasons = new Map<number, string[]>()
  for (const { members, reason, rule } of signals)
    if (rule !== 'few-crossings') for (const at of members) reasons.set(at, [...(reasons.get(at) ?? []), reason])
  const [first, end] = [points[0], points.at(-1)]
  if (!first || !end) return null
  const lines = linesOf(end.on)

  return (
    <ControlChart
      title={t('chart.picture-title', { place })}
      note={noteOf(chart, measure)}
      sentence={t('chart.aria', {
        metric: metric.name,
        place,
        said,
        points: points.filter(({ figure }) => figure !== null).length,
        from: sayPeriod(first.on, every, language),
        to: sayPeriod(end.on, every, language),
        marks: marks.length,
      })}
      foot={<Foot chart={chart} metric={measure} />}
      periods={ons}
      figures={points.map(({ figure }) => scaled(figure))}
      centre={points.map(({ centre }) => scaled(centre))}
      // Nothing is below 0 here: a limit there is none.
      low={points.map((point) => scaled(readableLow(point, method) || null))}
      high={points.map(({ high }) => scaled(high))}
      breaks={phases.flatMap(({ fromOn }) => placeOf(fromOn) ?? [])}
      hollow={points.flatMap(({ isLeftOut, isOpen }, at) => (isLeftOut || isOpen ? [at] : []))}
      marks={marks.filter(({ at }) => at.length > 0)}
      lines={lines}
      learnt={
        !isRun && last && learntFrom !== undefined && learntTo !== undefined && learntFrom >= 0 && learntTo > learntFrom
          ? {
              from: learntFrom,
              to: learntTo,
              text: t(last.baselineId ? 'chart.limits-frozen' : 'chart.limits-learnt', { count: last.learntFrom }),
            }
          : undefined
      }
      unitText={sayUnit(metric)}
      say={{
        usual: (value) => t('chart.usual', { value: bare(value) }),
        limit: (value) => t('chart.limit', { value: bare(value) }),
        latest: (value) => t(end.isOpen ? 'chart.so-far' : 'chart.latest', { value: bare(value) }),
      }}
      numbers={{
        columns: (
          [
            'chart.column.period',
            'chart.column.figure',
            'chart.column.parts',
            'chart.column.centre',
            'chart.column.low',
            'chart.column.high',
            'chart.column.begins',
            'chart.column.signal',
          ] as const
        ).map((id) => t(id)),
        rows: points.map((point, at) => [
          sayPeriod(point.on, every, language),
          ...[point.figure].map(written),
          point.value !== null && point.denominator !== null
            ? `${formatNumber(point.value, language, 6)} / ${formatNumber(point.denominator, language, 6)}`
            : '',
          ...[point.centre, readableLow(point, method), point.high].map(written),
          lines.flatMap((line) => (line.at === at ? line.text : [])).join('; '),
          (reasons.get(at) ?? []).join('; '),
        ]),
      }}
    />
  )

  function written(value: number | null): string {
    return value === null ? t('chart.none') : sayBare(value, metric, language)
  }

  function linesOf(lastOn: string): ControlLine[] {
    const changes = entries
      .filter(({ kind }) => kind === 'change')
      .map(({ id, on, says }) => ({ key: id as string, on, toOn: undefined, text: says, isStrong: true }))
    const meanings = definitions.map(({ version, fromOn }) => ({
      key: `definition ${version}`,
      on: fromOn,
      toOn: undefined,
      text: t('chart.defined-anew'),
      isStrong: false,
    }))
    const others = begun.map(({ key, on, toOn, kind, text }) => ({
      ...{ key, on, toOn: toOn ?? lastOn, isStrong: true },
      text: t('chart.begun', { kind, text }),
    }))
    return [...changes, ...meanings, ...others].flatMap(({ key, on, toOn, text, isStrong }) => {
      const at = placeOf(on)
      if (at === null) return []
      const to = toOn === undefined ? undefined : (placeOf(toOn) ?? points.length - 1)
      return [{ key, at, to, text, isStrong }]
    })
  }
}

/** What a dot is, and the lines. */
function noteOf({ method, points }: Chart, { every, better }: Metric): string {
  if (method === 'run') return t('chart.picture-note-run', { every })
  if (!isOfGaps(method)) return t('chart.picture-note', { every })
  const isOpen = points.at(-1)?.isOpen === true
  return [t('chart.picture-note-gaps', { better }), isOpen && t('chart.picture-note-open')].filter(Boolean).join(' ')
}

/** How it was drawn, from what, and what is missing: in the smallest letters, but never left out. */
function Foot({ chart, metric }: { chart: Chart; metric: Metric }) {
  const language = useLanguage()
  const { method, methodBecause, rules, phases, missing, late, earlier, areRare } = chart
  const last = phases.at(-1)
  const period = (on: string) => sayPeriod(on, metric.every, language)
  const when = (on: string) => sayWhen(on, metric.every, language)
  const some = (ons: readonly string[]) => `${ons.slice(-3).map(period).join(', ')}${ons.length > 3 ? ' …' : ''}`
  const span =
    last?.learntFromOn && last.learntToOn
      ? t('chart.from-to', { from: when(last.learntFromOn), to: when(last.learntToOn) })
      : ''
  return [
    t('chart.foot', {
      method: t(`chart.method.${method}`),
      rules: t(`chart.rules.${rules}`),
      count: last?.learntFrom ?? 0,
      span,
    }),
    last?.isProvisional && t('chart.foot-provisional'),
    methodBecause === 'negative' && t('chart.foot-negative'),
    methodBecause === 'rare' && t('chart.foot-rare-gaps'),
    methodBecause === 'no-gaps' && t('chart.foot-no-gaps'),
    isOfGaps(method) && metric.kind === 'rate' && t('chart.foot-gaps-exposure', { unit: metric.unit }),
    (last?.dispersion ?? 1) > 1 &&
      method.endsWith('prime') &&
      t('chart.foot-scatter', { times: formatNumber(last?.dispersion ?? 1, language, 2) }),
    missing.length > 0 && t('chart.foot-missing', { count: missing.length, which: some(missing) }),
    late.length > 0 && t('chart.foot-late', { which: some(late) }),
    earlier > 0 && t('chart.foot-earlier', { count: earlier }),
    areRare && t('chart.foot-rare'),
    t('chart.foot-alone'),
  ]
    .filter(Boolean)
    .join(' ')
}
