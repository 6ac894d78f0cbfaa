import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatInstant } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import { personApi } from '#product/person/person-api.ts'
import { siteApi } from '#product/site/site-api.ts'
import { measurementApi } from '../measurement-api.ts'
import { sayFigure } from './say-figure.ts'
import { sayPeriod } from './say-period.ts'

/** Figures that were something else before, or are gone: nothing changes unseen. */
export function Corrections({ metric }: { metric: Metric }) {
  const corrections = useEndpoint(measurementApi.corrections, { id: metric.id })
  const people = useEndpoint(personApi.list, {})
  const sites = useEndpoint(siteApi.list, {})
  const language = useLanguage()
  const nameOf = new Map<string, string>(
    [...(people.data ?? []), ...(sites.data ?? [])].map(({ id, name }) => [id, name]),
  )
  if (!corrections.data?.length) return null
  return (
    <Section title={t('measurement.corrections')} lead={t('measurement.corrections-lead')}>
      <Table
        fold
        caption={t('measurement.corrections')}
        rows={corrections.data}
        rowKey={({ importId, siteId, on }) => `${importId} ${siteId} ${on}`}
        columns={[
          {
            id: 'site',
            header: t('measurement.site'),
            names: true,
            fold: 'title',
            cell: ({ siteId }) => nameOf.get(siteId) ?? '',
          },
          {
            id: 'period',
            header: t('measurement.period'),
            cell: ({ on }) => sayPeriod(on, metric.every, language),
          },
          {
            id: 'before',
            header: t('measurement.was'),
            num: true,
            foldHeading: true,
            cell: ({ beforeValue: value, beforeDenominator: denominator }) =>
              sayFigure({ value, denominator }, language),
          },
          {
            id: 'after',
            header: t('measurement.became'),
            num: true,
            foldHeading: true,
            cell: ({ afterValue: value, afterDenominator: denominator }) =>
              value === null ? t('measurement.taken-away') : sayFigure({ value, denominator }, language),
          },
          {
            id: 'by',
            header: t('measurement.by'),
            fold: 'whole',
            cell: ({ byId, at }) =>
              t('measurement.by-at', { name: nameOf.get(byId) ?? '', at: formatInstant(at, language) }),
          },
        ]}
      />
    </Section>
  )
}
