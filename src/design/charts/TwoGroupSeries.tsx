import { t, useLanguage } from '#platform/browser/language.ts'
import { Chart, type ChartProps, type Numbers } from './Chart.tsx'
import { Plot } from './Plot.tsx'
import { type PeriodTick, periodText } from './period.ts'
import { type Change, type Line, linesDrawnText, SeriesDrawing, seriesHeight } from './Series.tsx'
import { decimalsOf, fixedText } from './scale.ts'
import { areYesNo, type Values } from './series.ts'

export interface SeriesGroup {
  name: string
  /** Below the name at the line's end: "6 wards, 4.4 h". */
  detail?: string | undefined
  /** Behind the name on a phone: "4.4 h". */
  value?: string | undefined
  /** The group's mean in each period; null where nothing was measured. */
  means: Values
  /** Each site's own values, drawn thin; left out where they are all 0 or 1. */
  sites?: readonly Values[] | undefined
}

export interface TwoGroupSeriesProps extends ChartProps {
  /** `YYYY-MM-DD`, `YYYY-MM`, or any words, in order. */
  periods: readonly string[]
  /** Heads the first column of the numbers: "Week from". */
  periodHeader?: string | undefined
  ticks?: readonly PeriodTick[] | undefined
  /** The sites that got the change. */
  changed: SeriesGroup
  /** Those it is compared with; null for a single series. */
  compared: SeriesGroup | null
  change?: Change | undefined
  unitText?: string | undefined
  /** Instead of periods and means. */
  numbers?: Numbers | undefined
}

/** Two groups over time, before and during a change. */
export function TwoGroupSeries(props: TwoGroupSeriesProps) {
  const { title, note, sentence, foot, tools, level, periods, ticks, changed, compared, change, unitText } = props
  const language = useLanguage()
  // The comparison first: the change is drawn over it.
  const isThin = !areYesNo([...(changed.sites ?? []), ...(compared?.sites ?? [])])
  const lines = [...(compared ? [lineOf(compared, 'compare', isThin)] : []), lineOf(changed, 'change', isThin)]
  const decimals = decimalsOf([...changed.means, ...(compared?.means ?? [])]) + 1
  const numbers = props.numbers ?? {
    columns: [props.periodHeader ?? t('design.period'), changed.name, ...(compared ? [compared.name] : [])],
    rows: periods.map((period, at) => [
      periodText(period, language),
      written(changed.means[at]),
      ...(compared ? [written(compared.means[at])] : []),
    ]),
  }
  const drawn = linesDrawnText(lines)

  function written(value: number | null | undefined): string {
    return value == null ? t('design.missing') : fixedText(value, decimals, language)
  }

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

function lineOf(group: SeriesGroup, stroke: 'change' | 'compare', isThin: boolean): Line {
  const { name, detail, value, means, sites = [] } = group
  return { key: stroke, name, detail, value, stroke, means, sites: isThin ? sites : [] }
}
