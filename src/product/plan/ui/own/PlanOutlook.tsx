import { useState } from 'react'
import { Stack } from '#design/Layout.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { HistorySource, Outlook, Situation, Design as Way } from '#product/outlook/outlook.ts'
import { CanItTell } from '#product/outlook/ui/CanItTell.tsx'
import { CostOfLooking } from '#product/outlook/ui/CostOfLooking.tsx'
import { DesignAdvice } from '#product/outlook/ui/DesignAdvice.tsx'
import { IfWeAreWrong } from '#product/outlook/ui/IfWeAreWrong.tsx'
import { SituationQuestions } from '#product/outlook/ui/SituationQuestions.tsx'
import { useOutlook } from '#product/outlook/ui/use-outlook.ts'
import { useOutlookHead } from '#product/outlook/ui/use-outlook-head.ts'
import { WhatHelps } from '#product/outlook/ui/WhatHelps.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Design } from '#product/trial/trial.ts'
import type { DraftBody } from '../../draft.ts'

interface PlanOutlookProps {
  history: HistorySource
  metric: Metric
  body: Pick<DraftBody, 'worthHaving' | 'runsFor' | 'stops'>
  situation: Situation
  onSituation: (situation: Situation) => void
  /** Called with the design that somebody takes from the advice. */
  onDesign: (design: Design) => void
}

/** Whether the trial could tell anything, in a sentence; why, what would help and what being wrong costs, folded. */
export function PlanOutlook({ history, metric, body, situation, onSituation, onDesign }: PlanOutlookProps) {
  const [way, setWay] = useState<Way | null>(null)
  const { worthHaving, runsFor } = body
  const { data, error } = useOutlook({
    ...{ history, better: metric.better, design: way },
    situation: { ...situation, periodsAhead: Math.min(104, runsFor ?? situation.periodsAhead) },
    worthHaving: worthHaving !== null && worthHaving > 0 ? worthHaving : null,
    worthMinor: metric.worthMinor === null ? null : String(metric.worthMinor),
  })
  if (error) return <ProblemNotice error={error} />
  if (!data) return null
  return (
    <Told
      outlook={data}
      unit={metric.unit}
      onWay={(next) => {
        setWay(next)
        const design = designOf[next]
        if (design) onDesign(design)
      }}
    >
      <SituationQuestions situation={situation} rhythm={data.history.rhythm} onSituation={onSituation} />
    </Told>
  )
}

const designOf: Partial<Record<Way, Design>> = {
  split: 'split',
  'pilot-randomised': 'pilot',
  'pilot-chosen': 'pilot',
  'staggered-randomised': 'staggered',
  'staggered-chosen': 'staggered',
  switchback: 'switchback',
  'before-after': 'before-after',
}

interface ToldProps {
  outlook: Outlook
  unit: string
  onWay: (way: Way) => void
  children: React.ReactNode
}

function Told({ outlook, unit, onWay, children }: ToldProps) {
  const { sentence, lead } = useOutlookHead(outlook, unit)
  const { currency } = useMyself().workspace
  return (
    <Stack gap="2">
      <p>
        <strong>{sentence}</strong>
      </p>
      <p className="small quiet">{lead}</p>
      <details className="numbers small">
        <summary>{t('plan.own.why-so')}</summary>
        <Stack gap="3">
          {children}
          <CanItTell outlook={outlook} unit={unit} level={3} />
          <IfWeAreWrong outlook={outlook} unit={unit} currency={currency} />
          <WhatHelps outlook={outlook} unit={unit} />
          <CostOfLooking outlook={outlook} unit={unit} />
        </Stack>
      </details>
      <details className="numbers small">
        <summary>{t('plan.own.other-designs')}</summary>
        <DesignAdvice outlook={outlook} unit={unit} onChoose={onWay} />
      </details>
    </Stack>
  )
}
