import { type ReactNode, useState } from 'react'
import { t } from '#platform/browser/language.ts'
import { Table } from '../Table.tsx'

/** The numbers behind a picture, already in words. The first column names the rows. */
export interface Numbers {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

/** What every picture takes. */
export interface ChartProps {
  title: ReactNode
  /** What is drawn, in what unit, and what the marks mean. */
  note?: ReactNode | undefined
  /** The picture in one full sentence, for those who do not see it. */
  sentence: string
  /** Where the numbers come from, and how they were computed. */
  foot?: ReactNode | undefined
  /** Beside "Show the numbers": export buttons. */
  tools?: ReactNode | undefined
  /** Level of the title among the page's headings. 2 unless it stands inside a section. */
  level?: 2 | 3 | undefined
}

export interface FrameProps extends Omit<ChartProps, 'sentence'> {
  numbers: Numbers
  children: ReactNode
}

/** The frame of a picture: its title in words, the drawing, where it comes from, the numbers behind it. */
export function Chart({ title, note, foot, tools, level = 2, numbers, children }: FrameProps) {
  const Heading = `h${level}` as const
  const name = typeof title === 'string' ? title : t('design.show-numbers')
  return (
    <figure className="chart">
      <figcaption>
        <Heading>{title}</Heading>
        {note && <p>{note}</p>}
      </figcaption>
      {children}
      {foot && <p className="chart-foot">{foot}</p>}
      <div className="chart-tools">
        <ShowNumbers name={name} numbers={numbers} />
        {tools}
      </div>
    </figure>
  )
}

/** A table behind the picture. Its rows are drawn when somebody asks for them: there may be hundreds. */
function ShowNumbers({ name, numbers }: { name: string; numbers: Numbers }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('design.show-numbers')}</summary>
      {open && (
        <Table
          caption={name}
          dense
          columns={numbers.columns.map((header, at) => ({
            id: String(at),
            header,
            num: at > 0,
            names: at === 0,
            cell: (row: { cells: readonly string[] }) => row.cells[at],
          }))}
          rows={numbers.rows.map((cells, at) => ({ cells, at }))}
          rowKey={(row) => String(row.at)}
        />
      )}
    </details>
  )
}
