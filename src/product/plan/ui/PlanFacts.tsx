import { Facts } from '#design/Facts.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import { metricText } from '#product/metric/ui/worth.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Design } from '#product/trial/trial.ts'
import type { Guardrail, PlanBody } from '../plan-body.ts'
import { particularsOf, type Settled } from './particulars.ts'

/**
 * A plan as far as it is known: null where nobody has said it yet, `unreadable` where what was said cannot be read. What a
 * unit is worth is the metric's and no part of a plan: it stands with the gain.
 */
export interface KnownPlan {
  question: string | null
  design: Design
  metric: Pick<Metric, 'name' | 'unit' | 'better'> | null
  worthHaving: number | 'unreadable' | null
  guardrails: readonly Guardrail[]
  unfinishedGuardrails: number
  /** In words, by the design. */
  whoIsIn: string | null
  since: { said: string } | 'unreadable' | null
  /** Whether one period is the first with the change for all. */
  hasSince: boolean
  /** How long, when it stops, and what its design asks beside. */
  settled: Settled
  chosen: PlanBody['chosen']
  sheetName: string | null
  /** What is only looked at. */
  also: readonly { name: string }[]
  /** What people expect, once it is frozen with their names. */
  forecasts: PlanBody['forecasts']
  /** Its figures are measured here anyway. */
  isMeasured: boolean
  /** When it is written against the data; `too-early` where there is nothing to look back on. */
  written: 'plan-first' | 'look-back' | 'after' | 'too-early' | 'open'
}

/** The plan, line by line, in words. */
export function PlanFacts({ plan }: { plan: KnownPlan }) {
  const language = useLanguage()
  const { currency } = useMyself().workspace
  const { question, metric, worthHaving, guardrails, unfinishedGuardrails, since, sheetName, written } = plan
  const { design, whoIsIn, chosen } = plan
  const open = <span className="faint">{t('plan.not-said')}</span>
  const unreadable = <span className="faint">{t('plan.not-readable')}</span>
  const amount = (value: number, unit?: string) => `${formatNumber(value, language)}${unit ? ` ${unit}` : ''}`
  return (
    <Facts
      terms
      facts={[
        { term: t('plan.part.question'), value: question || open },
        { term: t('trial.design'), value: t(`trial.design.${design}`) },
        {
          term: t('plan.main-measure'),
          value: metric ? `${metric.name}. ${metricText({ ...metric, worthMinor: null }, currency, language)}` : open,
        },
        {
          term: t('plan.worth-having'),
          value:
            worthHaving === null
              ? t('plan.worth-open')
              : worthHaving === 'unreadable'
                ? unreadable
                : t('plan.worth-said', { amount: amount(worthHaving, metric?.unit) }),
        },
        {
          term: t('plan.guardrails'),
          value:
            guardrails.length + unfinishedGuardrails === 0 ? (
              t('plan.no-guardrail')
            ) : (
              <ul>
                {guardrails.map(({ name, column, better, margin }) => (
                  <li key={`${name} ${column}`}>
                    {t(`plan.guardrail-said-${better}`, { name, margin: amount(margin), column })}
                  </li>
                ))}
                {unfinishedGuardrails > 0 && (
                  <li className="faint">{t('plan.unfinished-guardrails', { count: unfinishedGuardrails })}</li>
                )}
              </ul>
            ),
        },
        ...(plan.also.length === 0
          ? []
          : [{ term: t('plan.body.also'), value: plan.also.map(({ name }) => name).join(', ') }]),
        {
          term: t('plan.who-is-in'),
          value: whoIsIn ?? open,
        },
        ...(chosen === null ? [] : [{ term: t('plan.body.chosen'), value: t(`plan.chosen.${chosen}`) }]),
        ...(plan.hasSince
          ? [
              {
                term: t('plan.starts'),
                value:
                  since === 'unreadable' ? unreadable : since ? t('plan.starts-said', { since: since.said }) : open,
              },
            ]
          : []),
        ...particularsOf(design, plan.settled, language),
        ...(plan.forecasts.length === 0
          ? []
          : [
              {
                term: t('plan.body.forecasts'),
                value: (
                  <ul>
                    {plan.forecasts.map(({ personId, name, low, high }) => (
                      <li key={personId}>
                        {t('plan.forecast-said', { name, low: amount(low), high: amount(high, metric?.unit) })}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]),
        { term: t('plan.figures-from'), value: plan.isMeasured ? t('plan.figures-own') : (sheetName ?? open) },
        { term: t('plan.written'), value: t(`plan.written-${written}`) },
      ]}
    />
  )
}
