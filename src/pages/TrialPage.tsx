import { Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '#design/Button.tsx'
import { Grade } from '#design/Grade.tsx'
import { Split, Stack } from '#design/Layout.tsx'
import { Loading } from '#design/Loading.tsx'
import { Notice } from '#design/Notice.tsx'
import { Page } from '#design/Page.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import { Link, useAddress, useQueryText } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { decisionApi } from '#product/decision/decision-api.ts'
import { DecisionForm, type LostDecision } from '#product/decision/ui/DecisionForm.tsx'
import { DecisionRead } from '#product/decision/ui/DecisionRead.tsx'
import { RollBackList } from '#product/diary/ui/RollBackList.tsx'
import { TrialDiary } from '#product/diary/ui/TrialDiary.tsx'
import { TrialGain } from '#product/gain/ui/TrialGain.tsx'
import { SavedByStopping } from '#product/look/ui/SavedByStopping.tsx'
import { TrialWatch } from '#product/look/ui/TrialWatch.tsx'
import { type Standing, useStanding } from '#product/look/ui/use-standing.ts'
import { planApi } from '#product/plan/plan-api.ts'
import { AddOutcomes } from '#product/plan/ui/AddOutcomes.tsx'
import { Gaps } from '#product/plan/ui/Gaps.tsx'
import { PlanRead } from '#product/plan/ui/PlanRead.tsx'
import { TrialFigures } from '#product/plan/ui/TrialFigures.tsx'
import { TrialSheets } from '#product/plan/ui/TrialSheets.tsx'
import { type ResultRow, type ResultShown, resultApi } from '#product/result/result-api.ts'
import { sentenceOf } from '#product/result/sentence.ts'
import { EarlierResults } from '#product/result/ui/EarlierResults.tsx'
import { MeasureAgain } from '#product/result/ui/MeasureAgain.tsx'
import { ResultFigures } from '#product/result/ui/ResultFigures.tsx'
import { ResultMethod } from '#product/result/ui/ResultMethod.tsx'
import { ResultMoved } from '#product/result/ui/ResultMoved.tsx'
import { ResultView } from '#product/result/ui/ResultView.tsx'
import { ShareResult } from '#product/result/ui/ShareResult.tsx'
import { useLines } from '#product/result/ui/use-lines.ts'
import { RollOutPart } from '#product/roll-out/ui/RollOutPart.tsx'
import type { TrialShown } from '#product/trial/trial.ts'
import { trialApi } from '#product/trial/trial-api.ts'
import { TrialHead } from '#product/trial/ui/TrialHead.tsx'
import { TrialMoves } from '#product/trial/ui/TrialMoves.tsx'
import { FailurePage } from './FailurePage.tsx'

/** One trial: its result once it is over, what was decided and why; before that its plan and what has come in. */
export function TrialPage({ id }: { id: string }) {
  const { data: trial, error } = useEndpoint(trialApi.find, { id })
  if (error) return <FailurePage error={error} />
  if (!trial) return <Loading />
  return trial.endedAt === null ? <Coming trial={trial} /> : <Over trial={trial} />
}

/** A draft, a frozen plan, or a trial that runs. */
function Coming({ trial }: { trial: TrialShown }) {
  const addressOf = useAddress()
  const { say } = useLines()
  const standing = useStanding(trial)
  const { data: sheets } = useEndpoint(planApi.sheets, { id: trial.id })
  const isDraft = trial.state === 'draft'
  return (
    <TrialFrame
      trial={trial}
      sentence={standing ? say(standing.told.sentence) : trial.title}
      next={standing && say(standing.next)}
      actions={
        <>
          <TrialMoves
            trial={trial}
            hasOutcomes={sheets?.some(({ hasOutcomes }) => hasOutcomes) ?? false}
            isDue={isDue(standing)}
          />
          <ButtonLink variant={isDraft ? 'primary' : 'default'} href={addressOf(`/trials/${trial.id}/plan`)}>
            {t(isDraft ? 'result.go-on-planning' : 'result.to-plan')}
          </ButtonLink>
        </>
      }
    >
      {!isDraft && (
        <>
          {standing && <TrialWatch trial={trial} standing={standing} />}
          {trial.startedAt !== null && <Diary trial={trial} />}
          <Outcomes trial={trial} />
          <PlanRead trial={trial} />
        </>
      )}
    </TrialFrame>
  )
}

/** The figures so far, and where the next come from: from what is measured here by themselves, otherwise as a table. */
function Outcomes({ trial }: { trial: TrialShown }) {
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const body = plans?.at(-1)?.body
  if (!body) return null
  if (body.measured)
    return (
      <>
        {trial.state === 'running' && <Gaps trial={trial} />}
        <TrialFigures trial={trial} />
      </>
    )
  return (
    <Split aside={<TrialSheets trial={trial} />}>
      <AddOutcomes trial={trial} />
      <TrialFigures trial={trial} />
    </Split>
  )
}

/** Its planned time is over; or nobody said how long it runs, and then any day may be its last. */
function isDue(standing: Standing | undefined): boolean {
  const newest = standing?.looks[0]
  return newest === undefined || newest.advice === 'end'
}

/** What people wrote down; and of a stopped trial what that saved. */
function Diary({ trial }: { trial: TrialShown }) {
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const body = plans?.at(-1)?.body
  if (!body) return null
  return (
    <>
      {trial.stopReason !== null && <SavedByStopping trial={trial} body={body} />}
      <TrialDiary trial={trial} body={body} />
    </>
  )
}

/** Of a stopped trial what has to be undone, before anything else is read; not where it was adopted all the same. */
function Undo({ trial }: { trial: TrialShown }) {
  const isStopped = trial.stopReason !== null
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id }, { enabled: isStopped })
  const { data: decisions } = useEndpoint(decisionApi.list, { id: trial.id }, { enabled: isStopped })
  const body = plans?.at(-1)?.body
  if (!body || !decisions || decisions[0]?.choice === 'adopt') return null
  return <RollBackList trial={trial} body={body} />
}

