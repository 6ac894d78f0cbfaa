import { useState } from 'react'
import { Split, Stack } from '#design/Layout.tsx'
import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { sheetApi } from '#product/sheet/sheet-api.ts'
import type { Design, TrialShown } from '#product/trial/trial.ts'
import { DesignChoice } from '#product/trial/ui/DesignChoice.tsx'
import { DoorChoice } from '#product/trial/ui/DoorChoice.tsx'
import { useDesign } from '#product/trial/ui/use-design.ts'
import { useDoor } from '#product/trial/ui/use-door.ts'
import type { Draft, DraftBody } from '../draft.ts'
import { planApi } from '../plan-api.ts'
import { BesideMeasures } from './BesideMeasures.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { DraftFacts } from './DraftFacts.tsx'
import { DraftState } from './DraftState.tsx'
import { type FiguresSource, FiguresStep } from './FiguresStep.tsx'
import { Forecasts } from './Forecasts.tsx'
import { FreezeBox } from './FreezeBox.tsx'
import { Guardrails } from './Guardrails.tsx'
import { asksMore, MoreStep } from './MoreStep.tsx'
import { missingParts } from './missing-parts.ts'
import { useOwnPlan } from './own/use-own-plan.ts'
import { StartingPoint } from './StartingPoint.tsx'
import { usePlanDraft } from './use-plan-draft.ts'
import { usePlanPreview } from './use-plan-preview.ts'
import { WordsStep } from './WordsStep.tsx'

const noTable = { measured: null, sheetId: null } as const

interface PlanFormProps {
  trial: TrialShown
  stored: Draft
  /** Throws away what is typed here for what somebody else has saved. */
  onLoadTheirs: () => void
}

/** A plan while it is written, on one page: every part can be done in any order, and saves itself. */
export function PlanForm({ trial, stored, onLoadTheirs }: PlanFormProps) {
  const draft = usePlanDraft(stored)
  // Sites that are chosen already came along from a chart: their figures are here.
  const isOwn = stored.body.measured !== null || stored.body.siteIds.length > 0
  const [source, setSource] = useState<FiguresSource>(isOwn ? 'own' : 'table')
  const door = useDoor(trial)
  const taken = useDesign(trial)
  const { design } = taken
  const freeze = useAction(planApi.freeze)
  const { body } = draft
  const { data: metrics } = useEndpoint(metricApi.list, {})
  const sheet = useEndpoint(sheetApi.find, { id: body.sheetId ?? '' }, { enabled: body.sheetId !== null })
  const reading = usePlanPreview(trial.id, design, body)
  const metric = metrics?.find(({ id }) => id === body.metricId) ?? null
  const own = useOwnPlan(body, design, metrics ?? [])
  const [suggested, setSuggested] = useState<{ name: string; unit: string } | null>(null)
  const overtaken = draft.isOvertaken ? [t('plan.overtaken')] : []
  const isUnwritten = source === 'own' && !body.measured
  const missing = [
    ...overtaken,
    ...missingParts(body, { design, door: door.door, kind: metric?.kind, isUnwritten }, reading),
  ]
  const { isReading } = reading
  const isBack = door.door === 'look-back'

  function change(part: Partial<DraftBody>): void {
    // What was wrong with the last attempt is looked at again with the next.
    if (freeze.error) freeze.reset()
    // The table of record is about one measure: with another it would say what nobody measured.
    const isOther = body.measured && part.metricId !== undefined && part.metricId !== body.metricId
    draft.change(isOther ? { ...part, ...noTable } : part)
  }
  function takeDesign(next: Design): void {
    taken.take(next)
    if (next === 'split') setSource('table')
    if (body.measured && next !== design) change(noTable)
  }
  function errorOf(pointer: string): string | undefined {
    return freeze.error?.field(pointer) ?? draft.error?.field(pointer) ?? reading.error?.field(pointer)
  }

  const step = { trial, door, design, body, sheet: sheet.data, metric, onChange: change, errorOf }
  return (
    <Split aside={<DraftState draft={draft} missing={missing} isReading={isReading} />}>
      <DraftConflict
        draft={draft}
        stored={stored}
        onLoadTheirs={() => {
          draft.drop()
          onLoadTheirs()
        }}
      />
      <Section title={t('plan.step.words')}>
        <Stack gap="3">
          <StartingPoint {...{ body, own, metrics, source }} onChange={change} onSuggested={setSuggested} />
          <WordsStep {...step} suggested={suggested} />
        </Stack>
      </Section>
      <Section title={t('plan.step.design')} lead={t('plan.step.design-lead')}>
        <DesignChoice design={{ ...taken, take: takeDesign }} />
      </Section>
      <Section title={t('plan.step.door')} lead={t('plan.step.door-lead')}>
        <DoorChoice door={door} isRandomised={body.isRandomised} />
      </Section>
      <FiguresStep
        {...step}
        reading={reading}
        draft={draft}
        own={own}
        source={source}
        onSource={setSource}
        metrics={metrics ?? []}
        error={sheet.error}
        onDesign={takeDesign}
      />
      {source === 'table' && (
        <Section title={t('plan.guardrails')} lead={t('plan.step.guardrails-lead')}>
          <Guardrails
            guardrails={body.guardrails}
            description={sheet.data?.description}
            onGuardrails={(guardrails) => change({ guardrails })}
            errorOf={errorOf}
          />
          <BesideMeasures body={body} description={sheet.data?.description} onChange={change} errorOf={errorOf} />
        </Section>
      )}
      {asksMore(design, door.door, body) && (
        <Section
          title={t(isBack ? 'plan.step.more-back' : 'plan.step.more')}
          lead={t(isBack ? 'plan.step.more-lead-back' : 'plan.step.more-lead')}
        >
          <MoreStep {...step} door={door.door} stopsFrom={reading.read?.stopsFrom ?? null} />
        </Section>
      )}
      <Section title={t('plan.body.forecasts')} lead={t(isBack ? 'plan.forecasts-lead-back' : 'plan.forecasts-lead')}>
        <Forecasts
          forecasts={body.forecasts}
          unit={metric?.unit}
          onForecasts={(forecasts) => change({ forecasts })}
          errorOf={errorOf}
        />
      </Section>
      <Section title={t('plan.as-frozen')}>
        <Stack gap="3">
          <DraftFacts
            body={body}
            door={door.door}
            design={design}
            metric={metric}
            sheet={sheet.data}
            reading={reading}
          />
          <FreezeBox
            trial={trial}
            door={{ ...door, isBusy: door.isBusy || taken.isBusy }}
            draft={draft}
            missing={missing}
            isReading={isReading}
            freeze={freeze}
          />
        </Stack>
      </Section>
    </Split>
  )
}
