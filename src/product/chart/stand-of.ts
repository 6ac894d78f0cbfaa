import type { ChartStand } from './chart.ts'
import type { DrawnSeries, DrawnSignal } from './draw-series.ts'

/** A signal is news while it reaches one of so many latest figures. */
const latest = 3

export interface Stand {
  stand: ChartStand
  /** Place of the signal that it speaks of; null without one. */
  standsBy: number | null
}

/**
 * Where a chart stands now. What happened long ago is on the chart and no news; a cause that is known and will not come
 * again is no news either.
 */
export function standOf({ points, phases, signals }: Pick<DrawnSeries, 'points' | 'phases' | 'signals'>): Stand {
  const phase = phases.at(-1)
  const figures = points.flatMap(({ figure }, at) => (figure === null ? [] : [at]))
  if (!phase || figures.length === 0) return { stand: 'empty', standsBy: null }
  const since = figures.at(-latest) ?? 0
  const current = [...signals.entries()].filter(
    ([, { members, toOn }]) =>
      (members.at(-1) ?? -1) >= since && toOn >= phase.fromOn && members.some((at) => !points[at]?.isLeftOut),
  )
  for (const stand of ['worse', 'pattern', 'better'] as const) {
    const some = current.filter(([, { side }]) => side === (stand === 'pattern' ? null : stand))
    const longest = some.reduce<(typeof some)[number] | null>((best, one) => (isLonger(one, best) ? one : best), null)
    if (longest) return { stand, standsBy: longest[0] }
  }
  if (phase.isProvisional) return { stand: 'provisional', standsBy: null }
  return { stand: phase.reason === null ? 'steady' : 'no-limits', standsBy: null }
}

function isLonger([, one]: [number, DrawnSignal], best: [number, DrawnSignal] | null): boolean {
  return best === null || one.count > best[1].count
}
