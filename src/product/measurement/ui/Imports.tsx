import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatInstant } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { personApi } from '#product/person/person-api.ts'
import type { Import } from '../measurement.ts'
import { measurementApi } from '../measurement-api.ts'
import { sayDoubt } from './say-doubt.ts'

/** Who brought figures, when and how, and what became of the rows. */
export function Imports({ metricId }: { metricId: MetricId }) {
  const imports = useEndpoint(measurementApi.imports, { id: metricId })
  const people = useEndpoint(personApi.list, {})
  const language = useLanguage()
  const nameOf = new Map(people.data?.map(({ id, name }) => [id, name]))
  if (!imports.data?.length && !imports.error) return null
  return (
    <Section title={t('measurement.imports')}>
      <ProblemNotice error={imports.error} />
      <Table
        fold
        caption={t('measurement.imports')}
        rows={imports.data ?? []}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'at',
            header: t('measurement.at'),
            names: true,
            fold: 'title',
            cell: ({ at }) => formatInstant(at, language),
          },
          {
            id: 'by',
            header: t('measurement.by'),
            cell: ({ byId, source }) =>
              t('measurement.by-source', { name: nameOf.get(byId) ?? '', source: t(`measurement.source.${source}`) }),
          },
          { id: 'rows', header: t('measurement.rows'), fold: 'whole', cell: (one) => <Outcome of={one} /> },
        ]}
      />
    </Section>
  )
}

function Outcome({ of }: { of: Import }) {
  return (
    <>
      {t('measurement.counts', {
        added: of.added,
        unchanged: of.unchanged,
        corrected: of.corrected,
        refused: of.refused,
      })}
      {of.doubts.length > 0 && (
        <details className="numbers small">
          <summary>{t('measurement.doubts', { count: of.doubts.length })}</summary>
          <ul>
            {of.doubts.map((doubt) => (
              <li key={doubt.code}>{sayDoubt(doubt)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
