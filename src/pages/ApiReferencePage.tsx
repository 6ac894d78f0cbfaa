import { useQuery } from '@tanstack/react-query'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { type Operation, operationsOf } from './api-operations.ts'

/** The API for reading, made from the same description that programs get. */
export function ApiReferencePage() {
  const description = useQuery({
    queryKey: ['openapi'],
    queryFn: async () => (await fetch('/api/openapi.json')).json() as Promise<unknown>,
  })
  if (!description.data) return <Loading />
  const groups = operationsOf(description.data)
  return (
    <main id="main">
      <Page
        title={t('page.api')}
        lead={t('page.api-about')}
        tabTitle={t('page.api')}
        actions={<a href="/api/openapi.json">{t('page.api-machine')}</a>}
      >
        {groups.map(([noun, operations]) => (
          <Section key={noun} title={noun}>
            {operations.map((operation) => (
              <Described key={operation.id} operation={operation} />
            ))}
          </Section>
        ))}
      </Page>
    </main>
  )
}

function Described({ operation }: { operation: Operation }) {
  const { method, path, summary, scope, takes, gives } = operation
  return (
    <details className="operation">
      <summary>
        <code>
          {method} {path}
        </code>
        <span className="quiet">{summary}</span>
      </summary>
      {scope && (
        <>
          <h3>{t('page.api-scope')}</h3>
          <pre>{scope}</pre>
        </>
      )}
      {takes && (
        <>
          <h3>{t('page.api-takes')}</h3>
          <pre>{takes}</pre>
        </>
      )}
      <h3>{t('page.api-gives')}</h3>
      <pre>{gives}</pre>
    </details>
  )
}
