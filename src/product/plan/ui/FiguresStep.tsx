import { useState } from 'react'
import { Choices } from '#design/Choices.tsx'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { Section } from '#design/Section.tsx'
import type { CallFailed } from '#platform/browser/call.ts'
import { t } from '#platform/browser/language.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import { siteApi } from '#product/site/site-api.ts'
import type { Design, TrialShown } from '#product/trial/trial.ts'
import type { DoorTaken } from '#product/trial/ui/use-door.ts'
import type { DraftBody } from '../draft.ts'
import { DesignParts } from './DesignParts.tsx'
import { historyOf, OwnFigures } from './own/OwnFigures.tsx'
import { PlanOutlook } from './own/PlanOutlook.tsx'
import type { OwnPlan } from './own/use-own-plan.ts'
import { SheetStep, WhatWasRead } from './SheetStep.tsx'
import type { PlanDraft } from './use-plan-draft.ts'
import type { Reading } from './use-plan-preview.ts'

/** Where the figures of a trial come from. */
export type FiguresSource = 'own' | 'table'

interface FiguresStepProps {
  trial: TrialShown
  door: DoorTaken
  design: Design
  body: DraftBody
  sheet: Sheet | undefined
  metric: Metric | null
  metrics: readonly Metric[]
  reading: Reading
  draft: PlanDraft
  own: OwnPlan
  source: FiguresSource
  onSource: (source: FiguresSource) => void
  error: CallFailed | null
  onChange: (part: Partial<DraftBody>) => void
  onDesign: (design: Design) => void
  errorOf: (pointer: string) => string | undefined
}

/** Where the figures come from: what is measured here anyway, or a table; and whether they could tell anything. */
export function FiguresStep(props: FiguresStepProps) {
  const { design, door, body, sheet, metric, metrics, draft, source, onSource, onChange, onDesign, error } = props
  const { data: sites = [] } = useEndpoint(siteApi.list, {})
  const [chosen, setChosen] = useState(() => new Set(body.measured?.sites.map(({ siteId }) => siteId) ?? body.siteIds))
  const open = sites.filter(({ closedOn }) => closedOn === null)
  // Without sites, or of single people, there is nothing that is measured here.
  const offersOwn = open.length > 0 && metrics.length > 0 && design !== 'split'
  const isOwn = offersOwn && source === 'own'
  const taking = open.filter(({ id }) => chosen.has(id))
  const history = isOwn ? historyOf(body.metricId, taking) : null

  return (
    <>
      <Section
        title={t(isOwn ? 'plan.step.own' : 'plan.step.sheet')}
        lead={t(isOwn ? 'plan.step.own-lead' : `plan.step.sheet-lead.${design}.${door.door}`)}
      >
        <Stack gap="3">
          {offersOwn && (
            <Choices
              label={t('plan.source')}
              beside
              value={source}
              onValue={(next) => {
                onSource(next)
                if (next === 'table' && body.measured) onChange({ measured: null, sheetId: null })
              }}
              choices={(['own', 'table'] as const).map((value) => ({
                value,
                title: t(`plan.source.${value}`),
                detail: t(`plan.source.${value}-says`),
              }))}
            />
          )}
          <ProblemNotice error={error} />
          {isOwn ? (
            <>
              <OwnFigures
                {...props}
                key={`${design} ${body.metricId} ${body.measured === null}`}
                sites={open}
                chosen={chosen}
                onChosen={(next) => {
                  setChosen(new Set(next))
                  onChange({ siteIds: [...next] })
                }}
                flush={draft.flush}
                onDraft={draft.take}
              />
              <DesignParts {...{ design, body, onChange }} kind={metric?.kind} errorOf={props.errorOf} />
              {sheet && body.measured && <WhatWasRead {...props} sheet={sheet} />}
            </>
          ) : (
            <SheetStep {...props} />
          )}
        </Stack>
      </Section>
      {history && metric && (
        <Section title={t('plan.step.tell')} lead={t('plan.step.tell-lead')}>
          <PlanOutlook
            history={history}
            metric={metric}
            body={body}
            situation={props.own.situation}
            onSituation={props.own.onSituation}
            onDesign={onDesign}
          />
        </Section>
      )}
    </>
  )
}
