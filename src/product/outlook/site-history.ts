import { leastSquares } from '#lib/stats/numeric/least-squares.ts'
import { matrixFrom } from '#lib/stats/numeric/matrix.ts'
import { type NoiseReading, noiseOf } from '#lib/stats/planning/noise-of.ts'
import type { SiteNoise } from '#lib/stats/planning/site-noise.ts'
import type { Outlook } from './outlook.ts'

/** What was measured before anything was changed: one row a site, oldest period first. */
export interface SiteHistory {
  sites: readonly string[]
  periods: readonly string[]
  rhythm: Outlook['history']['rhythm']
  values: readonly (readonly (number | null)[])[]
  /** Mean of what the values are divided by, in one period at all sites; null where they are not divided. */
  unitsPerPeriod: number | null
  /** Whether every value lies between 0 and 1 and is so many of so many. */
  areShares: boolean
}

/** How the history scatters, read in the three ways that the designs need. */
export interface Reading {
  sites: number
  periods: number
  season: number | null
  /** With what all sites share in a period taken out: for designs that compare sites. */
  shared: NoiseReading | null
  /** As it stands: for sites that are their own comparison. */
  alone: SiteNoise | null
  /** Of the mean of all sites about its own trend and season: for one series. */
  series: {
    standardDeviation: number
    autocorrelation: number
    season: { points: number; waves: number } | null
  } | null
  mean: number | null
  doubt: Outlook['history']['doubt']
}

/** A full cycle of the periods, as far as their name tells: days of a week, months of a year. */
const seasons: Partial<Record<SiteHistory['rhythm'], number>> = { day: 7, week: 52, month: 12, quarter: 4 }
const WAVES = 2
const LEAST_POINTS = 8

/** Reads the noise. Pure; some milliseconds for 50 sites and two years of weeks. */
export function readingOf({ values, rhythm }: SiteHistory): Reading {
  const sites = values.length
  const periods = values[0]?.length ?? 0
  const shared = noiseOf(values)
  const alone = noiseOf(values, { periodsShared: false })
  const present = values.flat().filter((value) => value !== null)
  const season = seasons[rhythm] ?? null
  return {
    sites,
    periods,
    season,
    shared: 'within' in shared ? shared : null,
    alone: 'within' in alone ? alone : null,
    series: seriesOf(values, season),
    mean: present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length,
    doubt: sites < 2 ? ('within' in alone ? null : alone.reason) : shared.reason,
  }
}

/** The mean of the sites, period by period, and what is left of it about a straight line and, with two years, a season. */
function seriesOf(values: SiteHistory['values'], season: number | null): Reading['series'] {
  const means = Array.from({ length: values[0]?.length ?? 0 }, (_, t) => {
    const there = values.flatMap((row) => row[t] ?? [])
    return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length
  })
  const points = means.flatMap((value, t) => (value === null ? [] : [{ t, value }]))
  if (points.length < LEAST_POINTS) return null
  const fitted =
    season !== null && season > 2 * WAVES && points.length >= 2 * season ? { points: season, waves: WAVES } : null
  const rows = points.map(({ t }) => [
    1,
    t / means.length,
    ...Array.from({ length: fitted?.waves ?? 0 }, (_, wave) => {
      const angle = (2 * Math.PI * (wave + 1) * t) / (fitted?.points ?? 1)
      return [Math.sin(angle), Math.cos(angle)]
    }).flat(),
  ])
  const { coefficients } = leastSquares(
    matrixFrom(rows),
    Float64Array.from(points, ({ value }) => value),
  )
  const left: (number | null)[] = means.map(() => null)
  for (const [at, { t, value }] of points.entries())
    left[t] = value - (rows[at] ?? []).reduce((sum, x, k) => sum + x * (coefficients[k] ?? 0), 0)
  const noise = noiseOf([left], { periodsShared: false })
  if (!('within' in noise)) return null
  // What is left of a series that lies on its line is rounding, and would promise to see anything.
  const scale = Math.max(...points.map(({ value }) => Math.abs(value)))
  if (Math.sqrt(noise.within) < 1e-9 * scale) return null
  // The line and the waves have taken their part of the scatter with them.
  const lost = Math.max(1, points.length - (rows[0]?.length ?? 0)) / Math.max(1, points.length - 1)
  return {
    standardDeviation: Math.sqrt(noise.within / lost),
    autocorrelation: noise.autocorrelation,
    season: fitted,
  }
}
