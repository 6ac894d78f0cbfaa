import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { Skeleton } from '#design/Loading.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import { type Column, Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { ResultId } from '../result.ts'
import { type ResultFigure, resultApi } from '../result-api.ts'
import { TakeAway } from './TakeAway.tsx'

/** Every figure that went into the result, with its group and the rows of the sheet it is from. */
export function ResultFigures({ id }: { id: ResultId }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div id="figures">
      <Section title={t('result.figures')} lead={t('result.figures-lead')} end={<TakeAway id={id} />}>
        {isOpen ? (
          <Figures id={id} />
        ) : (
          <Button small onPress={() => setOpen(true)}>
            {t('result.show-figures')}
          </Button>
        )}
      </Section>
    </div>
  )
}

function Figures({ id }: { id: ResultId }) {
  const language = useLanguage()
  const [from, setFrom] = useState(0)
  const { data, error } = useEndpoint(resultApi.rows, { id, from }, { keepsLast: true })
  if (error) return <ProblemNotice error={error} />
  if (!data) return <Skeleton lines={8} />
  const { figures, guardrails, total, next } = data
  const last = from + figures.length
  return (
    <Stack gap="2">
      <Table
        caption={t('result.figures-table')}
        dense
        rows={figures}
        rowKey={({ site, period }) => `${site}\n${period}`}
        columns={columnsOf(guardrails, (value) =>
          value === null ? t('design.missing') : formatNumber(value, language, 6),
        )}
      />
      <Row gap="2">
        <span className="small quiet">{t('result.figures-range', { from: from + 1, last, total })}</span>
        {from > 0 && (
          <Button small onPress={() => setFrom(Math.max(0, from - limits.rowsPage))}>
            {t('result.figures-before')}
          </Button>
        )}
        {next !== null && (
          <Button small onPress={() => setFrom(next)}>
            {t('result.figures-next')}
          </Button>
        )}
      </Row>
    </Stack>
  )
}

function columnsOf(guardrails: readonly string[], write: (value: number | null) => string): Column<ResultFigure>[] {
  return [
    { id: 'site', header: t('design.site'), names: true, cell: ({ site }) => site },
    { id: 'period', header: t('design.period'), cell: ({ period }) => period },
    {
      id: 'group',
      header: t('design.group'),
      cell: ({ group }) => t(group === 'treated' ? 'sheet.with-change' : 'sheet.without-change'),
    },
    {
      id: 'time',
      header: t('result.time'),
      cell: ({ time }) => t(time === 'before' ? 'design.before' : 'result.during'),
    },
    { id: 'value', header: t('result.value'), num: true, cell: ({ value }) => write(value) },
    ...guardrails.map((name, at) => ({
      id: `guardrail-${at}`,
      header: name,
      num: true,
      cell: ({ guardrails: values }: ResultFigure) => write(values[at] ?? null),
    })),
    { id: 'rows', header: t('result.rows'), cell: rowsText },
  ]
}

function rowsText({ sheet, rows, rowCount }: ResultFigure): string {
  if (!sheet || rows.length === 0) return t('result.no-row')
  const shown = rows.slice(0, 5).join(', ')
  const more = rowCount > 5 ? ` ${t('result.and-more', { count: rowCount - 5 })}` : ''
  return t('result.rows-of', { count: rowCount, rows: shown + more, sheet: sheet.name })
}
