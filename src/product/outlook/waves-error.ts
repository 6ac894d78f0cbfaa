/** When the sites start: at which of the trial's periods, and how many of them. */
export interface Wave {
  start: number
  sites: number
}

/** At most so many waves: more of them leave one or two sites each, and a longer wait for the last. */
const MOST_WAVES = 4

/** Sites spread over waves as evenly as it comes out, the waves over the periods that there are. */
export function wavesOf(sites: number, periods: number): Wave[] {
  const waves = Math.min(MOST_WAVES, sites, periods)
  return Array.from({ length: waves }, (_, wave) => ({
    start: Math.floor((wave * periods) / waves),
    sites: Math.floor(((wave + 1) * sites) / waves) - Math.floor((wave * sites) / waves),
  }))
}

/**
 * The standard error of a roll-out in waves as it will be read: each wave's periods since its last one without the change,
 * less those of the sites that do not have it yet. Per standard deviation of one site's period, whose neighbours correlate
 * by `autocorrelation`; null when nobody is left to compare with.
 *
 * The levels of the sites cancel in every such difference, and so does what all sites share in a period.
 *
 * @param weigh `simple`: every treated period of a wave counts by its sites (how a drawn order is judged). `group`: every wave's
 *   mean does (how a chosen order is).
 * @see Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230, equations 2.5 and 3.7 to 3.11.
 */
export function wavesError(
  waves: readonly Wave[],
  periods: number,
  autocorrelation: number,
  weigh: 'simple' | 'group',
): number | null {
  // Period 0 is the last one before the first start; the trial's own periods follow.
  const loads = waves.map(() => new Float64Array(periods + 1))
  const cells = waves.flatMap(({ start, sites }, wave) => {
    const compared = Array.from({ length: periods - start }, (_, since) => start + since).filter((period) =>
      waves.some((other) => other.start > period),
    )
    return compared.map((period) => ({
      wave,
      start,
      period,
      weight: sites / (weigh === 'group' ? compared.length : 1),
    }))
  })
  const total = cells.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return null
  for (const { wave, start, period, weight } of cells) {
    const later = waves.filter((other) => other.start > period).reduce((sum, { sites }) => sum + sites, 0)
    for (const [at, other] of waves.entries()) {
      const share = at === wave ? 1 / other.sites : other.start > period ? -1 / later : 0
      const load = loads[at]
      if (share === 0 || !load) continue
      load[period + 1] = (load[period + 1] ?? 0) + (weight / total) * share
      load[start] = (load[start] ?? 0) - (weight / total) * share
    }
  }
  let variance = 0
  for (const [at, load] of loads.entries())
    for (let i = 0; i <= periods; i++)
      for (let j = 0; j <= periods; j++)
        variance += (waves[at]?.sites ?? 0) * (load[i] ?? 0) * (load[j] ?? 0) * autocorrelation ** Math.abs(i - j)
  return Math.sqrt(variance)
}
