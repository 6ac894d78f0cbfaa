import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Drawn, DrawSite } from '../draw.ts'

interface DrawSitesProps {
  sites: readonly DrawSite[]
  /** Null until lots are drawn. */
  drawn: Drawn | null
}

/** The list, site by site, and what each got. */
export function DrawSites({ sites, drawn }: DrawSitesProps) {
  const language = useLanguage()
  const got = new Map(drawn ? gotBy(drawn) : [])
  const has = (field: 'stratum' | 'pair' | 'before') => sites.some((site) => site[field] !== null)
  return (
    <Table
      caption={t('draw.sites')}
      dense
      rows={sites}
      rowKey={({ name }) => name}
      columns={[
        { id: 'site', header: t('draw.site'), names: true, cell: ({ name }: DrawSite) => name },
        ...(drawn
          ? [
              {
                id: 'gets',
                header: t('draw.gets'),
                cell: ({ name }: DrawSite) => <span className="medium">{got.get(name)}</span>,
              },
            ]
          : []),
        ...(has('stratum')
          ? [{ id: 'stratum', header: t('draw.group'), cell: ({ stratum }: DrawSite) => stratum ?? '–' }]
          : []),
        ...(has('pair')
          ? [{ id: 'pair', header: t('draw.pair'), cell: ({ pair }: DrawSite) => pair?.replace(/\D+/, '') ?? '–' }]
          : []),
        ...(has('before')
          ? [
              {
                id: 'before',
                header: t('draw.before'),
                num: true,
                cell: ({ before }: DrawSite) => (before === null ? '–' : formatNumber(before, language, 4)),
              },
            ]
          : []),
      ]}
    />
  )
}

function gotBy(drawn: Drawn): [string, string][] {
  switch (drawn.by) {
    case 'arms':
      return drawn.assigned.map(({ site, treated }) => [site, t(treated ? 'draw.with' : 'draw.without')])
    case 'order':
      return drawn.starts.map(({ site, wave }) => [site, t('draw.in-wave', { wave })])
    case 'windows':
      return drawn.schedule.map(({ site, on }) => [site, on.map((isOn) => t(isOn ? 'draw.on' : 'draw.off')).join(' ')])
  }
}
