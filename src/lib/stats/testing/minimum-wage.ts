import { readFileSync } from 'node:fs'
import type { StaggeredUnit } from '../staggered/staggered-panel.ts'

interface MinimumWageCounty extends StaggeredUnit {
  values: number[]
  /** Logarithm of the population. */
  covariates: [number]
}

/** Teen employment (logarithm) in 500 counties, 2003 to 2007, of `reference/mpdta-minimum-wage`. */
export function minimumWage(): MinimumWageCounty[] {
  const file = new URL('../../../../reference/mpdta-minimum-wage/mpdta.csv', import.meta.url)
  const units = new Map<string, MinimumWageCounty>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [year = '', county = '', population = '', employment = '', first = ''] = line.split(',')
    const since = first === '0' ? null : Number(first) - 2003
    const found = units.get(county) ?? { name: county, since, values: [], covariates: [Number(population)] }
    found.values[Number(year) - 2003] = Number(employment)
    units.set(county, found)
  }
  return [...units.values()]
}
