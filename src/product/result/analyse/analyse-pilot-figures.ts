import { compliersEffect } from '#lib/stats/instrument/compliers-effect.ts'
import { momentsOf } from '#lib/stats/numeric/moments.ts'
import { analysePilot } from '#lib/stats/pilot/analyse-pilot.ts'
import type { PilotFigures, PilotSite } from '#product/plan/trial-figures.ts'
import type { Analysis } from '../analysis.ts'
import { type Beside, nothingBeside, type Received } from '../analysis-parts.ts'
import type { Drawn } from '../drawn.ts'
import type { PilotAnalysis } from '../pilot-analysis.ts'
import { type Asked, choiceOf, confidence, questionFor } from './asked.ts'
import { controlChecks, type Found } from './read-guardrails.ts'
import { readSynthetic, syntheticAnalysis } from './read-synthetic.ts'
import { readTrends } from './read-trends.ts'

/** Some sites against others: difference in differences, or a mixture of the others where the plan says so. */
export function analysePilotFigures(figures: PilotFigures, asked: Asked): { analysis: Analysis; drawn: Drawn | null } {
  const { sites, since, plan } = figures
  const { body } = plan
  const synthetic = asked.isLook && body.method === null ? null : readSynthetic(figures)
  if (body.method !== null) return syntheticAnalysis(figures, asked, synthetic, body.method)
  const { control } = figures
  const found: Found | null =
    control === undefined ? null : analysePilot({ sites: control.sites, since }, questionFor(body, asked))
  const analysis = analysePilot(
    { sites: sites.map(({ name, treated, values }) => ({ name, treated, values })), since },
    {
      ...questionFor(body, asked),
      harmLevel: asked.harmLevel,
      guardrails: body.guardrails.map(({ name, better, margin }, at) => ({
        ...{ name, better, margin },
        panel: { sites: figures.guardrails[at] ?? [], since },
      })),
      moreChecks: [...asked.moreChecks, ...controlChecks(control?.name, found)],
      choice: choiceOf(body, since),
    },
  )
  if ('refused' in analysis) return { analysis: { ...analysis, design: 'pilot' }, drawn: null }
  if (asked.isLook) return { analysis: { ...analysis, beside: nothingBeside }, drawn: null }
  const beside: Beside = {
    readings: synthetic?.readings ?? [],
    trends: readTrends(sites.map(({ name, treated, values }) => ({ name, since: treated ? since : null, values }))),
    leaveOneOut: analysis.leaveOneOut,
    received: readReceived(analysis, sites, since),
    segments: [],
  }
  return { analysis: { ...analysis, beside }, drawn: synthetic?.drawn ?? null }
}

/** The effect on sites that really did it because it was theirs to do. Null where nobody wrote down who did. */
function readReceived({ perSite }: PilotAnalysis, sites: readonly PilotSite[], since: number): Received | null {
  const took = new Map(
    sites.flatMap(({ name, received }) => {
      const known = received?.slice(since).filter((each) => each !== null) ?? []
      return known.length === 0 ? [] : [[name, momentsOf(known.map(Number)).mean] as const]
    }),
  )
  const units = (isTreated: boolean) =>
    perSite.flatMap(({ name, treated, change }) => {
      const share = took.get(name)
      return treated !== isTreated || share === undefined ? [] : [{ outcome: change, took: share }]
    })
  const [treated, comparison] = [units(true), units(false)]
  if (treated.length === 0 || comparison.length === 0) return null
  return receivedOf(compliersEffect(treated, comparison, { confidence }))
}

export function receivedOf(effect: ReturnType<typeof compliersEffect>): Received {
  const { estimate, standardError, low, high, pValue, takenTreated, takenComparison, isWeak, reason } = effect
  return {
    method: 'compliers',
    ...{ estimate, standardError, low, high, confidence, pValue, takenTreated, takenComparison, isWeak, reason },
  }
}
