import type { SiteRow } from '../charts/site-rows.ts'

/** Numbers with the shapes that real sheets have, the same at every start. */

/** A seeded draw in [0, 1): mulberry32. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function meanOf(sites: readonly (readonly (number | null)[])[], at: number): number {
  const there = sites.flatMap((site) => site[at] ?? [])
  return there.reduce((sum, value) => sum + value, 0) / there.length
}

/** Twelve wards over twenty weeks; half of them change after the twelfth. */
export function wards() {
  const roll = dice(7)
  const names = ['Hazel', 'Oak', 'Alder', 'Birch', 'Rowan', 'Linden', 'Ash', 'Beech', 'Cedar', 'Elm', 'Maple', 'Willow']
  const periods = Array.from({ length: 20 }, (_, week) =>
    new Date(Date.UTC(2026, 5, 29 + 7 * week)).toISOString().slice(0, 10),
  )
  const sites = names.map((name, at) => {
    const level = 4.6 + roll() * 1.9
    const drop = at < 6 ? 0.6 + roll() : 0
    return { name, values: periods.map((_, week) => level + (roll() - 0.5) * 1.6 - (week >= 12 ? drop : 0)) }
  })
  const changed = sites.slice(0, 6).map((site) => site.values)
  const compared = sites.slice(6).map((site) => site.values)
  const rows: SiteRow[] = sites.map(({ name, values }, at) => ({
    name,
    group: at < 6 ? 'change' : 'compare',
    before: values.slice(0, 12).reduce((sum, value) => sum + value, 0) / 12,
    after: values.slice(12).reduce((sum, value) => sum + value, 0) / 8,
  }))
  const means = (group: readonly (readonly number[])[]) => periods.map((_, week) => meanOf(group, week))
  return { periods, changed, compared, changedMeans: means(changed), comparedMeans: means(compared), rows }
}

/** 410 restaurants in two waves; some did not answer the second time. */
export function restaurants(): SiteRow[] {
  const roll = dice(11)
  return Array.from({ length: 410 }, (_, at) => {
    const before = 6 + roll() * 30
    return {
      name: `${at < 331 ? 'NJ' : 'PA'} ${at + 1}`,
      group: at < 331 ? 'change' : 'compare',
      before,
      after: roll() < 0.04 ? null : Math.max(0, before + (roll() - 0.5) * 14 + (at < 331 ? 0.6 : -2.1)),
    }
  })
}

/** 39 states over 31 years; one of them changes in 1989. */
export function states() {
  const roll = dice(3)
  const periods = Array.from({ length: 31 }, (_, at) => String(1970 + at))
  const state = (level: number, drop: number) =>
    periods.map(
      (_, at) =>
        level + Math.min(at, 9) * 1.4 - Math.max(0, at - 9) * 2.1 + (roll() - 0.5) * 8 - Math.max(0, at - 18) * drop,
    )
  const others = Array.from({ length: 38 }, () => state(95 + roll() * 70, 0))
  return { periods, california: state(122, 2.2), others, othersMeans: periods.map((_, at) => meanOf(others, at)) }
}

/** Ten day-care centres over twenty weeks, as pasted: two values are missing. */
export function centres() {
  const roll = dice(5)
  const periods = Array.from({ length: 20 }, (_, at) => String(at + 1))
  const sites = Array.from({ length: 10 }, (_, centre) => ({
    name: String(centre + 1),
    values: periods.map((_, week) =>
      (centre === 2 && week === 9) || (centre === 7 && week === 3)
        ? null
        : Math.round(5 + roll() * 6 + (centre < 6 && week >= 4 ? Math.min(9, (week - 3) * 2) : 0)),
    ),
  }))
  return { periods, sites }
}

/** Ten years of months with a hole. */
export function months() {
  const roll = dice(9)
  const periods = Array.from(
    { length: 120 },
    (_, at) => `${2016 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  const means = periods.map((_, at) =>
    at > 50 && at < 58 && at !== 54 ? null : 40 + 6 * Math.sin(at / 6) + roll() * 4 - (at > 80 ? 7 : 0),
  )
  return { periods, means }
}
