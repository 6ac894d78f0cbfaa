import { Button } from '#design/Button.tsx'
import { Table } from '#design/Table.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { teamApi } from '#product/team/team-api.ts'
import type { Site } from '../site.ts'

/** Sites with what is known of them. */
export function SiteRows({ sites, onChange }: { sites: readonly Site[]; onChange: (site: Site) => void }) {
  const teams = useEndpoint(teamApi.list, {})
  const language = useLanguage()
  const may = useMay()
  const teamOf = (id: Site['teamId']) => teams.data?.find((team) => team.id === id)?.name ?? ''
  return (
    <Table
      fold
      middle
      caption={t('site.all')}
      rows={sites}
      rowKey={({ id }) => id}
      isQuiet={({ closedOn }) => closedOn !== null}
      columns={[
        { id: 'name', header: t('site.name'), names: true, fold: 'title', cell: ({ name }) => name },
        { id: 'kind', header: t('site.kind'), cell: ({ kind }) => t(`site.kind.${kind}`) },
        { id: 'team', header: t('site.team'), cell: ({ teamId }) => teamOf(teamId) },
        {
          id: 'about',
          header: t('site.attributes'),
          fold: 'whole',
          cell: ({ attributes, closedOn }) => (
            <span className="small quiet">
              {[
                ...Object.entries(attributes).map(([name, text]) => `${name}: ${text}`),
                ...(closedOn ? [t('site.closed-since', { day: formatDay(closedOn, language) })] : []),
              ].join(' · ')}
            </span>
          ),
        },
        ...(may('site.manage')
          ? [
              {
                id: 'change',
                header: t('site.change'),
                headerHidden: true,
                fold: 'corner' as const,
                cell: (site: Site) => (
                  <Button small onPress={() => onChange(site)}>
                    {t('site.change')}
                    <span className="sr"> {site.name}</span>
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
