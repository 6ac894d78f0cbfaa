import { useState } from 'react'
import type { Metric } from '#product/metric/metric.ts'
import type { Situation } from '#product/outlook/outlook.ts'
import { trialTemplates } from '#product/outlook/templates.ts'
import type { Design } from '#product/trial/trial.ts'
import type { DraftBody } from '../../draft.ts'
import { type Measures, measuresIn } from './measures-in.ts'
import { nobodyYet, type Who } from './who.ts'

/** What is said of a trial on own figures before its history is written, and is no part of the draft. */
export interface OwnPlan {
  situation: Situation
  onSituation: (situation: Situation) => void
  /** Beside the trial's own measure; of those that come as often. */
  measures: Measures
  onMeasures: (measures: Measures) => void
  who: Who
  onWho: (who: Who) => void
}

export function useOwnPlan(body: DraftBody, design: Design, metrics: readonly Metric[]): OwnPlan {
  const [situation, onSituation] = useState(usual)
  const [measures, onMeasures] = useState(() => measuresIn(body))
  // Each design keeps its own, for whoever looks at another and comes back.
  const [whos, setWhos] = useState<Partial<Record<Design, Who>>>(() => ({
    [design]: { ...nobodyYet, drawId: body.measured?.drawId ?? null },
  }))
  return {
    ...{ situation, onSituation, onMeasures },
    measures: fittingIn(measures, metrics, body.metricId),
    who: whos[design] ?? nobodyYet,
    onWho: (who) => setWhos({ ...whos, [design]: who }),
  }
}

/** With another measure of the trial, those that come as often as it stay. */
function fittingIn(measures: Measures, metrics: readonly Metric[], mainId: Metric['id'] | null): Measures {
  const main = metrics.find(({ id }) => id === mainId)
  if (!main) return measures
  const fits = new Set(metrics.flatMap(({ id, every }) => (id !== main.id && every === main.every ? [id] : [])))
  return {
    guardrails: measures.guardrails.filter(({ metricId }) => fits.has(metricId)),
    controlId: measures.controlId !== null && fits.has(measures.controlId) ? measures.controlId : null,
    alsoIds: measures.alsoIds.filter((id) => fits.has(id)),
  }
}

/** The careful answers, until somebody gives others. */
const usual: Situation = trialTemplates[0]?.situation ?? {
  ...{ unitsPerPeriod: null, spillover: false, mayDraw: true, allInTheEnd: false, canSwitch: false },
  ...{ carryOver: 0, sitesTreatable: null, pickedAtWorst: false, periodsAhead: 8 },
}
