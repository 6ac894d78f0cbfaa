import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Sheet, SheetRow } from '../sheet.ts'
import { OtherReadings } from './OtherReadings.tsx'

/** Rows that are enough to see that the right table came. */
const shown = 6

interface SheetLookProps {
  sheet: Sheet
  /** Takes the sheet that another reading of the same file makes. Without it, nobody can ask for one. */
  onSheet?: ((sheet: Sheet) => void) | undefined
}

/** What came: how large it is, its first rows, and how else it can be read. */
export function SheetLook({ sheet, onSheet }: SheetLookProps) {
  const { columns, rowCount, sample } = sheet.description
  const language = useLanguage()
  return (
    <>
      <p className="small quiet">
        {t('sheet.came', { name: sheet.name, rows: formatNumber(rowCount, language), columns: columns.length })}
      </p>
      {onSheet && <OtherReadings sheet={sheet} onSheet={onSheet} />}
      <Table
        dense
        caption={t('sheet.first-rows', { name: sheet.name })}
        // A row that was turned into several has its number on all of them.
        rows={sample.slice(0, shown).map((row, at) => ({ ...row, key: `${row.row} ${at}` }))}
        rowKey={({ key }) => key}
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
