import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps } from './Chart.tsx'
import { Plot } from './Plot.tsx'
import { type PeriodTick, periodText } from './period.ts'
import { type Change, type Line, linesDrawnText, SeriesDrawing, seriesHeight } from './Series.tsx'
import { decimalsOf, fixedText } from './scale.ts'
import { areYesNo, type Values } from './series.ts'

export interface RawSeriesProps extends ChartProps {
  periods: readonly string[]
  periodHeader?: string | undefined
  ticks?: readonly PeriodTick[] | undefined
  sites: readonly { name: string; values: Values }[]
  /** The words at the end of the mean's line. */
  meanText?: string | undefined
  change?: Change | undefined
  unitText?: string | undefined
}

/** A sheet as it came, before anybody is compared: every site thin, the mean of those that are there in ink. */
export function RawSeries(props: RawSeriesProps) {
  const { title, note, sentence, foot, tools, level, periods, ticks, sites, meanText, change, unitText } = props
  const language = useLanguage()
  const means = meansOf(
    sites.map((site) => site.values),
    periods.length,
  )
  const lines: Line[] = [
    {
      key: 'all',
      name: meanText ?? t('design.mean'),
      stroke: 'ink',
      means,
      sites: sites.length > 1 && !areYesNo(sites.map(({ values }) => values)) ? sites.map(({ values }) => values) : [],
    },
  ]
  const decimals = decimalsOf(means) + 1
  const numbers = {
    columns: [props.periodHeader ?? t('design.period'), meanText ?? t('design.mean')],
    rows: periods.map((period, at) => {
      const mean = means[at]
      return [periodText(period, language), mean == null ? t('design.missing') : fixedText(mean, decimals, language)]
    }),
  }
  const drawn = linesDrawnText(lines)
  return (
    <Chart
      title={title}
      note={note}
      foot={drawn ? [foot, foot && ' ', drawn] : foot}
      tools={tools}
      level={level}
      numbers={numbers}
    >
      <Plot sentence={sentence} height={seriesHeight}>
        {(paper) => <SeriesDrawing {...{ paper, periods, ticks, lines, change, unitText }} />}
      </Plot>
    </Chart>
  )
}

/** The mean of the values that are there, for each period. */
function meansOf(sites: readonly Values[], count: number): (number | null)[] {
  return Array.from({ length: count }, (_, at) => {
    const there = sites.flatMap((values) => values[at] ?? [])
    return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length
  })
}
