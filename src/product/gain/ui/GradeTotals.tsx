import { IntervalMark } from '#design/charts/IntervalMark.tsx'
import { spanOf } from '#design/charts/interval.ts'
import { Grade } from '#design/Grade.tsx'
import { Stack } from '#design/Layout.tsx'
import { IntervalText } from '#design/NumberText.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { t } from '#platform/browser/language.ts'
import type { GradeTotal, MetricTotal } from '../totals.ts'
import { useAmountText } from './use-amount-text.ts'

/** What the gains add up to: a table a metric, a line a grade, each with its interval. There is no sum over them. */
export function GradeTotals({ metrics }: { metrics: readonly MetricTotal[] }) {
  return (
    <Section title={t('gain.how-sure')} lead={t('gain.how-sure-lead')}>
      {metrics.length === 0 ? (
        <p className="small quiet">{t('gain.nothing-yet')}</p>
      ) : (
        <Stack gap="4">
          {metrics.map((total) => (
            <MetricTable key={`${total.metricId} ${total.per} ${total.currency} ${total.unit}`} total={total} />
          ))}
        </Stack>
      )}
    </Section>
  )
}

function MetricTable({ total }: { total: MetricTotal }) {
  const { amount } = useAmountText()
  const { metricName, unit, currency, per, grades } = total
  const span = spanOf(grades.map((grade) => grade.amount))
  const name = t('gain.metric-per', { metric: metricName, per: t(`result.each-${per}`) })
  return (
    <Table
      caption={name}
      captionShown
      fold
      middle
      rows={grades}
      rowKey={({ grade }) => grade}
      columns={[
        { id: 'grade', header: t('gain.grade'), names: true, fold: 'title', cell: ({ grade }) => <Grade of={grade} /> },
        { id: 'lines', header: t('gain.changes'), foldHeading: true, fold: 'corner', cell: ({ lines }) => lines },
        {
          id: 'mark',
          header: t('gain.worse-better'),
          headerHidden: true,
          cell: (row) => <IntervalMark {...row.amount} span={span} width={128} label={amount(row.amount, unit)} />,
        },
        { id: 'amount', header: unit, num: true, cell: (row) => <Sum row={row} currency={currency} /> },
      ]}
    />
  )
}

/** The amount with its interval; under it the money, and how many of the lines that covers where some have none. */
function Sum({ row, currency }: { row: GradeTotal; currency: string }) {
  const { money, write } = useAmountText()
  const { amount, amountMinor, lines, linesInMoney } = row
  return (
    <>
      <IntervalText {...amount} write={write(amount)} />
      {amountMinor && (
        <>
          <br />
          <span className="faint">
            {money(amountMinor, currency)}
            {linesInMoney < lines && ` ${t('gain.money-covers', { covered: linesInMoney, lines })}`}
          </span>
        </>
      )}
    </>
  )
}
