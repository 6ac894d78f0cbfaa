import {
  DESIGN_RULES,
  LEAST_SERIES,
  type Possibilities,
  type ProposedDesign,
  type Requirement,
} from './design-rules.ts'
import { type Grade, LEAST_BASELINE } from './grade-evidence.ts'

/** How the proposed design would be read. */
export type Analysis =
  | 'arm-comparison'
  | 'site-permutation'
  | 'cluster-robust'
  | 'schedule-permutation'
  | 'group-time-effects'
  | 'difference-in-differences'
  | 'synthetic-control'
  | 'placebo-permutation'
  | 'interrupted-series'
  | 'state-space'
  | 'control-chart'
  | 'estimate-by-word'

export interface DesignAdvice {
  design: ProposedDesign
  /** In this order: the headline first, then what stands beside it. */
  analyses: Analysis[]
  /** What it can reach when its checks pass and its plan is frozen. */
  bestGrade: Grade
  /** What speaks for it or limits it. */
  reasons: { code: AdviceCode; values: Record<string, number | null> }[]
  /** Designs with a better grade, and everything that would have to be there for them; easiest first: what only takes
   * more of what there is, then the fewest needs. */
  wouldHelp: { design: ProposedDesign; grade: Grade; needs: Requirement[] }[]
}

export type AdviceCode =
  | 'chance-decides'
  | 'own-comparison'
  | 'compared-with-others'
  | 'only-before-and-after'
  | 'few-sites'
  | 'one-treated-site'
  | 'short-history'
  | 'too-few-points'
  | 'season-not-covered'
  | 'spillover-rules-out-split'
  | 'regression-to-the-mean'
  | 'nothing-measured'

/**
 * The strongest design that is possible, how to read it, the best grade it can reach, and what would make a stronger one
 * possible ("two more sites", "four more periods before").
 *
 * Pure rules, no data: it does not know whether the trial is large enough (that is for the planners), and a design that is
 * possible may still be too dear. Where nothing is measured, or too little, it proposes somebody's word: grade D.
 *
 * @throws {RangeError} when a count is negative or not whole.
 * @see Shadish, Cook & Campbell (2002), Experimental
 *   and Quasi-Experimental Designs (the order of designs).
 */
export function adviseDesign(possible: Possibilities): DesignAdvice {
  for (const count of [
    possible.units,
    possible.sites,
    possible.sitesTreatable,
    possible.periodsBefore,
    possible.periodsAhead,
  ])
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(`counts must be whole numbers of at least 0, got ${count}`)
  const judged = DESIGN_RULES.map(({ design, grade, missing }) => ({
    design,
    grade,
    needs: possible.measured
      ? missing(possible)
      : [{ code: 'no-measurement' as const, needed: null, available: null }, ...missing(possible)],
  }))
  const chosen = judged.find(({ needs }) => needs.length === 0)
  const design = chosen?.design ?? 'word'
  const bestGrade = chosen?.grade ?? 'D'
  const wouldHelp = judged
    .filter(({ grade, needs }) => needs.length > 0 && grade < bestGrade)
    .sort((a, b) => yesOrNo(a) - yesOrNo(b) || a.needs.length - b.needs.length)
  return { design, analyses: analysesOf(design, possible), bestGrade, reasons: reasonsOf(design, possible), wouldHelp }
}

/** How many needs are no matter of more, but of whether it can be done at all. */
function yesOrNo({ needs }: { needs: readonly Requirement[] }): number {
  return needs.filter(({ needed }) => needed === null).length
}

/** From this many sites on, cluster-robust errors hold and permutation stands beside them. */
const MANY_SITES = 20
/** Fewer donors make no synthetic comparison. */
const LEAST_DONORS = 5

function analysesOf(
  design: ProposedDesign,
  { sites, sitesTreatable, periodsBefore, season }: Possibilities,
): Analysis[] {
  switch (design) {
    case 'split':
      return ['arm-comparison']
    case 'pilot-randomised':
      return sites < MANY_SITES ? ['site-permutation', 'cluster-robust'] : ['cluster-robust', 'site-permutation']
    case 'switchback':
      return ['schedule-permutation']
    case 'staggered-randomised':
    case 'staggered-chosen':
      return ['group-time-effects']
    case 'pilot-chosen': {
      const treated = Math.min(sitesTreatable, sites - 1)
      const canSynthesise = treated <= 3 && sites - treated >= LEAST_DONORS && periodsBefore >= LEAST_SERIES
      if (canSynthesise) return ['synthetic-control', 'difference-in-differences']
      if (Math.min(treated, sites - treated) < 4) return ['difference-in-differences', 'placebo-permutation']
      return sites < MANY_SITES
        ? ['difference-in-differences', 'site-permutation']
        : ['difference-in-differences', 'cluster-robust']
    }
    case 'before-after': {
      const first: Analysis = season !== null && periodsBefore >= 3 * season ? 'state-space' : 'interrupted-series'
      const second: Analysis = first === 'state-space' ? 'interrupted-series' : 'control-chart'
      return periodsBefore >= LEAST_BASELINE ? [first, second] : [first]
    }
    case 'word':
      return ['estimate-by-word']
  }
}

function reasonsOf(design: ProposedDesign, possible: Possibilities): DesignAdvice['reasons'] {
  const { sites, sitesTreatable, units, periodsBefore, periodsAhead, season, spillover, pickedAtWorst, measured } =
    possible
  const reasons: DesignAdvice['reasons'] = []
  const say = (code: AdviceCode, values: Record<string, number | null> = {}) => reasons.push({ code, values })
  if (!measured) say('nothing-measured')
  const isDrawn = design === 'split' || design.endsWith('-randomised') || design === 'switchback'
  if (isDrawn) say('chance-decides', { sites, units })
  if (design === 'switchback') say('own-comparison')
  if (design === 'pilot-chosen' || design === 'staggered-chosen') say('compared-with-others', { sites })
  if (design === 'before-after') say('only-before-and-after', { periodsBefore, periodsAhead })
  if (spillover && units > 0 && design !== 'split') say('spillover-rules-out-split', { units })
  if (design === 'pilot-chosen' && Math.min(sitesTreatable, sites - 1) === 1) say('one-treated-site', { sites })
  if (design !== 'split' && design !== 'word' && sites > 1 && sites < MANY_SITES) say('few-sites', { sites })
  if ((design === 'pilot-chosen' || design === 'staggered-chosen') && periodsBefore < 3)
    say('short-history', { periodsBefore })
  if (measured && design === 'word') say('too-few-points', { periodsBefore, periodsAhead, least: LEAST_SERIES })
  if (design === 'before-after' && season !== null && periodsBefore < 2 * season)
    say('season-not-covered', { season, periodsBefore })
  if (pickedAtWorst && !isDrawn) say('regression-to-the-mean', { periodsBefore, least: LEAST_BASELINE })
  return reasons
}
