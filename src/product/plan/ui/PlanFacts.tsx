import { Facts } from '#design/Facts.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import { metricText } from '#product/metric/ui/worth.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { Guardrail } from '../plan.ts'

/** A plan as far as it is known: null where nobody has said it yet. */
export interface KnownPlan {
  question: string | null
  metric: (Pick<Metric, 'name' | 'unit' | 'better'> & { worthMinor: bigint | null }) | null
  worthHaving: number | null
  guardrails: readonly Guardrail[]
  sites: { treated: number; comparison: number } | null
  isRandomised: boolean
  since: string | null
  sheetName: string | null
  door: Trial['door']
  isAfterData: boolean
}

/** The plan, line by line, in words. */
export function PlanFacts({ plan }: { plan: KnownPlan }) {
  const language = useLanguage()
  const { currency } = useMyself().workspace
  const { question, metric, worthHaving, guardrails, sites, isRandomised, since, sheetName, door, isAfterData } = plan
  const open = <span className="faint">{t('plan.not-said')}</span>
  const amount = (value: number, unit?: string) => `${formatNumber(value, language)}${unit ? ` ${unit}` : ''}`
  return (
    <Facts
      terms
      facts={[
        { term: t('plan.part.question'), value: question || open },
        {
          term: t('plan.main-measure'),
          value: metric ? `${metric.name}. ${metricText(metric, currency, language)}` : open,
        },
        {
          term: t('plan.worth-having'),
          value:
            worthHaving === null
              ? t('plan.worth-open')
              : t('plan.worth-said', { amount: amount(worthHaving, metric?.unit) }),
        },
        {
          term: t('plan.guardrails'),
          value:
            guardrails.length === 0 ? (
              t('plan.no-guardrail')
            ) : (
              <ul>
                {guardrails.map(({ name, column, better, margin }) => (
                  <li key={`${name} ${column}`}>
                    {t(`plan.guardrail-said-${better}`, { name, margin: amount(margin), column })}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          term: t('plan.who-is-in'),
          value: sites ? t(isRandomised ? 'plan.sites-drawn' : 'plan.sites-chosen', sites) : open,
        },
        { term: t('plan.starts'), value: since ? t('plan.starts-said', { since }) : open },
        { term: t('plan.figures-from'), value: sheetName ?? open },
        {
          term: t('plan.written'),
          value: t(isAfterData && door === 'plan-first' ? 'plan.written-after' : `plan.written-${door}`),
        },
      ]}
    />
  )
}
