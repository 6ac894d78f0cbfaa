import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { PilotAnalysis } from '../pilot-analysis.ts'

/** Names that a line or two hold. */
const most = 12

/** The sites that had to be left out, by name and why. */
export function LeftOut({ dropped }: { dropped: PilotAnalysis['dropped'] }) {
  if (dropped.length === 0) return null
  const named = dropped.slice(0, most).map(({ name, reason }) => t(`result.dropped-${reason}`, { site: name }))
  return (
    <Notice title={t('result.left-out', { count: dropped.length })}>
      <p>
        {named.join('; ')}
        {dropped.length > most && ` ${t('result.and-more', { count: dropped.length - most })}`}
      </p>
    </Notice>
  )
}
