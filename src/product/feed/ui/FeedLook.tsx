import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { SheetDescription, SheetRow } from '#product/sheet/sheet.ts'

/** Rows that are enough to see that the right ones came. */
const most = 6

interface FeedLookProps {
  name: string
  ms: number
  description: SheetDescription
}

/** What came when it was looked: how much, how fast, and the first rows. */
export function FeedLook({ name, ms, description: { columns, rowCount, sample } }: FeedLookProps) {
  const language = useLanguage()
  const rows = sample.slice(0, most).map((row, at) => ({ ...row, key: `${row.row} ${at}` }))
  const caption = t('feed.looked-rows', { shown: rows.length, rows: rowCount })
  const seconds = formatNumber(Math.max(0.1, ms / 1000), language, 2)
  return (
    <>
      <p role="status">{t('feed.looked', { name, rows: rowCount, columns: columns.length, seconds })}</p>
      <Table
        dense
        caption={caption}
        captionShown
        rows={rows}
        rowKey={({ key }) => key}
        columns={columns.map(({ name: column, kind }, at) => ({
          id: column,
          header: column,
          num: kind === 'number',
          cell: ({ cells }: SheetRow) => cells[at] ?? '',
        }))}
      />
    </>
  )
}
