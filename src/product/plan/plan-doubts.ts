import type { MergedPanel } from './merge-panels.ts'
import type { PlanDoubt } from './plan-api.ts'

/** Where the sheets of a trial and its plan do not agree. */
export function planDoubtsOf(
  panel: Pick<MergedPanel, 'sites' | 'periods' | 'since' | 'strangers' | 'regrouped'>,
): PlanDoubt[] {
  const { sites, periods, since, strangers, regrouped } = panel
  const isSilent = (values: readonly (number | null)[]) => values.slice(since).every((value) => value === null)
  // Before the first outcomes everybody is silent, and nobody needs to hear it.
  const silent = sites.filter(({ values }) => isSilent(values)).map(({ name }) => name)
  const isBegun = since < periods.length && silent.length < sites.length
  return [
    ...doubt('strangers', strangers),
    ...doubt('regrouped', regrouped),
    ...(isBegun ? doubt('silent', silent) : []),
  ]
}

function doubt(code: PlanDoubt['code'], sites: readonly string[]): PlanDoubt[] {
  return sites[0] === undefined ? [] : [{ code, count: sites.length, site: sites[0] }]
}
