import { IntervalEnds, IntervalMark } from '#design/charts/IntervalMark.tsx'
import { spanOf } from '#design/charts/interval.ts'
import { RangeMark } from '#design/charts/RangeMark.tsx'
import type { Span } from '#design/charts/scale.ts'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import type { Figures } from '#platform/anywhere/figures.ts'
import { t } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import type { Expected } from '../expected.ts'
import { forecastLines } from '../forecast-lines.ts'
import { sidedOf, sidedRangeOf } from '../line.ts'
import { facing, type Question } from '../result.ts'
import { inSpoken, spokenOf } from '../spoken.ts'
import { useLines } from './use-lines.ts'

interface ResultForecastsProps {
  analysis: AnsweredAnalysis
  question: Question
  forecasts: readonly Expected[]
}

interface Row {
  key: string
  name: string
  range: string
  says: string
  figures: Figures
}

/** What people expected before the start, on one scale with what was found, and who was right. */
export function ResultForecasts({ analysis, question, forecasts }: ResultForecastsProps) {
  const { say, tell } = useLines()
  const told = forecastLines(analysis, question, forecasts)
  if (!told) return null
  const spoken = spokenOf(question)
  const found = inSpoken(analysis, spoken)
  const rows: Row[] = [
    {
      ...{ key: foundKey, name: t('result.forecast-found'), says: '' },
      range:
        found.low === null || found.high === null
          ? tell(sidedOf(found, spoken.unit)(found.estimate))
          : tell(sidedRangeOf(found, spoken.unit)(found.low, found.high)),
      figures: facing(found, question.metric.better),
    },
    ...told.each.map(({ name, range, says, figures }, at) => ({
      ...{ key: String(at), name: name ?? t('result.forecast-nobody') },
      ...{ range: say(range), says: say(says), figures },
    })),
  ]
  const span = spanOf(rows.map(({ figures }) => figures))
  const at = rows[0]?.figures.estimate ?? 0
  return (
    <Section title={t('result.forecasts')} lead={t(leadOf(question, forecasts))}>
      <p>
        <strong>{say(told.sentence)}</strong>
      </p>
      <Table
        caption={t('result.forecasts')}
        fold
        middle
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { id: 'who', header: t('result.forecast-who'), names: true, fold: 'title', cell: ({ name }) => name },
          { id: 'expected', header: t('result.forecast-expected'), fold: 'whole', cell: ({ range }) => range },
          {
            id: 'picture',
            header: t('result.forecast-picture'),
            headerPicture: <IntervalEnds worse={t('result.worse-end')} better={t('result.better-end')} />,
            fold: 'whole',
            cell: (row) => <Mark row={row} found={at} span={span} />,
          },
          { id: 'outcome', header: t('result.forecast-outcome'), fold: 'whole', cell: ({ says }) => says },
        ]}
      />
    </Section>
  )
}

const foundKey = 'found'

function Mark({ row: { key, figures, name, range }, found, span }: { row: Row; found: number; span: Span }) {
  const label = `${name}: ${range}`
  const { low, high } = figures
  if (key === foundKey || low === null || high === null) return <IntervalMark {...figures} span={span} label={label} />
  return <RangeMark low={low} high={high} found={found} span={span} label={label} />
}

function leadOf({ planned }: Question, forecasts: readonly Expected[]) {
  if (planned !== 'before') return 'result.forecasts-lead-after'
  return forecasts.some(({ name }) => name !== null) ? 'result.forecasts-lead' : 'result.forecasts-lead-nobody'
}
