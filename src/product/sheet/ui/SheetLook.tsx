import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Sheet, SheetRow } from '../sheet.ts'

/** Rows that are enough to see that the right table came. */
const shown = 6

/** What came: how large it is and its first rows, as they stand in it. */
export function SheetLook({ sheet }: { sheet: Sheet }) {
  const { columns, rowCount, sample } = sheet.description
  const language = useLanguage()
  return (
    <>
      <p className="small quiet">
        {t('sheet.came', { name: sheet.name, rows: formatNumber(rowCount, language), columns: columns.length })}
      </p>
      <Table
        dense
        caption={t('sheet.first-rows', { name: sheet.name })}
        rows={sample.slice(0, shown)}
        rowKey={({ row }) => String(row)}
        columns={[
          { id: 'row', header: t('sheet.row'), names: true, cell: ({ row }: SheetRow) => String(row) },
          ...columns.map(({ name, kind }, at) => ({
            id: name,
            header: name,
            num: kind === 'number',
            cell: ({ cells }: SheetRow) => cells[at] ?? '',
          })),
        ]}
      />
    </>
  )
}
