/** A group's mean in one period, and how many of its sites have a value there. */
export interface ComparableMean {
  /** In the unit of the metric; null where half of the sites or fewer have a value. */
  mean: number | null
  sites: number
}

/**
 * The mean of a group in every period, so that no step of it comes from a site that is missing.
 *
 * Each site counts by how far it is from its own level, its mean over all periods; to that the mean level of all sites is
 * added. Where no value is missing that is the plain mean. A period that most sites lack stays empty: the few that are in
 * cannot stand for the others. Sites without any value are left out. For a picture, not for analysis.
 *
 * @param sites The values of each by period, oldest first; null where there is none.
 * @param periods How many there are.
 */
export function comparableMeans(sites: readonly (readonly (number | null)[])[], periods: number): ComparableMean[] {
  const known = sites.flatMap((values) => {
    const level = meanOf(values.filter((value) => value !== null))
    return level === null ? [] : [{ values, level }]
  })
  const usual = meanOf(known.map(({ level }) => level)) ?? 0
  return Array.from({ length: periods }, (_, period) => {
    const present = known.flatMap(({ values, level }) => {
      const value = values[period] ?? null
      return value === null ? [] : [{ value, away: value - level }]
    })
    if (2 * present.length <= known.length) return { mean: null, sites: present.length }
    const isWhole = present.length === known.length
    const mean = isWhole
      ? meanOf(present.map(({ value }) => value))
      : usual + (meanOf(present.map(({ away }) => away)) ?? 0)
    return { mean, sites: present.length }
  })
}

/** Added up without the overflow of a sum. */
function meanOf(values: readonly number[]): number | null {
  let mean = 0
  for (const [at, value] of values.entries()) mean += (value - mean) / (at + 1)
  return values.length === 0 ? null : mean
}
