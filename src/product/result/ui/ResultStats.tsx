import { Section } from '#design/Section.tsx'
import { Stat, Stats } from '#design/Stat.tsx'
import type { Figures } from '#platform/anywhere/figures.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { AnsweredAnalysis } from '../analysis.ts'
import type { GuardrailReading } from '../analysis-parts.ts'
import { sidedOf, sidedRangeOf } from '../line.ts'
import { countedBy, facing, type Per, type Question, sitesMeasured } from '../result.ts'
import { rangeText } from './range-text.ts'
import { useFigureText } from './use-figure-text.ts'
import { useLines } from './use-lines.ts'

interface ResultStatsProps {
  analysis: AnsweredAnalysis
  question: Question
  every: Per
}

/** The key figures: what it comes to over all sites, as a share, and each guardrail. */
export function ResultStats({ analysis, question, every }: ResultStatsProps) {
  const { relative, guardrails } = analysis
  const { better, unit } = question.metric
  const language = useLanguage()
  const sites = sitesMeasured(analysis)
  const by = countedBy(analysis)
  // Of one series there is nothing to add up, and quantiles of many units do not add up either.
  const canAdd = sites > 1 && !(analysis.design === 'split' && analysis.kind === 'quantile')
  // A figure in bold is read as a claim: where the effect cannot be told from chance, there is none.
  const isTold = analysis.verdict !== 'unclear'
  return (
    <Section title={t('result.key-figures')} titleHidden>
      {(isTold || guardrails.length > 0) && (
        <Stats ruled>
          {isTold && canAdd && (
            <AllSites effect={facing(analysis, better)} sites={sites} by={by} unit={unit} every={every} />
          )}
          {isTold && relative.estimate !== null && (
            <Share relative={{ ...relative, estimate: relative.estimate }} better={better} />
          )}
          {guardrails.map((guardrail) => (
            <Guardrail key={guardrail.name} guardrail={guardrail} />
          ))}
        </Stats>
      )}
      {guardrails.length > 1 && <p className="small quiet">{together(guardrails)}</p>}
      {!isTold && canAdd && (
        <p className="small quiet">{t('result.all-unclear', { by, sites: formatNumber(sites, language) })}</p>
      )}
    </Section>
  )
}

/** Whether all guardrails held: shown only when each is, so nothing is corrected (an intersection of their claims). */
function together(guardrails: readonly GuardrailReading[]): string {
  const held = guardrails.some(({ verdict }) => verdict === 'harm')
    ? 'no'
    : guardrails.every(({ verdict }) => verdict === 'safe')
      ? 'yes'
      : 'open'
  return t('result.guardrails-together', { held, count: guardrails.length })
}

interface AllSitesProps {
  effect: Figures
  sites: number
  by: 'site' | 'unit'
  unit: string
  every: Per
}

function AllSites({ effect, sites, by, unit, every }: AllSitesProps) {
  const language = useLanguage()
  const times = (value: number | null) => (value === null ? null : value * sites)
  const all = { estimate: effect.estimate * sites, low: times(effect.low), high: times(effect.high) }
  const write = useFigureText(all)
  return (
    <Stat
      label={
        by === 'unit'
          ? t('result.units-all', { units: formatNumber(sites, language) })
          : t('result.all-sites', { sites: formatNumber(sites, language), per: t(`result.each-${every}`) })
      }
      value={t(sideOf(all), { size: `${write(Math.abs(all.estimate))} ${unit}` })}
      range={rangeText(all, write)}
    />
  )
}

/** What would have been without the change is the whole. */
function Share({ relative, better }: { relative: Figures; better: Question['metric']['better'] }) {
  const language = useLanguage()
  const effect = facing(relative, better)
  const write = (share: number) => formatShare(share, language)
  return (
    <Stat
      label={t('result.share')}
      value={t(sideOf(effect), { size: write(Math.abs(effect.estimate)) })}
      range={rangeText(effect, write)}
    />
  )
}

function sideOf({ estimate }: Figures): 'result.worse-by' | 'result.better-by' {
  return estimate < 0 ? 'result.worse-by' : 'result.better-by'
}

function Guardrail({ guardrail }: { guardrail: GuardrailReading }) {
  const language = useLanguage()
  const { tell } = useLines()
  const { name, verdict, estimate, low, high, margin } = guardrail
  const figures = estimate === null ? null : { estimate, low, high }
  return (
    <Stat
      label={name}
      value={t(`result.guardrail-was-${verdict}`)}
      range={
        figures === null
          ? t('result.no-answer')
          : t(low === null || high === null ? 'result.guardrail-was-bare' : 'result.guardrail-was-range', {
              size: tell(sidedOf(figures, '')(figures.estimate)),
              range: low === null || high === null ? '' : tell(sidedRangeOf(figures, '')(low, high)),
              margin: formatNumber(margin, language),
            })
      }
    />
  )
}
