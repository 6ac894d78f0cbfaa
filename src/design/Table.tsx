import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '#platform/browser/language.ts'
import { Icon } from './Icon.tsx'

export interface Column<Row> {
  id: string
  header: string
  /** Says the header to ears only. */
  headerHidden?: boolean | undefined
  /** Drawn instead of the header's words, such as the two ends of a scale. */
  headerPicture?: ReactNode | undefined
  cell: (row: Row) => ReactNode
  /** Numbers: at the end edge, tabular figures, one line. */
  num?: boolean | undefined
  /** The cell that names its row. */
  names?: boolean | undefined
  /** Where the cell goes when the table folds on a phone: the title, its corner, a whole line, nowhere. Else: the next free half. */
  fold?: 'title' | 'corner' | 'whole' | 'none' | undefined
  /** Says the header in front of the cell when folded. */
  foldHeading?: boolean | undefined
  sortable?: boolean | undefined
}

export interface Sorting {
  by: string
  direction: 'ascending' | 'descending'
}

export interface TableProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Names the table. Hidden unless `captionShown`: usually a heading above says it. */
  caption: string
  captionShown?: boolean | undefined
  /** Turns rows into stacks on a phone. Without it the table scrolls sideways. */
  fold?: boolean | undefined
  middle?: boolean | undefined
  dense?: boolean | undefined
  isQuiet?: ((row: Row) => boolean) | undefined
  sorting?: Sorting | undefined
  onSort?: ((sorting: Sorting) => void) | undefined
}

/** Rows and columns. The caller sorts and pages; the table draws. */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, caption, captionShown, fold, middle, dense, isQuiet } = props
  const table = (
    <table
      className="table"
      data-fold={fold || undefined}
      data-middle={middle || undefined}
      data-dense={dense || undefined}
    >
      <caption className={captionShown ? undefined : 'sr'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.id} column={column} sorting={props.sorting} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-quiet={isQuiet?.(row) || undefined}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (fold) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { num, names, fold, foldHeading, header } = column
  const marks = {
    className: num ? 'num' : undefined,
    'data-fold': fold,
    'data-heading': foldHeading ? header : undefined,
  }
  const inside = column.cell(row)
  if (names) {
    return (
      <th scope="row" {...marks}>
        {inside}
      </th>
    )
  }
  return <td {...marks}>{inside}</td>
}

interface HeadingProps<Row> {
  column: Column<Row>
  sorting: Sorting | undefined
  onSort: ((sorting: Sorting) => void) | undefined
}

function Heading<Row>({ column, sorting, onSort }: HeadingProps<Row>) {
  const direction = sorting?.by === column.id ? sorting.direction : undefined
  return (
    <th scope="col" className={column.num ? 'num' : undefined} aria-sort={direction}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort"
          title={t('design.sort-by', { column: column.header })}
          onClick={() => onSort({ by: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
        >
          {column.header}
          <Icon of={arrowOf(direction)} />
        </button>
      ) : (
        <>
          <span className={column.headerHidden || column.headerPicture ? 'sr' : undefined}>{column.header}</span>
          {column.headerPicture && <span aria-hidden="true">{column.headerPicture}</span>}
        </>
      )}
    </th>
  )
}

function arrowOf(direction: Sorting['direction'] | undefined) {
  if (direction === undefined) return ChevronsUpDown
  return direction === 'ascending' ? ArrowUp : ArrowDown
}
