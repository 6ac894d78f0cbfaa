import { SiteDots } from '#design/charts/SiteDots.tsx'
import { Notice } from '#design/Notice.tsx'
import { t } from '#platform/browser/language.ts'
import type { PilotAnalysis } from '../analysis.ts'
import type { Question } from '../result.ts'

/** Every site before and with the change; and those that had to be left out, by name. */
export function ResultSites({ analysis, question }: { analysis: PilotAnalysis; question: Question }) {
  const { perSite, dropped } = analysis
  const { better, unit } = question.metric
  const moved = perSite.filter(
    ({ treated, change }) => treated && (better === 'higher' ? change > 0 : change < 0),
  ).length
  const treated = perSite.filter((site) => site.treated).length
  return (
    <div>
      <SiteDots
        title={t('result.every-site')}
        note={t('result.every-site-note')}
        sentence={t('result.every-site-says', { moved, treated })}
        sites={perSite.map((site) => ({ ...site, group: site.treated ? ('change' as const) : ('compare' as const) }))}
        changedName={t('sheet.with-change')}
        comparedName={t('sheet.without-change')}
        better={better}
        unit={unit}
      />
      {dropped.length > 0 && (
        <Notice title={t('result.left-out', { count: dropped.length })}>
          <p>
            {dropped
              .slice(0, most)
              .map(({ name, reason }) => t(`result.dropped-${reason}`, { site: name }))
              .join('; ')}
            {dropped.length > most && ` ${t('result.and-more', { count: dropped.length - most })}`}
          </p>
        </Notice>
      )}
    </div>
  )
}

/** Names that a line or two hold; the figures name all of them. */
const most = 12
