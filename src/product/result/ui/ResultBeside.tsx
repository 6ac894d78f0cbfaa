import { Facts } from '#design/Facts.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import { besideLines } from '../beside-lines.ts'
import type { Question } from '../result.ts'
import { useLines } from './use-lines.ts'

/** How much it takes to overturn the result, and what other readings of the same figures say. */
export function ResultBeside({ analysis, question }: { analysis: AnsweredAnalysis; question: Question }) {
  const { say } = useLines()
  const told = besideLines(analysis, question)
  if (told.length === 0) return null
  return (
    <Section title={t('result.beside')} lead={t('result.beside-lead')}>
      <Facts terms facts={told.map(({ title, detail }) => ({ term: say(title), value: say(detail) }))} />
    </Section>
  )
}
