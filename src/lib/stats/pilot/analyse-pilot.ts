import { missingCheck } from '../evidence/evidence-checks.ts'
import {
  type Check,
  type ExtremeChoice,
  type Grade,
  type GradeReason,
  gradeEvidence,
} from '../evidence/grade-evidence.ts'
import { type EffectJudgement, judgeEffect } from '../evidence/judge-effect.ts'
import type { Direction } from '../evidence/non-inferiority.ts'
import { type EffectInference, inferEffect } from '../sites/infer-effect.ts'
import { type LeaveOneOut, leaveOneOut } from '../sites/leave-one-out.ts'
import { effectOrHarm } from './effect-or-harm.ts'
import { groupSeries, type PeriodMeans } from './group-series.ts'
import { type Guardrail, type GuardrailReading, readGuardrail } from './guardrail.ts'
import type { Panel } from './panel.ts'
import * as checks from './pilot-checks.ts'
import { type PreTrend, preTrend } from './pre-trend.ts'
import { type ReadPanel, type Refusal, readPanel } from './read-panel.ts'
import { type RelativeEffect, relativeEffect } from './relative-effect.ts'
import type { DroppedSite } from './site-changes.ts'

export interface PilotOptions {
  /** Which direction of the metric is good. */
  better: Direction
  /** Long-run coverage of the intervals, in (0, 1), default 0.95. */
  confidence?: number
  /** The smallest effect worth having, a positive amount in the metric's unit. */
  worthHaving?: number
  /** Whole number in 0..2^53 - 1. Store it with the result: it makes drawn permutations repeatable. */
  seed: number
  /** When the plan was frozen: before the outcomes, after them, or never. */
  planned: 'before' | 'after' | 'none'
  /** Whether the treated sites were drawn at random. */
  randomised: boolean
  guardrails?: readonly Guardrail[]
  /** Of a trial that is looked at while it runs, or was stopped: the look's, see `effectOrHarm`. */
  harmLevel?: number | undefined
  /** What the caller has checked itself: a changed plan, a changed definition, a negative control. */
  moreChecks?: readonly Check[]
  /** Where the treated sites were picked because they were doing badly (or well) just then; default: not known to be so. */
  choice?: ExtremeChoice | null
}

/** One group of sites; means over sites, every site one vote, in the unit of the metric. */
export interface PilotGroup {
  role: 'treated' | 'comparison'
  sites: number
  /** Values that went into the means. */
  rows: number
  before: number
  after: number
}

export interface PilotResult extends EffectJudgement {
  design: 'pilot'
  method: `did-${EffectInference['method']}`
  /** How much more the treated sites changed than the others, in the unit of the metric. */
  estimate: number
  standardError: number | null
  degreesOfFreedom: number | null
  /** In the unit of the metric; null (both) when `noInterval` says why. */
  low: number | null
  high: number | null
  confidence: number
  noInterval: EffectInference['noInterval']
  pValue: number
  pValueMethod: EffectInference['pValueMethod']
  smallestPossibleP: number | null
  arrangements: number | null
  rank: number | null
  secondReading: EffectInference['secondReading']
  relative: RelativeEffect
  groups: [PilotGroup, PilotGroup]
  perSite: { name: string; treated: boolean; before: number; after: number; change: number }[]
  dropped: DroppedSite[]
  /** Site-periods: used, without a value, and with a value at a dropped site. They add up to sites times periods. */
  rows: { used: number; missing: number; dropped: number }
  periods: { before: number; after: number }
  series: PeriodMeans[]
  preTrend: PreTrend
  leaveOneOut: LeaveOneOut | null
  guardrails: GuardrailReading[]
  checks: Check[]
  grade: Grade
  gradeReasons: GradeReason[]
}

