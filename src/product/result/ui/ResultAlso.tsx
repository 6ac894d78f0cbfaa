import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import type { AlsoReading } from '../analysis-parts.ts'

/** Share of what is called moved that moves by chance alone, in the long run. */
const usualShare = 0.05

/** What else was looked at: no proof, but a hint for the next trial. */
export function ResultAlso({ analysis }: { analysis: AnsweredAnalysis }) {
  const language = useLanguage()
  const also = analysis.beside?.also ?? []
  if (also.length === 0) return null
  const figure = (value: number | null) =>
    value === null ? t('design.missing') : `${value > 0 ? '+' : ''}${formatNumber(value, language)}`
  return (
    <Section title={t('result.also')} lead={t('result.also-lead', { count: also.length })}>
      <Table
        caption={t('result.also')}
        fold
        rows={also}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', header: t('result.also-measure'), names: true, cell: ({ name }) => name },
          { id: 'says', header: t('result.also-says'), cell: (reading) => t(`result.also.${movedOf(reading)}`) },
          { id: 'effect', header: t('result.segment-effect'), num: true, cell: ({ estimate }) => figure(estimate) },
          {
            id: 'range',
            header: t('result.segment-range'),
            num: true,
            cell: ({ low, high }) =>
              low === null || high === null
                ? t('result.no-range')
                : t('result.also-range', { low: figure(low), high: figure(high) }),
          },
          {
            id: 'p',
            header: t('result.segment-p'),
            num: true,
            cell: ({ adjustedP }) => (adjustedP === null ? t('design.missing') : formatNumber(adjustedP, language, 2)),
          },
        ]}
      />
    </Section>
  )
}

function movedOf({ estimate, adjustedP, better }: AlsoReading): 'nothing' | 'better' | 'worse' | 'unread' {
  if (estimate === null || adjustedP === null) return 'unread'
  if (adjustedP > usualShare || estimate === 0) return 'nothing'
  return estimate > 0 === (better === 'higher') ? 'better' : 'worse'
}
