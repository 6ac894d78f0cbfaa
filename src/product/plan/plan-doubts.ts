import type { PlanDoubt } from './plan-api.ts'
import type { PlanBody } from './plan-body.ts'
import type { FiguresPart, PilotSite, StaggeredSite, SwitchbackSite } from './trial-figures.ts'

/** Figures of any design, as far as they can disagree with their plan. */
type Doubtful = Pick<FiguresPart<PlanBody['design']>, 'strangers' | 'regrouped'> &
  ({ units: unknown } | { sites: readonly Site[]; periods: readonly unknown[]; since: number })
type Site = Pick<PilotSite, 'name' | 'values'> & Partial<Pick<StaggeredSite, 'start'> & Pick<SwitchbackSite, 'on'>>

/** Where the sheets of a trial and its plan do not agree. */
export function planDoubtsOf(figures: Doubtful): PlanDoubt[] {
  const { strangers, regrouped } = figures
  if ('units' in figures) return [...doubt('newcomers', strangers), ...doubt('moved', regrouped)]
  const { sites, periods, since } = figures
  // Before the first outcomes everybody is silent, and nobody needs to hear it.
  const silent = sites.filter((site) => isSilent(site, since)).map(({ name }) => name)
  const isBegun = since < periods.length && silent.length < sites.length
  return [
    ...doubt('strangers', strangers),
    ...doubt('regrouped', regrouped),
    ...(isBegun ? doubt('silent', silent) : []),
  ]
}

function isSilent({ values, on }: Site, since: number): boolean {
  return values.every((value, period) => value === null || (on ? (on[period] ?? null) === null : period < since))
}

function doubt(code: PlanDoubt['code'], sites: readonly string[]): PlanDoubt[] {
  return sites[0] === undefined ? [] : [{ code, count: sites.length, site: sites[0] }]
}
