import { SiteDots } from '#design/charts/SiteDots.tsx'
import { t } from '#platform/browser/language.ts'
import type { PilotAnalysis } from '../pilot-analysis.ts'
import type { Question } from '../result.ts'

/** Every site before and with the change, the best first. */
export function ResultSites({ analysis, question }: { analysis: PilotAnalysis; question: Question }) {
  const { better, unit } = question.metric
  const treated = analysis.perSite.filter((site) => site.treated)
  const moved = treated.filter(({ change }) => (better === 'higher' ? change > 0 : change < 0))
  return (
    <SiteDots
      title={t('result.every-site')}
      note={t('result.every-site-note')}
      sentence={t('result.every-site-says', { moved: moved.length, treated: treated.length })}
      sites={analysis.perSite.map((site) => ({ ...site, group: site.treated ? 'change' : 'compare' }))}
      changedName={t('sheet.with-change')}
      comparedName={t('sheet.without-change')}
      better={better}
      unit={unit}
    />
  )
}
