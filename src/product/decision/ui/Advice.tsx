import { Stack } from '#design/Layout.tsx'
import { t } from '#platform/browser/language.ts'
import { isRefused } from '#product/result/analysis.ts'
import { standingOf } from '#product/result/result.ts'
import type { ResultShown } from '#product/result/result-api.ts'

/** What the figures speak for. Advice, not a decision: the reason is the person's. */
export function Advice({ result }: { result: ResultShown }) {
  const { analysis } = result
  const standing = standingOf(analysis)
  const isSmall = !isRefused(analysis) && analysis.worthHaving === 'no'
  return (
    <Stack gap="1">
      <strong>{t(standing === 'proved' && isSmall ? 'decision.advice-small' : `decision.advice-${standing}`)}</strong>
      <p className="small quiet">{t(`decision.advice-help-${standing}`)}</p>
    </Stack>
  )
}
