import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button, ButtonLink } from '#design/Button.tsx'
import { IntervalEnds, IntervalMark } from '#design/charts/IntervalMark.tsx'
import { spanOf } from '#design/charts/interval.ts'
import type { Span } from '#design/charts/scale.ts'
import { Grade } from '#design/Grade.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { IntervalText } from '#design/NumberText.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { addressOf } from '#platform/browser/call.ts'
import { t } from '#platform/browser/language.ts'
import { useHere } from '#platform/browser/signed.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { gainApi, type LedgerLine } from '../gain-api.ts'
import { CheckText } from './CheckText.tsx'
import { LineActs } from './LineActs.tsx'
import { LineName } from './LineName.tsx'
import { LineState } from './LineState.tsx'
import { useAmountText } from './use-amount-text.ts'
import { type NextCheck, useNextChecks } from './use-next-checks.ts'

/** The ledger, newest line first: gains and reversals, and the trials that booked nothing, in one list. */
export function Ledger({ filter }: { filter: { goal?: string; metric?: string } }) {
  const { slug } = useHere()
  const [before, setBefore] = useState<string>()
  const { data, error } = useEndpoint(gainApi.list, { ...filter, before }, { keepsLast: true })
  const download = (
    <ButtonLink small variant="plain" icon={Download} href={addressOf(gainApi.export, { ...filter }, slug)} download>
      {t('gain.export')}
    </ButtonLink>
  )
  return (
    <Section title={t('gain.ledger')} lead={t('gain.ledger-lead')} end={download}>
      <ProblemNotice error={error} />
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <Stack gap="2">
          <Lines lines={data.lines} />
          <Row gap="2">
            {before !== undefined && (
              <Button small onPress={() => setBefore(undefined)}>
                {t('gain.newest')}
              </Button>
            )}
            {data.next !== null && (
              <Button small onPress={() => setBefore(data.next?.toString())}>
                {t('gain.older')}
              </Button>
            )}
          </Row>
          <p className="xs faint">{t('gain.marks')}</p>
        </Stack>
      )}
    </Section>
  )
}

function Lines({ lines }: { lines: readonly LedgerLine[] }) {
  const spans = spansOf(lines)
  const checks = new Map(useNextChecks().map((check) => [check.gainId, check]))
  return (
    <Table
      caption={t('gain.ledger')}
      fold
      middle
      rows={lines}
      rowKey={({ id }) => id}
      isQuiet={({ outcome, reversedById }) => outcome !== 'gain' || reversedById !== null}
      columns={[
        {
          id: 'change',
          header: t('gain.change'),
          names: true,
          fold: 'title',
          cell: (line) => <LineName line={line} />,
        },
        {
          id: 'showed',
          header: t('gain.showed'),
          headerPicture: <IntervalEnds worse={t('gain.worse')} better={t('gain.better')} width={markWidth} />,
          cell: (line) => <Showed line={line} span={spans.get(line.metricId)} />,
        },
        {
          id: 'booked',
          header: t('gain.booked'),
          num: true,
          fold: 'whole',
          cell: (line) => <Booked line={line} />,
        },
        {
          id: 'grade',
          header: t('gain.grade'),
          fold: 'corner',
          cell: ({ countsAs, grade }) => (
            <Grade of={countsAs} label={countsAs === grade ? undefined : t('gain.until-confirmed', { grade })} />
          ),
        },
        {
          id: 'state',
          header: t('gain.stands'),
          fold: 'whole',
          cell: (line) => <Stands line={line} check={checks.get(line.id)} />,
        },
        { id: 'acts', header: t('gain.acts'), headerHidden: true, cell: (line) => <LineActs line={line} /> },
      ]}
    />
  )
}

const markWidth = 136

/** Marks of one metric share a scale, so that they can be compared; those of two metrics cannot. */
function spansOf(lines: readonly LedgerLine[]): Map<string, Span> {
  const groups = Map.groupBy(lines, ({ metricId }) => metricId)
  return new Map(
    [...groups].map(([metricId, group]) => [
      metricId,
      spanOf(
        group.flatMap(({ effect }) => effect ?? []),
        Math.max(0, ...group.map(({ worthHaving }) => worthHaving ?? 0)),
      ),
    ]),
  )
}

/** What the trial showed per site and period, whatever was booked. */
function Showed({ line, span }: { line: LedgerLine; span: Span | undefined }) {
  const { amount } = useAmountText()
  const { effect, worthHaving, unit } = line
  if (!effect || !span) return <span className="faint">{t('gain.no-answer')}</span>
  return <IntervalMark {...effect} span={span} worth={worthHaving} width={markWidth} label={amount(effect, unit)} />
}

function Stands({ line, check }: { line: LedgerLine; check: NextCheck | undefined }) {
  return (
    <>
      <LineState line={line} />
      {check && (
        <>
          <br />
          <CheckText check={check} />
        </>
      )}
    </>
  )
}

function Booked({ line }: { line: LedgerLine }) {
  const { money, write } = useAmountText()
  const { amount, amountMinor, unit, currency, per } = line
  if (!amount) return <span className="faint">{t('gain.no-amount')}</span>
  return (
    <>
      <IntervalText {...amount} write={write(amount)} />
      <br />
      <span className="faint">
        {unit} {t(`result.each-${per}`)}
        {amountMinor && (
          <>
            <br />
            {money(amountMinor, currency)}
          </>
        )}
      </span>
    </>
  )
}