/**
 * Everything that a pilot can say: some sites got a change, others did not, and there is a value for sites and periods.
 *
 * Difference in differences on one change per site, by the method that holds at this number of sites (`inferEffect`),
 * with its relative size, pre-trend, leave-one-out, guardrails, checks and grade. One plain object that survives JSON:
 * no NaN, no Infinity, no undefined; the same panel, options and seed give the same object. A panel that holds no answer
 * gives a `Refusal` instead: test `'refused' in answer`.
 *
 * While the trial runs only with the confidence and the `harmLevel` of the look (`lookSchedule`). Not for sites that start
 * at different times, and not for sites drawn in pairs or strata.
 *
 * @throws {RangeError} when the panel is malformed (see `periodsOf`) or an option is out of range.
 * @see differenceInDifferences, inferEffect, relativeEffect, preTrend, gradeEvidence for methods and sources.
 */
export function analysePilot(panel: Panel, options: PilotOptions): PilotResult | Refusal {
  const read = readPanel(panel)
  if ('refused' in read) return read
  const {
    confidence = 0.95,
    seed,
    better,
    worthHaving = null,
    planned,
    randomised,
    guardrails = [],
    harmLevel,
    moreChecks = [],
    choice = null,
  } = options
  const { treated, comparison, used, dropped, resolution, periods } = read

  const inference = { confidence, seed, resolution, withSecondReading: true }
  const inferred = inferEffect(treated.changes, comparison.changes, inference)
  const effect =
    harmLevel === undefined
      ? inferred
      : effectOrHarm(inferred, treated.changes, comparison.changes, { level: harmLevel, better, margin: 0, resolution })
  const trend = preTrend(panel, { confidence, seed })
  const without = leaveOneOut(used)
  const held = guardrails.map((guardrail) => readGuardrail(guardrail, { confidence, seed, harmLevel }))
  const done: Check[] = [
    checks.preTrendCheck(trend, randomised),
    checks.driftCheck(trend, effect),
    missingOf(panel, read),
    checks.enoughSitesCheck(effect, treated.sites, comparison.sites),
    checks.variationCheck(effect),
    checks.singleSiteCheck(without, used),
    checks.methodsAgreeCheck(effect),
    ...held.map(checks.guardrailCheck),
    ...moreChecks,
  ]
  const { grade, reasons } = gradeEvidence('pilot', { randomised, planned, checks: done, choice })
  const isUsed = new Set(used.map(({ name }) => name))
  return {
    design: 'pilot',
    ...effect,
    method: `did-${effect.method}`,
    ...judgeEffect(effect, better, worthHaving, done),
    relative: relativeEffect(treated.used, comparison.used, confidence),
    groups: [groupOf(read, 'treated'), groupOf(read, 'comparison')],
    perSite: used.map(({ rows: _, ...site }) => site),
    dropped,
    rows: rowsOf(panel, read),
    periods: { before: panel.since, after: periods - panel.since },
    series: groupSeries(panel.sites.filter(({ name }) => isUsed.has(name))),
    preTrend: trend,
    leaveOneOut: without,
    guardrails: held,
    checks: done,
    grade,
    gradeReasons: reasons,
  }
}

function groupOf(read: ReadPanel, role: PilotGroup['role']): PilotGroup {
  const { sites, before, after, used } = read[role]
  return { role, sites, rows: countRows(used), before, after }
}

function countRows(sites: ReadPanel['used']): number {
  return sites.reduce((sum, { rows }) => sum + rows.before + rows.after, 0)
}

/** Before any site is dropped: a group's share of site-periods that did not go into the estimate. */
function missingOf({ sites }: Panel, read: ReadPanel): Check {
  const shareOf = (isTreated: boolean) => {
    const expected = sites.filter(({ treated }) => treated === isTreated).length * read.periods
    return expected === 0 ? 0 : 1 - countRows(read[isTreated ? 'treated' : 'comparison'].used) / expected
  }
  const [treatedShare, comparisonShare] = [shareOf(true), shareOf(false)]
  return missingCheck([treatedShare, comparisonShare], {
    treatedShare,
    comparisonShare,
    droppedSites: read.dropped.length,
  })
}

function rowsOf({ sites }: Panel, { used, dropped, periods }: ReadPanel): PilotResult['rows'] {
  const inUse = countRows(used)
  const lost = dropped.reduce((sum, { rows }) => sum + rows, 0)
  return { used: inUse, dropped: lost, missing: sites.length * periods - inUse - lost }
}
