import type { Generator } from '#lib/stats/numeric/seeded-generator.ts'
import type { Situation } from '../outlook.ts'
import type { SiteHistory } from '../site-history.ts'

export interface Scatter {
  sites: number
  periods: number
  between: number
  within: number
  autocorrelation: number
  /** Standard deviation of what all sites share in a period. */
  shared: number
}

/** Made-up sites with levels of their own, waves of their own, and what they share. */
export function aPanel(
  generator: Generator,
  { sites, periods, between, within, autocorrelation, shared }: Scatter,
): number[][] {
  const common = Array.from({ length: periods }, () => shared * generator.normal())
  const fresh = Math.sqrt(1 - autocorrelation ** 2)
  return Array.from({ length: sites }, () => {
    const level = 100 + between * generator.normal()
    let wave = generator.normal()
    return common.map((of, t) => {
      if (t > 0) wave = autocorrelation * wave + fresh * generator.normal()
      return level + within * wave + of
    })
  })
}

export function aHistory(values: SiteHistory['values'], changes: Partial<SiteHistory> = {}): SiteHistory {
  return {
    sites: values.map((_, at) => `Shop ${at + 1}`),
    periods: (values[0] ?? []).map((_, at) => String(at + 1)),
    rhythm: 'week',
    values,
    unitsPerPeriod: null,
    areShares: false,
    ...changes,
  }
}

export function aSituation(changes: Partial<Situation> = {}): Situation {
  return {
    unitsPerPeriod: null,
    spillover: false,
    mayDraw: true,
    allInTheEnd: false,
    canSwitch: false,
    carryOver: 0,
    sitesTreatable: null,
    pickedAtWorst: false,
    periodsAhead: 8,
    ...changes,
  }
}
