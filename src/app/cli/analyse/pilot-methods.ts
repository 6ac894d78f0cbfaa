import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import type { TrialEffect } from '#lib/stats/analyse/trial-answer.ts'
import { type ReadPanel, readPanel } from '#lib/stats/pilot/read-panel.ts'
import { arrangeSites } from '#lib/stats/sites/arrange-sites.ts'
import { compareMeans } from '#lib/stats/sites/compare-means.ts'
import { LEAST_SITES } from '#lib/stats/sites/few-sites.ts'
import { permutationInterval } from '#lib/stats/sites/permutation-interval.ts'
import { wildClusterBootstrap } from '#lib/stats/sites/wild-cluster-bootstrap.ts'
import { WrongInput } from '../wrong-input.ts'
import { byAugmented, bySynthetic, bySyntheticDifference } from './pilot-synthetic.ts'
import { seed, type Told } from './told.ts'

/** What a named alternative found in a pilot. */
export interface PilotFound {
  readonly method: string
  readonly effect: Omit<TrialEffect, 'confidence'>
  readonly words: Told['method']
  /** What the comparison would have had, period by period; null: the others as they were. */
  readonly expected: readonly number[] | null
  /** Donors and their weights. */
  readonly weights: readonly { name: string; weight: number }[]
}

type Read = (panel: SheetPanel, read: ReadPanel) => PilotFound

/** `did`: difference in differences, judged by what holds at this number of sites; what is done anyway. */
export const pilotMethods: Readonly<Record<string, Read | null>> = {
  did: null,
  'cluster-robust': byRobust,
  permutation: byPermutation,
  placebo: byPlacebo,
  'wild-bootstrap': byWild,
  'synthetic-control': bySynthetic,
  'synthetic-difference': bySyntheticDifference,
  augmented: byAugmented,
}

/** Whether the method stands on both groups having moved alike before. */
export function isByChanges({ expected }: PilotFound): boolean {
  return expected === null
}

/** The sites as the methods of changes read them; the pilot itself has been read by then. @throws {WrongInput} */
export function readSites(panel: SheetPanel): ReadPanel {
  const read = readPanel(panel)
  if ('refused' in read) throw new WrongInput(`Nothing can be told: ${read.refused}.`)
  return read
}

const few = 'too few sites in one of the groups, or they do not differ. Leave --method out to see what can be told.'

function byRobust(_: SheetPanel, { treated, comparison, resolution }: ReadPanel): PilotFound {
  const { estimate, standardError, low, high, pValue } = compareMeans(treated.changes, comparison.changes, {
    resolution,
  })
  if (pValue === null) throw new WrongInput(`--method cluster-robust: ${few}`)
  return ofChanges(
    'did-cr2',
    { estimate, standardError, low, high, pValue, smallestPossibleP: null },
    {
      name: 'Difference in differences, cluster-robust (CR2)',
      step: 'One change for each site; the interval comes from how much sites differ, with Bell and McCaffrey’s degrees of freedom.',
      source: 'Bell & McCaffrey (2002), Survey Methodology 28, 169-181',
    },
  )
}

function byPermutation(_: SheetPanel, { treated, comparison, resolution }: ReadPanel): PilotFound {
  if (Math.min(treated.sites, comparison.sites) < LEAST_SITES)
    throw new WrongInput(
      `--method permutation: at least ${LEAST_SITES} sites in each group; with fewer --method placebo.`,
    )
  const options = { seed, resolution, statistic: 'studentised' } as const
  const arranged = arrangeSites(treated.changes, comparison.changes, options)
  const { low, high } = permutationInterval(arranged, 0.95)
  return ofChanges(
    'did-permutation',
    { ...pOf(arranged), low, high },
    {
      name: 'Difference in differences, permutation of the sites',
      step: 'How unusual the difference, held against its scatter, is among all ways to choose as many sites gives p and the interval.',
      source: 'Chung & Romano (2013), Annals of Statistics 41, 484-507',
    },
  )
}

function byPlacebo(_: SheetPanel, { treated, comparison, resolution }: ReadPanel): PilotFound {
  const arranged = arrangeSites(treated.changes, comparison.changes, { seed, resolution, statistic: 'difference' })
  return ofChanges(
    'did-placebo',
    { ...pOf(arranged), low: null, high: null },
    {
      name: 'Difference in differences, placebos',
      step: 'How unusual the plain difference is among all ways to choose as many sites gives p; it gives no interval.',
      source: 'Fisher (1935), The Design of Experiments',
    },
  )
}

function byWild(_: SheetPanel, { used, treated, comparison }: ReadPanel): PilotFound {
  if (Math.min(treated.sites, comparison.sites) < 3)
    throw new WrongInput(
      '--method wild-bootstrap: at least 3 sites in each group, or it is erratic; with fewer --method placebo.',
    )
  const found = wildClusterBootstrap(
    {
      y: used.map(({ change }) => change),
      x: used.map(({ treated }) => [1, treated ? 1 : 0]),
      clusters: used.map(({ name }) => name),
    },
    { contrast: [0, 1], seed },
  )
  const { estimate, pValue, low, high, smallestPossibleP, draws, exact } = found
  if (estimate === null || pValue === null) throw new WrongInput(`--method wild-bootstrap: ${few}`)
  return ofChanges(
    'did-wild-bootstrap',
    { estimate, standardError: null, low, high, pValue, smallestPossibleP },
    {
      name: 'Difference in differences, wild cluster bootstrap',
      step: `The changes are flipped site by site, ${exact ? `in all ${draws} ways` : `${draws} times`}, as if nothing had been changed.`,
      source: 'Cameron, Gelbach & Miller (2008), Review of Economics and Statistics 90, 414-427',
    },
  )
}

function pOf({ estimate, count, smallestPossibleP, atLeastAsFar }: ReturnType<typeof arrangeSites>) {
  return { estimate, standardError: null, pValue: atLeastAsFar(0) / count, smallestPossibleP }
}

function ofChanges(
  method: string,
  effect: PilotFound['effect'],
  { name, step, source }: { name: string; step: string; source: string },
): PilotFound {
  const steps = [
    'For each site: its mean with the change less its mean before. The groups’ changes are compared.',
    step,
  ]
  return { method, effect, words: { name, steps, sources: [source] }, expected: null, weights: [] }
}
