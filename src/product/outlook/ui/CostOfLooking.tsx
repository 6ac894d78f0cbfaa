import { Notice } from '#design/Notice.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Outlook } from '../outlook.ts'
import { useOutlookText } from './use-outlook-text.ts'

/** What it costs to look while it runs: whenever one likes, or by a calendar. */
export function CostOfLooking({ outlook, unit }: { outlook: Outlook; unit: string }) {
  const language = useLanguage()
  const text = useOutlookText(outlook, unit)
  const { anytime, scheduled } = outlook.looks
  if (anytime.effect === null) return null
  const words = ({ inflation, effect, tellsIn }: Outlook['looks']['anytime']) => ({
    times: formatNumber(inflation, language, 3),
    effect: text.effect(effect),
    inTime: tellsIn === null ? 'no' : text.span(tellsIn),
    each: text.each,
  })
  return (
    <Notice title={t('outlook.looks')}>
      <p>{t('outlook.looks-anytime', words(anytime))}</p>
      <p>{t('outlook.looks-scheduled', words(scheduled))}</p>
    </Notice>
  )
}
