import { periodText } from '#design/charts/period.ts'
import { TwoGroupSeries } from '#design/charts/TwoGroupSeries.tsx'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { SheetPreview } from '../sheet.ts'

interface SheetSeriesProps {
  series: Omit<SheetPreview, 'doubts'>
  /** What is counted, as the picture's title. */
  title: string
  unit?: string | undefined
  level?: 2 | 3
}

/** The raw figures of both groups over time, the start of the change marked. */
export function SheetSeries({ series, title, unit, level = 3 }: SheetSeriesProps) {
  const language = useLanguage()
  const { treated, comparison, lines, filled, places } = series
  const { from, to } = reach(series)
  const periods = series.periods.slice(from, to)
  const since = Math.max(0, series.since - from)
  const start = periods[since]
  const sites = (isTreated: boolean) =>
    lines.filter((line) => line.treated === isTreated).map(({ values }) => values.slice(from, to))
  const silent = series.periods.length - periods.length
  return (
    <TwoGroupSeries
      level={level}
      title={title}
      note={t('sheet.series-note')}
      sentence={t(start === undefined ? 'sheet.series-before' : 'sheet.series-says', {
        title,
        treated: treated.count,
        comparison: comparison.count,
        first: periods[0] ?? '',
        last: periods.at(-1) ?? '',
        start: start ?? '',
      })}
      foot={[
        t('sheet.filled', { filled, places }),
        ...(silent > 0
          ? [t('sheet.not-drawn', { count: silent, period: series.periods[from > 0 ? 0 : to] ?? '' })]
          : []),
      ].join(' ')}
      periods={periods}
      unitText={unit}
      changed={{
        name: t('sheet.with-change'),
        detail: t('sheet.sites', { count: treated.count }),
        means: treated.means.slice(from, to),
        sites: sites(true),
      }}
      compared={
        comparison.count === 0
          ? null
          : {
              name: t('sheet.without-change'),
              detail: t('sheet.sites', { count: comparison.count }),
              means: comparison.means.slice(from, to),
              sites: sites(false),
            }
      }
      change={
        start === undefined
          ? undefined
          : { from: since, text: t('sheet.change-starts', { period: periodText(start, language) }) }
      }
    />
  )
}

/** The periods from the first to the last that has a figure: the picture does not stretch to those that nobody measured. */
function reach({ periods, treated, comparison }: SheetSeriesProps['series']): { from: number; to: number } {
  const isFilled = (at: number) => [treated, comparison].some(({ means }) => (means[at] ?? null) !== null)
  const filled = [...periods.keys()].filter(isFilled)
  return filled.length === 0 ? { from: 0, to: periods.length } : { from: filled[0] ?? 0, to: (filled.at(-1) ?? 0) + 1 }
}
