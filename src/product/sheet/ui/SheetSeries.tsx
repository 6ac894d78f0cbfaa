import { TwoGroupSeries } from '#design/charts/TwoGroupSeries.tsx'
import { t } from '#platform/browser/language.ts'
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
  const { periods, since, treated, comparison, lines, filled, places } = series
  const start = periods[since]
  const sites = (isTreated: boolean) => lines.filter((line) => line.treated === isTreated).map(({ values }) => values)
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
      foot={t('sheet.filled', { filled, places })}
      periods={periods}
      unitText={unit}
      changed={{
        name: t('sheet.with-change'),
        detail: t('sheet.sites', { count: treated.count }),
        means: treated.means,
        sites: sites(true),
      }}
      compared={
        comparison.count === 0
          ? null
          : {
              name: t('sheet.without-change'),
              detail: t('sheet.sites', { count: comparison.count }),
              means: comparison.means,
              sites: sites(false),
            }
      }
      change={start === undefined ? undefined : { from: since, text: t('sheet.change-starts', { period: start }) }}
    />
  )
}
