import { FunnelPlot } from '#design/charts/FunnelPlot.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'
import { chartApi } from '../chart-api.ts'
import { isShare, sayBare, sayPeriod, sayUnit } from './say-chart.ts'

/** Sites of a share or a rate against limits by their size. Nothing for other metrics, or for fewer than three sites. */
export function FunnelPart({ metric, sites }: { metric: Metric; sites: readonly Site[] }) {
  const hasFunnel = metric.kind === 'proportion' || metric.kind === 'rate'
  const { data: funnel, error } = useEndpoint(chartApi.funnel, { id: metric.id }, { enabled: hasFunnel })
  const language = useLanguage()
  if (!hasFunnel) return null
  if (error) return <ProblemNotice error={error} />
  if (!funnel) return <Skeleton lines={4} />
  const { target, tau, fromOn, toOn } = funnel
  const units = funnel.sites.filter(({ value }) => value !== null)
  if (target === null || funnel.curve.length === 0 || fromOn === null || toOn === null || units.length < 3) return null
  const times = isShare(metric) ? 100 : 1
  const names = new Map(sites.map(({ id, name }) => [id, name]))
  const bare = (value: number) => sayBare(value, metric, language)
  const far = units.filter(({ outside }) => outside === 'far')
  return (
    <FunnelPlot
      title={t('chart.funnel')}
      note={`${t('chart.funnel-note', {
        metric: metric.name,
        from: sayPeriod(fromOn, metric.every, language),
        to: sayPeriod(toOn, metric.every, language),
      })} ${(tau ?? 0) > 0 ? t('chart.funnel-wide') : ''}`}
      sentence={t('chart.funnel-aria', {
        count: units.length,
        far: far.length,
        names: far.map(({ siteId }) => names.get(siteId) ?? '').join(', '),
      })}
      foot={t('chart.funnel-foot')}
      dots={units.map(({ siteId, value, size, outside }) => {
        const name = names.get(siteId) ?? ''
        const outsideText = outside === 'far' ? `${name}, ${bare(value ?? 0)}` : null
        return { key: siteId, name, size, value: (value ?? 0) * times, outsideText }
      })}
      curve={funnel.curve.map(({ size, low, high, farLow, farHigh }) => ({
        size,
        low: low * times,
        high: high * times,
        farLow: farLow * times,
        farHigh: farHigh * times,
      }))}
      target={target * times}
      targetText={t('chart.funnel-all', { value: bare(target) })}
      limitText={t('chart.limit', { value: '' }).trim()}
      unitText={sayUnit(metric)}
      sizeText={t('chart.funnel-size')}
      numbers={{
        columns: [t('chart.column.site'), t('chart.column.figure'), t('chart.column.size'), t('chart.column.where')],
        // By name: a list by figures would be read as a ranking.
        rows: units
          .map(({ siteId, value, size, outside }) => [
            names.get(siteId) ?? '',
            bare(value ?? 0),
            formatNumber(size, language, 6),
            t(`chart.funnel-outside.${outside ?? 'none'}`),
          ])
          .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
      }}
    />
  )
}
