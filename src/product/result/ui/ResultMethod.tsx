import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { isRefused } from '../analysis.ts'
import { methodLines } from '../method-lines.ts'
import type { ResultShown } from '../result-api.ts'
import { useLines } from './use-lines.ts'

/** How the numbers were computed, where it is published, and by which plan and version. */
export function ResultMethod({ result }: { result: ResultShown }) {
  const { say } = useLines()
  const { analysis, planVersion, codeVersion, cut } = result
  if (isRefused(analysis)) return null
  const { name, steps, sources } = methodLines(analysis)
  return (
    <div id="method">
      <Section title={t('result.how-computed')} lead={say(name)}>
        <ol className="small">
          {steps.map((step) => (
            <li key={step.id}>{say(step)}</li>
          ))}
        </ol>
        <p className="small">{t('result.published-in')}</p>
        <ul className="small">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p className="xs faint">
          {t('result.made-by', { planVersion, codeVersion })} <code>{cut.slice(0, 16)}</code>
        </p>
      </Section>
    </div>
  )
}
