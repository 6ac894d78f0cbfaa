import { Stack } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import { explainLines } from '../explain-lines.ts'
import type { Question } from '../result.ts'
import { useLines } from './use-lines.ts'

/** For somebody who never heard of an interval: folded away, with the result's own numbers. */
export function ResultExplained({ analysis, question }: { analysis: AnsweredAnalysis; question: Question }) {
  const { say } = useLines()
  return (
    <details className="numbers small">
      <summary>{t('result.explain')}</summary>
      <Stack gap="1">
        {explainLines(analysis, question).map((line) => (
          <p key={line.id} className="measure">
            {say(line)}
          </p>
        ))}
      </Stack>
    </details>
  )
}
