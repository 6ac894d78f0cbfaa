import type { TrialPanel } from '#product/plan/plan-store.ts'
import type { PilotFigures } from '#product/plan/trial-figures.ts'

/** A panel as every design's figures are. */
export function pilotFiguresOf(panel: TrialPanel): PilotFigures {
  const { body } = panel.plan
  return {
    ...panel,
    design: 'pilot',
    plan: {
      ...panel.plan,
      body: {
        ...body,
        design: 'pilot',
        metric: { ...body.metric, kind: 'mean' },
        columns: { ...body.columns, denominator: null, received: null },
        ...{ method: null, draw: null, chosen: null, startsOn: null, endsOn: null, forecasts: [] },
        stops: { harm: false, futility: false, success: false, looks: 'weekly' },
      },
    },
  }
}
