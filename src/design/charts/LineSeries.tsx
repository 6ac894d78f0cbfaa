import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps, type Numbers } from './Chart.tsx'
import { Plot } from './Plot.tsx'
import { periodText } from './period.ts'
import { type Change, type Line, linesDrawnText, SeriesDrawing, seriesHeight } from './Series.tsx'
import { decimalsOf, fixedText } from './scale.ts'

export interface LineSeriesProps extends ChartProps {
  periods: readonly string[]
  /** Those that are drawn first stand behind the others. */
  lines: readonly Line[]
  change?: Change | undefined
  unitText?: string | undefined
  /** A line across at no difference. */
  zero?: boolean | undefined
  /** Instead of periods and the lines' values. */
  numbers?: Numbers | undefined
}

/** Lines over time with what is plausible around them: what happened beside what would have been. */
export function LineSeries(props: LineSeriesProps) {
  const { title, note, sentence, foot, tools, level, periods, lines, change, unitText, zero } = props
  const language = useLanguage()
  const named = lines.filter(({ means }) => means.some((value) => value !== null))
  const decimals = decimalsOf(named.flatMap(({ means }) => [...means])) + 1
  const write = (value: number | null | undefined) =>
    value == null ? t('design.missing') : fixedText(value, decimals, language)
  const numbers = props.numbers ?? {
    columns: [t('design.period'), ...named.map(({ name }) => name)],
    rows: periods.map((period, at) => [periodText(period, language), ...named.map(({ means }) => write(means[at]))]),
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
        {(paper) => <SeriesDrawing {...{ paper, periods, lines, change, unitText, zero }} />}
      </Plot>
    </Chart>
  )
}
