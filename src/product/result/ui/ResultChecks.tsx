import { Checks } from '#design/Checks.tsx'
import { Stack } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import { checkLines } from '../check-lines.ts'
import { gradeLines } from '../grade-lines.ts'
import type { Question } from '../result.ts'
import { useLines } from './use-lines.ts'

/** Whether one can trust it: every check as it turned out, and why the grade is what it is. */
export function ResultChecks({ analysis, question }: { analysis: AnsweredAnalysis; question: Question }) {
  const { say } = useLines()
  const checks = checkLines(analysis, question)
  const passed = checks.filter((check) => check.passed === true).length
  return (
    <Section
      title={t('result.trust')}
      lead={t('result.trust-lead', { passed, total: checks.length, grade: analysis.grade })}
    >
      <Checks
        checks={checks.map(({ id, passed, title, detail }) => ({ id, passed, title: say(title), detail: say(detail) }))}
      />
      <details className="numbers">
        <summary>{t('result.why-grade', { grade: analysis.grade })}</summary>
        <Stack gap="half">
          {gradeLines(analysis).map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a stored result never change places
            <p key={at} className="small">
              {say(line)}
            </p>
          ))}
        </Stack>
      </details>
    </Section>
  )
}
