import { type Grade, LEAST_BASELINE } from './grade-evidence.ts'

/** What can be done, as far as it is known. Counts are whole numbers; a period is as often as the metric is measured. */
export interface Possibilities {
  /** Whether the outcome can be measured at all. */
  measured: boolean
  /** Single people, orders or rooms that could each get it or not, by chance; 0 when they cannot be told apart. */
  units: number
  /** Whether what one unit gets changes what others of its site do (they talk, share a queue): then units cannot be split. */
  spillover: boolean
  /** Places or teams where it is measured. */
  sites: number
  /** How many of them may get the change, at most. */
  sitesTreatable: number
  /** Whether chance may choose which of them. */
  drawSites: boolean
  /** Whether all sites get it in the end, one after the other; and whether chance may choose the order. */
  rollOut: boolean
  drawOrder: boolean
  /** Whether it can be switched off again at will. */
  switchable: boolean
  /** Periods for which it still works after being switched off; null: not known. */
  carryOver: number | null
  /** Periods with values before the start, and periods that the trial may take. */
  periodsBefore: number
  periodsAhead: number
  /** Periods of a season (12 months, 7 days); null: none to speak of. */
  season: number | null
  /** Whether the sites would be picked because they are doing badly just then. */
  pickedAtWorst: boolean
}

export type ProposedDesign =
  | 'split'
  | 'pilot-randomised'
  | 'staggered-randomised'
  | 'switchback'
  | 'pilot-chosen'
  | 'staggered-chosen'
  | 'before-after'
  | 'word'

export interface Requirement {
  code:
    | 'no-measurement'
    | 'spillover'
    | 'more-units'
    | 'tell-units-apart'
    | 'more-sites'
    | 'more-sites-treatable'
    | 'one-site-without'
    | 'draw-sites'
    | 'draw-order'
    | 'roll-out'
    | 'switch-off'
    | 'know-carry-over'
    | 'more-periods-before'
    | 'more-periods-ahead'
    | 'regression-to-the-mean'
  /** What is needed and what there is: both numbers, or both null where it is a matter of yes or no. */
  needed: number | null
  available: number | null
}

export interface DesignRule {
  design: ProposedDesign
  grade: Grade
  /** What stands in its way, in words of `Requirement`; empty when it can be done. */
  missing(possible: Possibilities): Requirement[]
}

/** Fewer units than this in all are better looked at one by one. */
const LEAST_UNITS = 20
/** 4 against 4: below it no permutation test of sites reaches 5 %. */
const LEAST_SITES_DRAWN = 8
/** 4! orders: 1 in 24. */
const LEAST_SITES_STAGGERED = 4
/** 4 on, 4 off: 2 in 70. */
const LEAST_BLOCKS = 8
/** Points a side from which a series is tested and not only described. */
export const LEAST_SERIES = 8

/** Strongest first; among equal grades the one that answers soonest with the fewest assumptions. */
export const DESIGN_RULES: readonly DesignRule[] = [
  {
    design: 'split',
    grade: 'A',
    missing: ({ spillover, units }) => [
      ...unless(!spillover, 'spillover'),
      ...(units === 0 ? unless(false, 'tell-units-apart') : atLeast('more-units', LEAST_UNITS, units)),
    ],
  },
  {
    design: 'pilot-randomised',
    grade: 'A',
    missing: ({ sites, sitesTreatable, drawSites }) => [
      ...unless(drawSites, 'draw-sites'),
      ...atLeast('more-sites', LEAST_SITES_DRAWN, sites),
      ...atLeast('more-sites-treatable', LEAST_SITES_DRAWN / 2, sitesTreatable),
    ],
  },
  {
    design: 'switchback',
    grade: 'A',
    missing: ({ switchable, carryOver, sites, periodsAhead }) => [
      ...unless(switchable, 'switch-off'),
      ...unless(carryOver !== null, 'know-carry-over'),
      // Each block loses the carry-over and must keep as much again; several sites share the blocks out among them.
      ...atLeast(
        'more-periods-ahead',
        Math.ceil(LEAST_BLOCKS / Math.max(1, sites)) * Math.max(1, 2 * (carryOver ?? 0)),
        periodsAhead,
      ),
      ...atLeast('more-sites', 1, sites),
    ],
  },
  {
    design: 'staggered-randomised',
    grade: 'A',
    missing: ({ rollOut, drawOrder, sites, periodsAhead }) => [
      ...unless(rollOut, 'roll-out'),
      ...unless(drawOrder, 'draw-order'),
      ...atLeast('more-sites', LEAST_SITES_STAGGERED, sites),
      ...atLeast('more-periods-ahead', LEAST_SITES_STAGGERED + 1, periodsAhead),
    ],
  },
  {
    design: 'pilot-chosen',
    grade: 'B',
    missing: ({ sites, sitesTreatable, periodsBefore }) => [
      // One against one shows nothing: whatever else struck one of them would look the same.
      ...atLeast('more-sites', 3, sites),
      ...unless(sites < 2 || sitesTreatable < sites || sitesTreatable > 1, 'one-site-without'),
      ...atLeast('more-periods-before', 1, periodsBefore),
    ],
  },
  {
    design: 'staggered-chosen',
    grade: 'B',
    missing: ({ rollOut, sites, periodsBefore, periodsAhead }) => [
      ...unless(rollOut, 'roll-out'),
      ...atLeast('more-sites', 3, sites),
      ...atLeast('more-periods-before', 1, periodsBefore),
      ...atLeast('more-periods-ahead', 3, periodsAhead),
    ],
  },
  {
    design: 'before-after',
    grade: 'C',
    missing: ({ periodsBefore, periodsAhead, pickedAtWorst }) => {
      const isDoubtful = pickedAtWorst && periodsBefore < LEAST_BASELINE
      return [
        ...(isDoubtful
          ? [{ code: 'regression-to-the-mean' as const, needed: LEAST_BASELINE, available: periodsBefore }]
          : []),
        ...atLeast('more-periods-before', LEAST_SERIES, periodsBefore),
        ...atLeast('more-periods-ahead', LEAST_SERIES, periodsAhead),
      ]
    },
  },
]

function atLeast(code: Requirement['code'], needed: number, available: number): Requirement[] {
  return available >= needed ? [] : [{ code, needed, available }]
}

function unless(holds: boolean, code: Requirement['code']): Requirement[] {
  return holds ? [] : [{ code, needed: null, available: null }]
}