/** The result that counts, unless the address names an earlier one. */
function Over({ trial }: { trial: TrialShown }) {
  const [query] = useQueryText()
  const { data: rows, error } = useEndpoint(resultApi.list, { id: trial.id })
  const { data: decisions } = useEndpoint(decisionApi.list, { id: trial.id })
  if (error) return <FailurePage error={error} />
  if (!rows || !decisions) return <Loading />
  const decided = decisions[0]
  const asked = rows.find(({ id }) => id === query.get('result'))
  const counts = rows.find(({ id, isInForce }) => (decided ? id === decided.resultId : isInForce))
  const shown = asked ?? counts
  if (!shown) return <NotYet trial={trial} />
  return <Measured key={shown.id} trial={trial} row={shown} rows={rows} counts={counts} />
}

/** Over, and not measured by the plan in force. */
function NotYet({ trial }: { trial: TrialShown }) {
  const { data: plans, error } = useEndpoint(planApi.list, { id: trial.id })
  if (error) return <FailurePage error={error} />
  if (!plans) return <Loading />
  const [ended, frozen] = [trial.endedAt, plans.at(-1)?.frozenAt].map((at) => at?.getTime() ?? 0)
  return (
    <TrialFrame trial={trial} sentence={trial.title}>
      <Undo trial={trial} />
      <MeasureAgain trial={trial} since={new Date(Math.max(ended ?? 0, frozen ?? 0))} />
      <PlanRead trial={trial} />
    </TrialFrame>
  )
}

interface MeasuredProps {
  trial: TrialShown
  row: ResultRow
  rows: readonly ResultRow[]
  counts: ResultRow | undefined
}

function Measured({ trial, row, rows, counts }: MeasuredProps) {
  const { sayAll } = useLines()
  const addressOf = useAddress()
  const { data: result, error } = useEndpoint(resultApi.find, { id: row.id })
  if (error) return <FailurePage error={error} />
  if (!result) return <Loading />
  const { sentence, lead } = sentenceOf(result.analysis, result.question)
  const isCounting = row.id === counts?.id
  // Newest first: the one before stands behind it.
  const before = rows[rows.findIndex(({ id }) => id === row.id) + 1]
  return (
    <TrialFrame
      trial={trial}
      grade={result.grade && <Grade of={result.grade} large />}
      sentence={sayAll(sentence)}
      lead={sayAll(lead)}
      actions={
        <>
          <ButtonLink icon={Printer} href={addressOf(`/trials/${trial.id}/a3`)}>
            {t('result.a3')}
          </ButtonLink>
          <ShareResult id={row.id} trial={trial} />
        </>
      }
    >
      {!isCounting && (
        <Notice tone="warn" title={t('result.not-in-force')}>
          <Link to={`/trials/${trial.id}`}>{t('result.to-newest')}</Link>
        </Notice>
      )}
      <Undo trial={trial} />
      <ResultView result={result} />
      {isCounting && <Decided trial={trial} result={result} />}
      {trial.door === 'plan-first' && <Diary trial={trial} />}
      <ResultFigures id={result.id} />
      <ResultMethod result={result} />
      {before && <ResultMoved result={result} beforeId={before.id} />}
      <EarlierResults rows={rows} shownId={row.id} />
      <PlanRead trial={trial} />
    </TrialFrame>
  )
}

/** What to do, or what was done. */
function Decided({ trial, result }: { trial: TrialShown; result: ResultShown }) {
  const { data: decisions, error } = useEndpoint(decisionApi.list, { id: trial.id })
  const [lost, setLost] = useState<LostDecision | null>(null)
  if (error) return <ProblemNotice error={error} />
  const [decision] = decisions ?? []
  if (!decision) return <DecisionForm trial={trial} result={result} onTried={setLost} />
  return (
    <Stack gap="4">
      {lost && (
        <Notice tone="warn" title={t('decision.lost', { choice: t(`decision.${lost.choice}`) })}>
          {t('decision.lost-reason', { reason: lost.reason })}
        </Notice>
      )}
      <DecisionRead decision={decision} />
      <TrialGain trialId={trial.id} />
      {decision.choice === 'adopt' && <Spreading trial={trial} />}
    </Stack>
  )
}

function Spreading({ trial }: { trial: TrialShown }) {
  const { data: plans } = useEndpoint(planApi.list, { id: trial.id })
  const body = plans?.at(-1)?.body
  return body && <RollOutPart trial={trial} body={body} />
}

interface TrialFrameProps {
  trial: TrialShown
  grade?: ReactNode
  sentence: string
  /** Of a running trial: what happens next. */
  next?: string | undefined
  lead?: string
  actions?: ReactNode
  children: ReactNode
}

function TrialFrame({ trial, grade, sentence, next, lead, actions, children }: TrialFrameProps) {
  const addressOf = useAddress()
  return (
    <Page
      crumbs={[
        { label: t('frame.trials'), href: addressOf('/trials') },
        { label: trial.ideaTitle, href: addressOf(`/ideas/${trial.ideaId}`) },
        { label: t('result.this-trial') },
      ]}
      tabTitle={trial.title}
      grade={grade}
      sentence={sentence}
      lead={lead}
      state={<TrialHead trial={trial} next={next} />}
      actions={actions}
    >
      {children}
    </Page>
  )
}
