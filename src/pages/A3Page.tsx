import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Facts } from '#design/Facts.tsx'
import { Grade } from '#design/Grade.tsx'
import { Loading } from '#design/Loading.tsx'
import { Page } from '#design/Page.tsx'
import { formatDay, formatNumber } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { decisionApi } from '#product/decision/decision-api.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { planApi } from '#product/plan/plan-api.ts'
import { isRefused } from '#product/result/analysis.ts'
import { checkLines } from '#product/result/check-lines.ts'
import { forecastLines } from '#product/result/forecast-lines.ts'
import { type ResultShown, resultApi } from '#product/result/result-api.ts'
import { sentenceOf } from '#product/result/sentence.ts'
import { DesignPictures } from '#product/result/ui/DesignPictures.tsx'
import { ResultPicture } from '#product/result/ui/ResultPicture.tsx'
import { useLines } from '#product/result/ui/use-lines.ts'
import type { TrialShown } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import { FailurePage } from './FailurePage.tsx'

/** Plan, do, study, act of one trial on one sheet of paper, from the record: to print, or to keep as a PDF. */
export function A3Page({ id }: { id: string }) {
  const addressOf = useAddress()
  const { data: trial, error } = useEndpoint(trialApi.find, { id })
  if (error) return <FailurePage error={error} />
  if (!trial) return <Loading />
  return (
    <Page
      crumbs={[
        { label: t('frame.trials'), href: addressOf('/trials') },
        { label: trial.title, href: addressOf(`/trials/${trial.id}`) },
        { label: t('result.a3') },
      ]}
      tabTitle={t('result.a3-of', { title: trial.title })}
      title={t('result.a3')}
      lead={t('result.a3-help')}
      actions={
        <>
          <Button icon={Printer} variant="primary" onPress={() => window.print()}>
            {t('result.print')}
          </Button>
          <ButtonLink href={addressOf(`/trials/${trial.id}`)}>{t('result.to-trial')}</ButtonLink>
        </>
      }
    >
      <Sheet trial={trial} />
    </Page>
  )
}

function Sheet({ trial }: { trial: TrialShown }) {
  const { workspace } = useMyself()
  const { data: rows } = useEndpoint(resultApi.list, { id: trial.id })
  const row = rows?.find(({ isInForce }) => isInForce)
  return (
    <article className="a3">
      <header className="a3-head">
        {row?.grade && <Grade of={row.grade} large />}
        <div>
          <h2>{trial.title}</h2>
          <p className="small quiet">{t('result.a3-head', { place: workspace.name, name: trial.ownerName })}</p>
        </div>
      </header>
      <PlanPart trial={trial} />
      <StudyPart id={row?.id ?? null} />
      <DoPart trial={trial} />
      <ActPart trial={trial} />
    </article>
  )
}

