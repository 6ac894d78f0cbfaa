import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import type { Segment } from '../analysis-parts.ts'
import { sidedOf, sidedRangeOf } from '../line.ts'
import type { Question } from '../result.ts'
import { inSpoken, spokenOf } from '../spoken.ts'
import { useLines } from './use-lines.ts'

/** Every kind of unit by itself, where the plan named kinds: exploratory, and corrected for how many there are. */
export function ResultSegments({ analysis, question }: { analysis: AnsweredAnalysis; question: Question }) {
  const language = useLanguage()
  const { tell } = useLines()
  const segments = analysis.beside?.segments ?? []
  if (segments.length === 0) return null
  const spoken = spokenOf(question)
  const figuresOf = ({ estimate, low, high }: Segment) =>
    estimate === null ? null : inSpoken({ estimate, low, high }, spoken)
  return (
    <Section title={t('result.segments')} lead={t('result.segments-lead', { count: segments.length })}>
      <Table
        caption={t('result.segments')}
        fold
        rows={segments}
        rowKey={({ column, value }) => `${column}\n${value}`}
        columns={[
          {
            id: 'kind',
            header: t('result.segment'),
            names: true,
            cell: ({ column, value }) => `${column}: ${value}`,
          },
          {
            id: 'units',
            header: t('result.segment-units'),
            num: true,
            foldHeading: true,
            cell: ({ treatedUnits, comparisonUnits }) =>
              `${formatNumber(treatedUnits, language)} / ${formatNumber(comparisonUnits, language)}`,
          },
          {
            id: 'effect',
            header: t('result.segment-effect'),
            num: true,
            cell: (segment) => {
              const figures = figuresOf(segment)
              return figures ? tell(sidedOf(figures, spoken.unit)(figures.estimate)) : t('result.no-answer')
            },
          },
          {
            id: 'range',
            header: t('result.segment-range'),
            num: true,
            cell: (segment) => {
              const figures = figuresOf(segment)
              return figures === null || figures.low === null || figures.high === null
                ? t('result.no-range')
                : tell(sidedRangeOf(figures, '')(figures.low, figures.high))
            },
          },
          {
            id: 'p',
            header: t('result.segment-p'),
            num: true,
            foldHeading: true,
            cell: ({ adjustedP }) => (adjustedP === null ? t('design.missing') : formatNumber(adjustedP, language, 2)),
          },
        ]}
      />
    </Section>
  )
}
