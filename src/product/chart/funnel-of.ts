import { funnelChart } from '#lib/stats/chart/funnel-chart.ts'
import { normalQuantile } from '#lib/stats/distribution/normal.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { SiteId } from '#product/site/site.ts'
import type { Funnel } from './funnel.ts'

const [near, far] = [normalQuantile(0.975), normalQuantile(0.999)]
const curvePoints = 60

export interface FunnelSite {
  siteId: SiteId
  count: number
  size: number
}

/** Sites differ for good reasons beyond chance, so the limits are widened by how much they do (Spiegelhalter, 2005). */
export function funnelOf(
  { kind }: Pick<Metric, 'kind'>,
  sites: readonly FunnelSite[],
  { fromOn, toOn }: Pick<Funnel, 'fromOn' | 'toOn'>,
): Funnel {
  const sort = kind === 'proportion' ? 'proportion' : 'rate'
  const { target, phi, tau, reason, units } = funnelChart(sites, { kind: sort })
  const shown = sites.map(({ siteId, count }, at) => {
    const { score: _, ...unit } = units[at] ?? bare
    return { siteId, count, ...unit }
  })
  const curve = target === null || reason !== null ? [] : curveOf(sort, target, tau ?? 0, sites)
  return { fromOn, toOn, target, phi, tau, reason, sites: shown, curve }
}

const bare = { value: null, size: 0, score: null, low: null, high: null, farLow: null, farHigh: null, outside: null }

/** The limits of the library, at sizes that no site happens to have: chance shrinks with size, what differs beyond it does not. */
function curveOf(
  kind: 'proportion' | 'rate',
  target: number,
  tau: number,
  sites: readonly FunnelSite[],
): Funnel['curve'] {
  const sizes = sites.map(({ size }) => size).filter((size) => size > 0)
  const [least, most] = [Math.min(...sizes) * 0.8, Math.max(...sizes) * 1.05]
  const unit = kind === 'proportion' ? target * (1 - target) : target
  const ceiling = kind === 'proportion' ? 1 : Number.POSITIVE_INFINITY
  return Array.from({ length: curvePoints + 1 }, (_, at) => {
    const size = least + ((most - least) * at) / curvePoints
    const deviation = Math.sqrt(unit / size + tau * tau)
    const lower = (reach: number) => Math.max(0, target - reach * deviation)
    const upper = (reach: number) => Math.min(ceiling, target + reach * deviation)
    return { size, low: lower(near), high: upper(near), farLow: lower(far), farHigh: upper(far) }
  })
}
