import { z } from 'zod'
import { analyseStaggered, type StaggeredAnswer } from '#lib/stats/analyse/analyse-staggered.ts'
import { analyseWedge, type WedgeAnswer } from '#lib/stats/analyse/analyse-wedge.ts'
import type { TrialQuestion } from '#lib/stats/analyse/trial-answer.ts'
import { twoStageLeastSquares } from '#lib/stats/instrument/two-stage-least-squares.ts'
import { type Aggregation, aggregateEffects } from '#lib/stats/staggered/aggregate-effects.ts'
import { groupTimeEffects } from '#lib/stats/staggered/group-time-effects.ts'
import type { StaggeredUnit } from '#lib/stats/staggered/staggered-panel.ts'
import type { StaggeredFigures, StaggeredSite } from '#product/plan/trial-figures.ts'
import type { Analysis } from '../analysis.ts'
import { answer as answered, type Beside, nothingBeside, type Received } from '../analysis-parts.ts'
import type { StaggeredAnalysis } from '../design-analyses.ts'
import type { DrawnOf } from '../drawn.ts'
import { type Asked, choiceOf, confidence, questionFor } from './asked.ts'
import { controlChecks, type Found, guardrailChecks, readGuardrail } from './read-guardrails.ts'
import { readTrends } from './read-trends.ts'

/** Leaving out one site after the other: with more of them, no single one can carry the result. */
const mostLeftOut = 60
/** The sites of a panel with effects of its own, beside the periods: more columns take seconds. */
const mostInPanel = 150

type Way = Aggregation | 'wedge'

/** Sites that start one after another: group-time effects, or a stepped wedge where the plan or weights ask for it. */
export function analyseStaggeredFigures(
  figures: StaggeredFigures,
  asked: Asked,
): { analysis: Analysis; drawn: DrawnOf<'waves'> | null } {
  const { sites, since, plan } = figures
  const { body } = plan
  // Only the wedge weighs its values.
  const way: Way = body.method ?? (sites.some(({ weights }) => weights !== undefined) ? 'wedge' : 'group')
  const base = questionFor(body, { ...asked, moreChecks: [] })
  const guardrails = body.guardrails.map((guardrail, at) =>
    readGuardrail(guardrail, readBy(figures.guardrails[at] ?? [], way, base), asked),
  )
  const control = figures.control === undefined ? null : readBy(figures.control.sites, way, base)
  const question = {
    ...base,
    moreChecks: [...asked.moreChecks, ...guardrailChecks(guardrails), ...controlChecks(figures.control?.name, control)],
    choice: choiceOf(body, since),
  }
  const study = analyseStaggered(unitsOf(sites), { ...question, aggregation: way === 'wedge' ? 'group' : way })
  const isWedgeRead = (way === 'wedge' || !asked.isLook) && canBeWedge(sites)
  const wedge = isWedgeRead ? analyseWedge(wedgeOf(sites), { ...question, siteEffect: 'fixed' }) : null
  const answer = way === 'wedge' ? (wedge ?? study) : study
  if ('refused' in answer) return { analysis: { ...answer, design: 'staggered' }, drawn: null }
  const beside: Beside = asked.isLook
    ? nothingBeside
    : {
        readings: otherReadings(way, study, wedge),
        trends: readTrends(unitsOf(sites)),
        leaveOneOut: way === 'wedge' ? null : leaveOneOut(unitsOf(sites), way, answer.estimate),
        received: readReceived(sites),
        segments: [],
      }
  const analysis: StaggeredAnalysis = {
    ...Plain.parse(answer),
    design: 'staggered',
    sites: sites.length,
    study: 'refused' in study ? null : studyOf(study),
    guardrails,
    beside,
  }
  return { analysis, drawn: wavesOf(sites) }
}

/** What every answer says: each kind has more of its own, and the product keeps what it shows of that in `study`. */
const Plain = z.object({ method: z.string(), ...answered })

function studyOf({ effects, byTime, preTrends, comparison, dropped }: StaggeredAnswer): StaggeredAnalysis['study'] {
  return { effects, byTime, preTrends, comparison, dropped }
}

function unitsOf(sites: readonly StaggeredSite[]): StaggeredUnit[] {
  return sites.map(({ name, start, values }) => ({ name, since: start, values }))
}

function wedgeOf(sites: readonly StaggeredSite[]) {
  return sites.map(({ name, start, values, weights }) => ({ name, start, values, ...(weights ? { weights } : {}) }))
}

function canBeWedge(sites: readonly StaggeredSite[]): boolean {
  return sites.length <= mostInPanel && sites.some(({ values }) => values.some((value) => value !== null))
}

