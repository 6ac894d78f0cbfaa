import type { Say } from '#platform/anywhere/message.ts'
import { type ChartStand, chartStands, isOfGaps, stepOf } from './chart.ts'
import { saySignal } from './signal-words.ts'
import { inOrderOfAttention, spanOf, type UnsaidChart } from './small-chart-of.ts'
import type { Wall } from './wall.ts'

/** Small charts on one page. */
const wallPage = 24

interface Laid {
  stand: ChartStand | undefined
  /** From 1. One after the last shows nothing. */
  page: number
  /** All of one unit, so one scale for every page. */
  hasOneScale: boolean
}

/** One page of the wall, out of all its charts. */
export function layWall(
  named: readonly { name: string; chart: UnsaidChart }[],
  { stand, page, hasOneScale }: Laid,
  say: Say,
): Wall {
  const counts = Object.fromEntries(
    chartStands.map((each) => [each, named.filter(({ chart }) => chart.stand === each).length]),
  ) as Wall['counts']
  const fitting = named.filter(({ chart }) => stand === undefined || chart.stand === stand)
  const charts = fitting.map(({ chart }) => chart)
  const firsts = charts.flatMap(({ ons }) => ons[0] ?? []).sort()
  const lasts = charts.flatMap(({ ons }) => ons.at(-1) ?? []).sort()
  return {
    counts,
    total: fitting.length,
    pages: Math.ceil(fitting.length / wallPage),
    charts: inOrderOfAttention(fitting)
      .slice((page - 1) * wallPage, page * wallPage)
      .map(({ chart }) => ({ ...chart, signal: chart.signal && { ...chart.signal, reason: said(chart) } })),
    span: hasOneScale ? spanOf(charts.filter(({ method }) => !isOfGaps(method))) : null,
    gapSpan: hasOneScale ? spanOf(charts.filter(({ method }) => isOfGaps(method))) : null,
    fromOn: firsts[0] ?? null,
    toOn: lasts.at(-1) ?? null,
  }

  function said({ signal, method, every }: UnsaidChart): string {
    return signal ? saySignal(say, signal, stepOf(method, every)) : ''
  }
}
