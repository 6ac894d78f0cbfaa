import { Stack } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { isRefused } from '../analysis.ts'
import { methodLines } from '../method-lines.ts'
import type { ResultShown } from '../result-api.ts'
import { useLines } from './use-lines.ts'

type Computed = Pick<ResultShown, 'analysis' | 'planVersion' | 'codeVersion' | 'cut'>

/** How the numbers were computed, where it is published, and by which plan and version. */
export function ResultMethod({ result }: { result: Computed }) {
  const { say } = useLines()
  const { analysis, planVersion, codeVersion, cut } = result
  if (isRefused(analysis)) return null
  const { name, steps, sources } = methodLines(analysis)
  return (
    <div id="method">
      <Section title={t('result.how-computed')} lead={say(name)}>
        <Stack gap="1">
          {steps.map((step) => (
            <p key={step.id}>{say(step)}</p>
          ))}
          <p className="small quiet">
            {t('result.published-in')} {sources.join('; ')}.
          </p>
          <p className="xs faint">
            {t('result.made-by', { planVersion, codeVersion })} <code>{cut.slice(0, 16)}</code>
          </p>
        </Stack>
      </Section>
    </div>
  )
}