/** Another metric of the same sites, read in the same way. */
function readBy(sites: readonly StaggeredSite[], way: Way, question: TrialQuestion): Found {
  if (way !== 'wedge') return analyseStaggered(unitsOf(sites), { ...question, aggregation: way })
  return canBeWedge(sites)
    ? analyseWedge(wedgeOf(sites), { ...question, siteEffect: 'fixed' })
    : { refused: 'no-variation' }
}

function otherReadings(
  way: Way,
  study: ReturnType<typeof analyseStaggered>,
  wedge: WedgeAnswer | { refused: string } | null,
): Beside['readings'] {
  const other = way === 'wedge' ? study : wedge
  if (other === null || 'refused' in other) return []
  const { method, estimate, low, high, pValue } = other
  return [{ method, estimate, low, high, pValue }]
}

/** How far the effect leans on any one site. Null with many sites, or where none can be left out. */
function leaveOneOut(units: readonly StaggeredUnit[], way: Aggregation, estimate: number): Beside['leaveOneOut'] {
  if (units.length > mostLeftOut) return null
  const left = units.flatMap(({ name }) => {
    const table = groupTimeEffects(
      units.filter((unit) => unit.name !== name),
      { confidence },
    )
    const without = 'refused' in table ? null : aggregateEffects(table, way).overall
    return without === null ? [] : [{ site: name, without: without.estimate }]
  })
  const [first] = left
  if (!first) return null
  const farthest = left.reduce((most, each) =>
    Math.abs(each.without - estimate) > Math.abs(most.without - estimate) ? each : most,
  )
  const all = left.map(({ without }) => without)
  return {
    low: Math.min(...all),
    high: Math.max(...all),
    site: farthest.site,
    estimateWithout: farthest.without,
    signChanges: all.some((without) => without * estimate <= 0),
  }
}

/**
 * The effect of what was really received, by two-stage least squares beside sites and periods, sites as clusters: whether
 * a site was meant to have the change moves how much it received. Null where nobody wrote that down.
 */
function readReceived(sites: readonly StaggeredSite[]): Received | null {
  if (sites.length > mostInPanel || !sites.some(({ received }) => received?.some((each) => each !== null))) return null
  const periods = sites[0]?.values.length ?? 0
  const rows = sites.flatMap(({ name, start, values, weights, received }, site) =>
    values.flatMap((value, period) => {
      const took = received?.[period] ?? null
      if (value === null || took === null) return []
      return [
        {
          name,
          site,
          period,
          value,
          took,
          meant: start !== null && period >= start ? 1 : 0,
          weight: weights?.[period] ?? 1,
        },
      ]
    }),
  )
  if (rows.length === 0) return null
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const column = (of: (row: (typeof rows)[number]) => number) => {
    // Weighted least squares: rows times the root of their weight, so that the level becomes a column of its own.
    const mean = rows.reduce((sum, row) => sum + row.weight * of(row), 0) / total
    return rows.map((row) => Math.sqrt(row.weight) * (of(row) - mean))
  }
  const known = (of: (row: (typeof rows)[number]) => number) => new Set(rows.map(of))
  const covariates = [
    ...[...known(({ site }) => site)].slice(1).map((site) => column((row) => (row.site === site ? 1 : 0))),
    ...Array.from({ length: periods }, (_, period) => period)
      .filter((period) => known((row) => row.period).has(period))
      .slice(1)
      .map((period) => column((row) => (row.period === period ? 1 : 0))),
  ]
  const { estimate, standardError, low, high, pValue, firstStage, reason } = twoStageLeastSquares(
    {
      outcome: column(({ value }) => value),
      treatment: column(({ took }) => took),
      instruments: [column(({ meant }) => meant)],
      covariates,
      clusters: rows.map(({ name }) => name),
    },
    { confidence },
  )
  return {
    method: 'two-stage',
    ...{ estimate, standardError, low, high, confidence, pValue },
    ...{ takenTreated: null, takenComparison: null, isWeak: firstStage.isWeak, reason },
  }
}

/** The mean of each wave over time. */
function wavesOf(sites: readonly StaggeredSite[]): DrawnOf<'waves'> {
  const starts = [...new Set(sites.map(({ start }) => start))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  const periods = sites[0]?.values.length ?? 0
  return {
    kind: 'waves',
    waves: starts.map((since) => {
      const wave = sites.filter(({ start }) => start === since)
      return {
        since,
        sites: wave.length,
        means: Array.from({ length: periods }, (_, period) => meanOf(wave.map(({ values }) => values[period] ?? null))),
      }
    }),
  }
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
