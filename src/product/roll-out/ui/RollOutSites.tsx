import { useState } from 'react'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { Table } from '#design/Table.tsx'
import { formatDay, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMay } from '#platform/browser/signed.ts'
import type { RollOutShown, RollOutSiteShown } from '../roll-out-api.ts'
import { SiteDialog } from './SiteDialog.tsx'

const tones = { planned: 'pending', trained: 'warn', live: 'good', 'given-up': undefined } as const

/** Every site: where it stands, who sees to it, by when. */
export function RollOutSites({ rollOut, mayRun }: { rollOut: RollOutShown; mayRun: boolean }) {
  const language = useLanguage()
  const may = useMay()
  const [changing, setChanging] = useState<RollOutSiteShown | null>(null)
  const mayReport = may('roll-out.report')
  return (
    <>
      <Table
        caption={t('roll-out.title')}
        fold
        middle
        rows={rollOut.sites}
        rowKey={({ id }) => id}
        isQuiet={({ standing }) => standing.state === 'given-up'}
        columns={[
          { id: 'site', header: t('roll-out.site'), names: true, fold: 'title', cell: ({ name }) => name },
          {
            id: 'state',
            header: t('roll-out.state'),
            fold: 'corner',
            cell: ({ standing: { state } }) => <Badge tone={tones[state]}>{t(`roll-out.state.${state}`)}</Badge>,
          },
          {
            id: 'share',
            header: t('roll-out.share'),
            num: true,
            foldHeading: true,
            cell: ({ standing: { share } }) => (share === null ? '–' : formatShare(share, language)),
          },
          {
            id: 'owner',
            header: t('roll-out.owner'),
            cell: ({ ownerName }) => ownerName ?? <span className="quiet">{t('roll-out.nobody')}</span>,
          },
          {
            id: 'due',
            header: t('roll-out.due'),
            num: true,
            foldHeading: true,
            cell: ({ dueOn }) => (dueOn === null ? '–' : formatDay(dueOn, language)),
          },
          {
            id: 'change',
            header: t('roll-out.change'),
            headerHidden: true,
            fold: 'whole',
            cell: (site) =>
              mayReport && (
                <Button small onPress={() => setChanging(site)}>
                  {t('roll-out.change')}
                  <span className="sr">: {site.name}</span>
                </Button>
              ),
          },
        ]}
      />
      {changing && <SiteDialog site={changing} mayRun={mayRun} onClose={() => setChanging(null)} />}
    </>
  )
}
