import { Checks } from '#design/Checks.tsx'
import { t } from '#platform/browser/language.ts'
import { sidedOf, sidedRangeOf, typed } from '#product/result/line.ts'
import { useLines } from '#product/result/ui/use-lines.ts'
import type { WatchedGuardrail } from '../look.ts'
import type { LookShown } from '../look-api.ts'
import type { Watched } from '../look-lines.ts'

/** What must not get worse, as it stands. */
export function WatchedGuardrails({ look: { guardrails }, watched }: { look: LookShown; watched: Watched }) {
  const { tell } = useLines()
  if (guardrails.length === 0) return null

  function detail({ name, estimate, low, high, margin }: WatchedGuardrail): string | undefined {
    if (estimate === null || low === null || high === null) return undefined
    const figures = { estimate, low, high }
    const unit = watched.units?.get(name) ?? ''
    return t('result.guardrail-was-range', {
      size: tell(sidedOf(figures, unit)(estimate)),
      range: tell(sidedRangeOf(figures, unit)(low, high)),
      margin: tell(typed(margin, unit)),
    })
  }

  return (
    <div>
      <h3 className="label">{t('look.guardrails')}</h3>
      <Checks
        checks={guardrails.map((guardrail) => ({
          id: guardrail.name,
          passed: guardrail.verdict === 'unclear' ? null : guardrail.verdict === 'safe',
          title: t('look.guardrail', { name: guardrail.name, verdict: guardrail.verdict }),
          detail: detail(guardrail),
        }))}
      />
    </div>
  )
}
