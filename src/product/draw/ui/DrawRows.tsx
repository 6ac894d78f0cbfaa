import { Table } from '#design/Table.tsx'
import { formatInstant } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import type { DrawRow } from '../draw-api.ts'

/** Draws, newest first: what for, how, who, and whether it was drawn. */
export function DrawRows({ draws }: { draws: readonly DrawRow[] }) {
  const language = useLanguage()
  return (
    <Table
      caption={t('draw.all')}
      fold
      rows={draws}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'about',
          header: t('draw.about'),
          names: true,
          fold: 'title',
          cell: ({ id, about, againReason }) => (
            <>
              <Link to={`/draws/${id}`}>{about}</Link>
              {againReason !== null && (
                <>
                  <br />
                  <span className="small quiet">{t('draw.again-says', { reason: againReason })}</span>
                </>
              )}
            </>
          ),
        },
        { id: 'how', header: t('draw.how'), cell: ({ by }) => t(`draw.by.${by}`) },
        { id: 'sites', header: t('draw.sites'), num: true, fold: 'none', cell: ({ sites }) => sites },
        {
          id: 'announced',
          header: t('draw.announced'),
          fold: 'whole',
          cell: ({ byName, announcedAt }) =>
            t('draw.by-on', { name: byName, at: formatInstant(announcedAt, language) }),
        },
        {
          id: 'drawn',
          header: t('draw.drawn'),
          fold: 'whole',
          cell: ({ drawnAt }) => (drawnAt === null ? t('draw.not-yet') : formatInstant(drawnAt, language)),
        },
      ]}
    />
  )
}
