import type { ReactNode } from 'react'
import { type Fact, Facts } from '#design/Facts.tsx'
import { Stack } from '#design/Layout.tsx'
import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { sayPeriod } from '#product/measurement/ui/say-period.ts'
import type { Every, Metric } from '#product/metric/metric.ts'
import { metricText } from '#product/metric/ui/worth.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Design, Trial } from '#product/trial/trial.ts'
import type { Guardrail, PlanBody } from '../plan-body.ts'
import { expectedText } from './expected-text.ts'
import { quantileText, type Settled, spanText, stopTexts, switchText, workingsOf } from './particulars.ts'

/**
 * A plan as far as it is known: null where nobody has said it yet, `unreadable` where what was said cannot be read. What a
 * unit is worth is the metric's and no part of a plan: it stands with the gain.
 */
export interface KnownPlan {
  question: string | null
  design: Design
  door: Trial['door']
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
  /** How often its figures are measured here anyway; null where they come from tables. */
  every: Every | null
  /** Which column of its table says what, in words. */
  columns: readonly string[]
  /** When it is written against the data; `too-early` where there is nothing to look back on. */
  written: 'plan-first' | 'look-back' | 'after' | 'too-early' | 'open'
}

/** The plan in words, for whoever has a minute: what is asked, who gets it and when, how it ends; the rest is folded. */
export function PlanFacts({ plan }: { plan: KnownPlan }) {
  const language = useLanguage()
  const { design, settled } = plan
  const workings: Fact[] = [
    ...(plan.also.length === 0
      ? []
      : [{ term: t('plan.body.also'), value: plan.also.map(({ name }) => name).join(', ') }]),
    ...workingsOf(design, settled, language),
    {
      term: t('plan.figures-from'),
      value: plan.every !== null ? t('plan.figures-own') : (plan.sheetName ?? <Open />),
    },
    ...(plan.columns.length === 0 ? [] : [{ term: t('plan.body.columns'), value: <Lines texts={plan.columns} /> }]),
  ]
  return (
    <Stack gap="3">
      <Group title={t('plan.group.asked')} facts={useAsked(plan)} />
      <Group title={t('plan.group.who')} facts={whoFacts(plan, language)} />
      <Group title={t('plan.group.end')} facts={endFacts(plan, language)} />
      <Group
        title={t('plan.body.forecasts')}
        facts={plan.forecasts.map(({ name, low, high }) => ({
          term: name,
          value: expectedText(low, high, plan.metric?.unit ?? '', language),
        }))}
      />
      <details className="numbers">
        <summary className="small">{t('plan.group.workings')}</summary>
        <Facts terms facts={workings} />
      </details>
    </Stack>
  )
}

function Group({ title, facts }: { title: string; facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <Stack gap="1">
      <h3 className="label">{title}</h3>
      <Facts terms facts={facts} />
    </Stack>
  )
}

function Open() {
  return <span className="faint">{t('plan.not-said')}</span>
}

function Unreadable() {
  return <span className="faint">{t('plan.not-readable')}</span>
}

function Lines({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function useAsked(plan: KnownPlan): Fact[] {
  const language = useLanguage()
  const { currency } = useMyself().workspace
  const { question, metric, worthHaving, settled, design } = plan
  const quantile = design === 'split' ? quantileText(settled.quantile, language) : null
  return [
    { term: t('plan.part.question'), value: question || <Open /> },
    {
      term: t('plan.main-measure'),
      value: metric ? (
        `${metric.name}${quantile ? `, ${quantile}` : ''}. ${metricText({ ...metric, worthMinor: null }, currency, language)}`
      ) : (
        <Open />
      ),
    },
    {
      term: t('plan.worth-having'),
      value:
        worthHaving === null ? (
          t('plan.worth-open')
        ) : worthHaving === 'unreadable' ? (
          <Unreadable />
        ) : (
          t('plan.worth-said', { amount: `${formatNumber(worthHaving, language)} ${metric?.unit ?? ''}`.trim() })
        ),
    },
    { term: t('plan.guardrails'), value: <GuardrailLines plan={plan} /> },
  ]
}

function GuardrailLines({ plan: { guardrails, unfinishedGuardrails } }: { plan: KnownPlan }) {
  const language = useLanguage()
  if (guardrails.length + unfinishedGuardrails === 0) return t('plan.no-guardrail')
  return (
    <ul>
      {guardrails.map(({ name, column, better, margin }) => (
        <li key={`${name} ${column}`}>
          {t(`plan.guardrail-said-${better}`, { name, margin: formatNumber(margin, language) })}
        </li>
      ))}
      {unfinishedGuardrails > 0 && (
        <li className="faint">{t('plan.unfinished-guardrails', { count: unfinishedGuardrails })}</li>
      )}
    </ul>
  )
}

function whoFacts(plan: KnownPlan, language: Language): Fact[] {
  const { design, whoIsIn, chosen, since, settled } = plan
  const switches = switchText(design, settled)
  return [
    {
      term: t('plan.body.design'),
      value: `${t(`trial.design.${design}`)}.`,
    },
    { term: t('plan.who-is-in'), value: whoIsIn ?? <Open /> },
    ...(chosen === null ? [] : [{ term: t('plan.body.chosen'), value: t(`plan.chosen.${chosen}`) }]),
    ...(plan.hasSince ? [{ term: t('plan.part.since'), value: sinceText(since, plan.every, language) }] : []),
    ...(switches === null ? [] : [{ term: t('plan.switches'), value: switches }]),
    { term: t('plan.written'), value: t(`plan.written-${plan.written}`) },
  ]
}

function sinceText(since: KnownPlan['since'], every: Every | null, language: Language): ReactNode {
  if (since === null) return <Open />
  if (since === 'unreadable') return <Unreadable />
  return every === null ? since.said : sayPeriod(since.said, every, language)
}

function endFacts({ design, door, settled }: KnownPlan, language: Language): Fact[] {
  const span = spanText(design, door, settled, language)
  const stops = stopTexts(door, settled)
  return [
    ...(span === null ? [] : [{ term: t('plan.body.runsFor'), value: span }]),
    ...(stops === null ? [] : [{ term: t('plan.body.stops'), value: <Lines texts={stops} /> }]),
  ]
}