function Part({
  name,
  title,
  children,
}: {
  name: 'plan' | 'do' | 'study' | 'act'
  title: string
  children: ReactNode
}) {
  return (
    <section className={`a3-part a3-${name}`}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function PlanPart({ trial }: { trial: TrialShown }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const plan = plans?.at(-1)
  if (!plan)
    return (
      <Part name="plan" title={t('result.a3-plan')}>
        {t('result.a3-none')}
      </Part>
    )
  const { question, metric, worthHaving, guardrails } = plan.body
  return (
    <Part name="plan" title={t('result.a3-plan')}>
      <p>{question}</p>
      <Facts
        terms
        facts={[
          {
            term: t('result.a3-metric'),
            value: t('result.a3-better', { metric: metric.name, unit: metric.unit, better: metric.better }),
          },
          {
            term: t('result.a3-worth'),
            value:
              worthHaving === null ? t('result.a3-unsaid') : `${formatNumber(worthHaving, language, 6)} ${metric.unit}`,
          },
          { term: t('result.a3-design'), value: t(`result.a3-design.${trial.design}`) },
          ...(guardrails.length > 0
            ? [{ term: t('result.a3-guardrails'), value: guardrails.map(({ name }) => name).join(', ') }]
            : []),
          {
            term: t('result.a3-frozen'),
            value: t('result.a3-frozen-by', {
              day: formatDay(dayOf(plan.frozenAt, timeZone), language),
              name: plan.frozenByName,
              version: plan.version,
            }),
          },
        ]}
      />
    </Part>
  )
}

function DoPart({ trial }: { trial: TrialShown }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const { data: sheets } = useEndpoint(planApi.sheets, { id: trial.id })
  const day = (at: Date | null) => (at === null ? t('result.a3-none') : formatDay(dayOf(at, timeZone), language))
  return (
    <Part name="do" title={t('result.a3-do')}>
      <Facts
        terms
        facts={[
          {
            term: t('result.a3-started'),
            value: trial.door === 'look-back' ? t('result.a3-looked-back') : day(trial.startedAt),
          },
          { term: t('result.a3-ended'), value: day(trial.endedAt) },
          ...(trial.stopReason === null ? [] : [{ term: t('result.a3-stopped'), value: trial.stopReason }]),
          ...(sheets ?? []).slice(0, 4).map(({ name, rows, firstPeriod, lastPeriod }) => ({
            term: name,
            value: t('result.a3-sheet', { rows, from: firstPeriod, to: lastPeriod }),
          })),
        ]}
      />
    </Part>
  )
}

function StudyPart({ id }: { id: ResultShown['id'] | null }) {
  if (id === null)
    return (
      <Part name="study" title={t('result.a3-study')}>
        {t('result.a3-none')}
      </Part>
    )
  return (
    <Part name="study" title={t('result.a3-study')}>
      <Studied id={id} />
    </Part>
  )
}

/** Expectations that one sheet of paper has room for, each by itself. */
const expectedOnPaper = 6

function Studied({ id }: { id: ResultShown['id'] }) {
  const { sayAll, say } = useLines()
  const { data: result } = useEndpoint(resultApi.find, { id })
  if (!result) return <Loading />
  const { analysis, question, forecasts, picture, trialTitle } = result
  const { sentence, lead } = sentenceOf(analysis, question)
  if (isRefused(analysis)) return <p className="a3-sentence">{sayAll(sentence)}</p>
  const foreseen = forecastLines(analysis, question, forecasts)
  const checks = checkLines(analysis, question)
  const open = checks.filter(({ passed }) => passed !== true)
  return (
    <>
      <p className="a3-sentence">{sayAll(sentence)}</p>
      <p className="small">{sayAll(lead)}</p>
      <div className="a3-pictures">
        <ResultPicture analysis={analysis} question={question} sentence={sayAll(sentence)} title={trialTitle} />
        <DesignPictures analysis={analysis} question={question} picture={picture} title={trialTitle} />
      </div>
      {foreseen && (
        <p className="small">
          <strong>{say(foreseen.sentence)}</strong>{' '}
          {foreseen.each
            .slice(0, expectedOnPaper)
            .map(({ name, range, says }) =>
              t('result.forecast-of', {
                ...{ name: name ?? t('result.forecast-nobody') },
                ...{ range: say(range), outcome: say(says) },
              }),
            )
            .join(' ')}
        </p>
      )}
      <p className="small">
        {t('result.trust-lead', { passed: checks.length - open.length, total: checks.length, grade: analysis.grade })}{' '}
        {open.map(({ title }) => `${say(title)}.`).join(' ')}
      </p>
    </>
  )
}

function ActPart({ trial }: { trial: TrialShown }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const { data: decisions } = useEndpoint(decisionApi.list, { id: trial.id })
  const [decision] = decisions ?? []
  return (
    <Part name="act" title={t('result.a3-act')}>
      {decision ? (
        <>
          <p>
            <strong>{t(`decision.was-${decision.choice}`)}</strong>
            {decision.isWithoutProof && `. ${t('decision.without-proof')}`}
          </p>
          <blockquote>{decision.reason}</blockquote>
          <p className="small quiet">
            {decision.byName}, {formatDay(dayOf(decision.decidedAt, timeZone), language)}
          </p>
        </>
      ) : (
        <p>{t('result.a3-open', { name: trial.ownerName })}</p>
      )}
    </Part>
  )
}
