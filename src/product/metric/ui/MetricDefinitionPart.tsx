import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Timeline } from '#design/Timeline.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { personApi } from '#product/person/person-api.ts'
import type { Metric, MetricDefinition } from '../metric.ts'
import { metricApi } from '../metric-api.ts'
import { DefineDialog } from './DefineDialog.tsx'

/** What a metric means, and what it has meant. */
export function MetricDefinitionPart({ metric }: { metric: Metric }) {
  const definitions = useEndpoint(metricApi.definitions, { id: metric.id })
  const people = useEndpoint(personApi.list, {})
  const language = useLanguage()
  const may = useMay()
  const [isWriting, setWriting] = useState(false)
  const [current, ...earlier] = definitions.data ?? []
  const nameOf = (id: MetricDefinition['byId']) => people.data?.find((person) => person.id === id)?.name ?? ''
  const about = ({ fromOn, byId }: MetricDefinition) =>
    t('metric.defined-by', { day: formatDay(fromOn, language), name: nameOf(byId) })
  const mayDefine = may('metric.define', { ownerId: metric.ownerId })
  return (
    <Section
      title={t('metric.definition')}
      end={
        mayDefine && (
          <Button small onPress={() => setWriting(true)}>
            {current ? t('metric.define-anew') : t('metric.define')}
          </Button>
        )
      }
    >
      <ProblemNotice error={definitions.error} />
      {definitions.data && !current && <p className="quiet">{t('metric.no-definition')}</p>}
      {current && (
        <>
          <p>{current.says}</p>
          <p className="small quiet">{about(current)}</p>
        </>
      )}
      {current && earlier.length > 0 && (
        <details className="numbers small">
          <summary>{t('metric.earlier', { count: earlier.length })}</summary>
          <Timeline
            moments={[current, ...earlier].map((definition, at) => ({
              id: String(definition.version),
              state: at === 0 ? 'now' : 'done',
              when: about(definition),
              title: definition.says,
              detail: definition.because,
            }))}
          />
        </details>
      )}
      {isWriting && <DefineDialog metric={metric} before={current ?? null} onClose={() => setWriting(false)} />}
    </Section>
  )
}
