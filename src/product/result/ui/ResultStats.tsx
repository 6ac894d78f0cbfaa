import { Section } from '#design/Section.tsx'
import { Stat, Stats } from '#design/Stat.tsx'
import { type Figures, writeFigures } from '#platform/anywhere/figures.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { PilotAnalysis } from '../analysis.ts'
import { facing, type Question } from '../result.ts'

/** The key figures: what it comes to over all sites, as a share, and each guardrail. */
export function ResultStats({ analysis, question }: { analysis: PilotAnalysis; question: Question }) {
  const { groups, relative, guardrails } = analysis
  const { better, unit } = question.metric
  const sites = groups[0].sites + groups[1].sites
  return (
    <Section title={t('result.key-figures')} titleHidden>
      <Stats ruled>
        <AllSites effect={facing(analysis, better)} sites={sites} unit={unit} />
        {relative.estimate !== null && (
          <Share relative={{ ...relative, estimate: relative.estimate }} better={better} />
        )}
        {guardrails.map((guardrail) => (
          <Guardrail key={guardrail.name} guardrail={guardrail} />
        ))}
      </Stats>
    </Section>
  )
}

function AllSites({ effect, sites, unit }: { effect: Figures; sites: number; unit: string }) {
  const language = useLanguage()
  const times = (value: number | null) => (value === null ? null : value * sites)
  const all = { estimate: effect.estimate * sites, low: times(effect.low), high: times(effect.high) }
  const { estimate, low, high } = writeFigures(all, language)
  return (
    <Stat
      label={t('result.all-sites', { sites: formatNumber(sites, language) })}
      value={t(all.estimate < 0 ? 'result.worse-by' : 'result.better-by', {
        size: `${estimate.replace('−', '')} ${unit}`,
      })}
      range={low === null || high === null ? t('result.no-range') : t('result.range-facing', { low, high })}
    />
  )
}

/** What would have been without the change is the whole. */
function Share({ relative, better }: { relative: Figures; better: Question['metric']['better'] }) {
  const language = useLanguage()
  const { estimate, low, high } = facing(relative, better)
  const share = (value: number) => formatShare(value, language)
  return (
    <Stat
      label={t('result.share')}
      value={t(estimate < 0 ? 'result.worse-by' : 'result.better-by', { size: share(Math.abs(estimate)) })}
      range={
        low === null || high === null
          ? t('result.no-range')
          : t('result.range-facing', { low: share(low), high: share(high) })
      }
    />
  )
}

function Guardrail({ guardrail }: { guardrail: PilotAnalysis['guardrails'][number] }) {
  const language = useLanguage()
  const { name, verdict, estimate, low, high, margin } = guardrail
  const figures = estimate === null ? null : writeFigures({ estimate, low, high }, language)
  return (
    <Stat
      label={name}
      value={t(`result.guardrail-was-${verdict}`)}
      range={
        figures === null
          ? t('result.no-answer')
          : t(figures.low === null ? 'result.guardrail-was-bare' : 'result.guardrail-was-range', {
              estimate: figures.estimate,
              low: figures.low ?? '',
              high: figures.high ?? '',
              margin: formatNumber(margin, language),
            })
      }
    />
  )
}
