import { useState } from 'react'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Badge } from '../Badge.tsx'
import { IntervalEnds, IntervalMark } from '../charts/IntervalMark.tsx'
import { spanOf } from '../charts/interval.ts'
import { Grade, type GradeLetter } from '../Grade.tsx'
import { Pair } from '../Layout.tsx'
import { IntervalText } from '../NumberText.tsx'
import { Page } from '../Page.tsx'
import { Section } from '../Section.tsx'
import { type Sorting, Table } from '../Table.tsx'
import { Tabs } from '../Tabs.tsx'
import { Tally } from '../Tally.tsx'
import { useSampleWords } from './use-sample-words.ts'

interface Line {
  id: string
  estimate: number
  low: number
  high: number
  grade: GradeLetter
  standing: 'good' | 'warn' | undefined
}

const lines: readonly Line[] = [
  { id: '0', estimate: 4, low: 1, high: 7, grade: 'A', standing: 'good' },
  { id: '1', estimate: 0.4, low: -1.6, high: 2.4, grade: 'A', standing: undefined },
  { id: '2', estimate: 2, low: 0, high: 4, grade: 'B', standing: 'good' },
  { id: '3', estimate: -3, low: -6, high: 0, grade: 'C', standing: 'warn' },
  { id: '4', estimate: -2.1, low: -4.3, high: -0.1, grade: 'B', standing: undefined },
]
const totals = [
  { grade: 'A', count: 3, estimate: 13, low: 8, high: 18 },
  { grade: 'B', count: 2, estimate: 7, low: 3, high: 10 },
] as const

const worth = 2

export function GainsPage() {
  const say = useSampleWords()
  return (
    <Page
      tabTitle={say.gains}
      title={say.gains}
      tabs={
        <Tabs
          label={say.goals}
          tabs={say.tabs.map((label, at) => ({ label, href: `#goal-${at}`, current: at === 0 }))}
        />
      }
      sentence={say.gainsSentence}
      lead={say.gainsLead}
    >
      <Pair>
        <Totals />
        <Section title={say.tried} lead={say.triedLead}>
          <Tally lines={say.tally.map((words, at) => ({ id: String(at), count: [5, 1, 6][at], words }))} />
        </Section>
      </Pair>
      <Ledger />
    </Page>
  )
}

function Totals() {
  const say = useSampleWords()
  const span = spanOf(totals)
  return (
    <Section title={say.sure} lead={say.sureLead}>
      <Table
        caption={say.sure}
        fold
        middle
        rows={totals}
        rowKey={(row) => row.grade}
        columns={[
          { id: 'grade', header: say.grade, names: true, fold: 'title', cell: (row) => <Grade of={row.grade} /> },
          { id: 'count', header: say.changes, foldHeading: true, fold: 'corner', cell: (row) => row.count },
          { id: 'mark', header: say.shorter, cell: (row) => <Mark {...row} span={span} width={160} /> },
          { id: 'size', header: say.size, headerHidden: true, num: true, cell: (row) => <Percent {...row} /> },
        ]}
      />
    </Section>
  )
}

function Ledger() {
  const say = useSampleWords()
  const [sorting, setSorting] = useState<Sorting>()
  const span = spanOf(lines, worth)
  const sign = sorting?.direction === 'descending' ? -1 : 1
  const rows = sorting ? lines.toSorted((a, b) => sign * (a.estimate - b.estimate)) : lines
  return (
    <Section title={say.ledger} end={say.ledgerEnd}>
      <Table
        caption={say.ledger}
        fold
        middle
        rows={rows}
        rowKey={(row) => row.id}
        isQuiet={(row) => row.standing === undefined}
        sorting={sorting}
        onSort={setSorting}
        columns={[
          { id: 'change', header: say.change, names: true, fold: 'title', cell: (row) => <Named row={row} /> },
          {
            id: 'mark',
            header: `${say.worse}, ${say.better}`,
            headerPicture: <IntervalEnds worse={say.worse} better={say.better} />,
            cell: (row) => <Mark {...row} span={span} worth={worth} />,
          },
          { id: 'amount', header: say.shorter, num: true, sortable: true, cell: (row) => <Percent {...row} /> },
          { id: 'grade', header: say.grade, fold: 'corner', cell: (row) => <Grade of={row.grade} /> },
          {
            id: 'still',
            header: say.still,
            fold: 'whole',
            cell: (row) => <Badge tone={row.standing}>{wordOf(row, say)}</Badge>,
          },
        ]}
      />
    </Section>
  )
}

function Named({ row }: { row: Line }) {
  const say = useSampleWords()
  const [name, since] = say.lines[Number(row.id)] ?? []
  return (
    <>
      <a className="title" href="#line">
        {name}
      </a>
      <br />
      <span className="faint">{since}</span>
    </>
  )
}

type Amount = Pick<Line, 'estimate' | 'low' | 'high'>

function Mark({
  estimate,
  low,
  high,
  ...rest
}: Amount & { span: readonly [number, number]; worth?: number; width?: number }) {
  const language = useLanguage()
  const [best, from, to] = [estimate, low, high].map((value) => formatNumber(value, language))
  return (
    <IntervalMark
      {...{ estimate, low, high, ...rest }}
      label={`${best} % (${t('design.range', { low: from ?? '', high: to ?? '' })})`}
    />
  )
}

function Percent({ estimate, low, high }: Amount) {
  return <IntervalText estimate={estimate} low={low} high={high} unit="%" />
}

function wordOf(row: Line, say: ReturnType<typeof useSampleWords>): string {
  if (row.standing === 'good') return say.holding
  return row.standing === 'warn' ? say.slipped : say.notKept
}
