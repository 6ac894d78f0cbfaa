import { z } from 'zod'
import { isMissing } from '#lib/sheet/missing.ts'
import { type Draw as LotDraw, smallestPermutationP } from '#lib/stats/planning/smallest-permutation-p.ts'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'

export const DrawId = z.uuid().brand<'DrawId'>()
export type DrawId = z.output<typeof DrawId>

/** Parts of the lots: 1 and 1 is half and half, 1 and 2 a third with the change. */
const Parts = z.strictObject({ treated: z.int().min(1).max(9), comparison: z.int().min(1).max(9) })
const evenly = { treated: 1, comparison: 1 }

/**
 * How lots are drawn. `sites`: so many of all. `strata`: the same within each group. `pairs`: one of each two that are alike.
 * `balanced`: again and again until both sides were alike before. `order`: in which wave each starts. `switchback`: in which
 * windows each has it.
 */
export const DrawMethod = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('sites'), parts: Parts.default(evenly) }),
  z.strictObject({ by: z.literal('strata'), parts: Parts.default(evenly) }),
  z.strictObject({ by: z.literal('pairs') }),
  z.strictObject({ by: z.literal('balanced'), parts: Parts.default(evenly), withinStrata: z.boolean().default(false) }),
  z.strictObject({
    by: z.literal('order'),
    /** Sites in each wave; they add up to all of them. */
    perWave: z.array(z.int().min(1).max(limits.trialSites)).min(2).max(100),
    withinStrata: z.boolean().default(false),
  }),
  z.strictObject({
    by: z.literal('switchback'),
    windows: z.int().min(2).max(400),
    windowLength: z.int().min(1).max(100).default(1),
    /** Of each so many windows half are on. */
    blockWindows: z.int().min(2).max(50).default(2),
  }),
])
export type DrawMethod = z.output<typeof DrawMethod>

/** A site as it stands on the list that lots are drawn from. */
export const DrawSite = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** The group it is drawn within, such as its region. */
  stratum: z.string().trim().min(1).max(120).nullable(),
  /** The pair it belongs to. */
  pair: z.string().trim().min(1).max(20).nullable(),
  /** Its mean before, and over the last quarter of that time; null where nothing was measured. */
  before: z.number().nullable(),
  recent: z.number().nullable(),
})
export type DrawSite = z.output<typeof DrawSite>

/** Hexadecimal, of 32 bytes. */
const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * A list and a way to draw from it, frozen, with the promise of a secret that nobody has seen. What is drawn follows from the
 * list, the way, the secret and a word that is said afterwards: neither the server nor a person can steer it.
 */
export const Draw = z.strictObject({
  id: DrawId,
  /** What the lots are for. */
  about: z.string().trim().min(3).max(200),
  method: DrawMethod,
  /** In the order of the list. */
  sites: z.array(DrawSite).min(1).max(limits.trialSites),
  /** SHA-256 of the list as a CSV file. */
  listSha256: Digest,
  /** How the command line draws the same, without file and seed. */
  options: z.string().min(1).max(4000),
  /** SHA-256 of the secret, public before anything is drawn. */
  commitment: Digest,
  /** Why these sites are drawn once more. Null where they were not drawn before. */
  againReason: z.string().trim().min(3).max(2000).nullable(),
  announcedById: PersonId,
  announcedAt: instant,
})
export type Draw = z.output<typeof Draw>

const SiteName = DrawSite.shape.name

export const Drawn = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('arms'),
    assigned: z.array(z.strictObject({ site: SiteName, treated: z.boolean() })),
    /** Draws until one was balanced; 1 for the other ways. */
    tries: z.int().min(1),
  }),
  z.strictObject({
    by: z.literal('order'),
    /** Waves from 1. */
    starts: z.array(z.strictObject({ site: SiteName, wave: z.int().min(1) })),
  }),
  z.strictObject({
    by: z.literal('windows'),
    schedule: z.array(z.strictObject({ site: SiteName, on: z.array(z.boolean()) })),
  }),
])
export type Drawn = z.output<typeof Drawn>

/** What was drawn, once: the secret is open now, so that anybody can draw again. */
export const DrawOutcome = z.strictObject({
  drawId: DrawId,
  /** What was said at the draw. */
  word: z.string().trim().max(200),
  secret: Digest,
  /** Whole number in 0..2^52 - 1, as digits. */
  seed: z.string().regex(/^\d{1,16}$/),
  drawn: Drawn,
  drawnById: PersonId,
  drawnAt: instant,
})
export type DrawOutcome = z.output<typeof DrawOutcome>

const leastForBalance = 8

/**
 * Refuses a list from which this way cannot draw. Pure.
 * @throws {Problem} `bad-input` at the field.
 */
export function checkList(sites: readonly DrawSite[], method: DrawMethod): void {
  if (method.by !== 'switchback' && sites.length < 2) throw refusedAt('source', 'draw.too-few')
  const seen = new Set<string>()
  for (const { name, stratum } of sites) {
    const key = name.toLowerCase()
    if (seen.has(key)) throw refusedAt('source', 'draw.same-name', { name })
    seen.add(key)
    // Whoever draws again from the file would lose this row: the reader takes the name for a gap.
    if (isMissing(name)) throw refusedAt('source', 'draw.no-name', { name })
    if (stratum !== null && isMissing(stratum)) throw refusedAt('source', 'draw.no-name', { name: stratum })
  }
  const lacking = sites.find(({ stratum }) => stratum === null)
  const needsStrata = method.by === 'strata' || ('withinStrata' in method && method.withinStrata)
  if (needsStrata && lacking) throw refusedAt('source', 'draw.no-stratum', { name: lacking.name })
  if (method.by === 'pairs') {
    const alone = sites.find(({ pair }) => pair === null)
    if (alone) throw refusedAt('source', 'draw.no-pair', { name: alone.name })
  }
  if (method.by === 'balanced') {
    const blank = sites.find(({ before, recent }) => before === null || recent === null)
    if (blank) throw refusedAt('source', 'draw.no-figures', { name: blank.name })
    if (sites.length < leastForBalance) throw refusedAt('method', 'draw.too-few-to-balance', { least: leastForBalance })
  }
  if (method.by === 'order') {
    const held = method.perWave.reduce((sum, count) => sum + count, 0)
    if (held !== sites.length) throw refusedAt('method', 'draw.waves', { held, sites: sites.length })
  }
  if (method.by === 'switchback' && (method.blockWindows % 2 !== 0 || method.windows % method.blockWindows !== 0))
    throw refusedAt('method', 'draw.windows', { block: method.blockWindows })
}

type DrawRefusal =
  | 'draw.too-few'
  | 'draw.same-name'
  | 'draw.no-name'
  | 'draw.no-stratum'
  | 'draw.no-pair'
  | 'draw.no-figures'
  | 'draw.too-few-to-balance'
  | 'draw.waves'
  | 'draw.windows'
  | 'draw.never-balanced'
  | 'draw.again-needs-reason'

export function refusedAt(field: string, message: DrawRefusal, values: Record<string, string | number> = {}): Problem {
  return new Problem('bad-input', message, values, [{ pointer: `#/${field}`, message, values }])
}

/**
 * The smallest p-value that any result of such a draw can have, and whether 5 % is within reach: to be known before the draw.
 * Null for a way to draw whose floor depends on more than the list.
 */
export function floorOf(
  sites: readonly DrawSite[],
  method: DrawMethod,
): { smallestP: number; canReject: boolean } | null {
  const lots = lotsOf(sites, method)
  return lots && smallestPermutationP(lots)
}

function lotsOf(sites: readonly DrawSite[], method: DrawMethod): LotDraw | null {
  const split = (count: number, { treated, comparison }: z.output<typeof Parts>) => {
    const first = Math.floor((count * treated) / (treated + comparison))
    return { treated: first, comparison: count - first }
  }
  switch (method.by) {
    case 'sites': {
      const sides = split(sites.length, method.parts)
      return Math.min(sides.treated, sides.comparison) < 1 ? null : { by: 'sites', ...sides }
    }
    case 'strata': {
      const counts = Map.groupBy(sites, ({ stratum }) => stratum)
      return { by: 'strata', strata: [...counts.values()].map((members) => split(members.length, method.parts)) }
    }
    case 'pairs':
      return sites.length < 2 ? null : { by: 'pairs', pairs: Math.floor(sites.length / 2) }
    case 'order':
      return { by: 'order', sizes: method.perWave }
    case 'switchback':
      return { by: 'blocks', on: method.windows / 2, off: method.windows / 2, sites: Math.max(1, sites.length) }
    case 'balanced':
      return null
  }
}

/** How far the sides were apart before: means of each, and the difference in standard deviations of the sites. */
export interface Balance {
  treated: { sites: number; mean: number | null }
  comparison: { sites: number; mean: number | null }
  difference: number | null
  /** Null where the sites do not differ, or too few were measured. */
  inDeviations: number | null
}

export function balanceOf(
  sites: readonly Pick<DrawSite, 'name' | 'before'>[],
  isTreated: ReadonlySet<string>,
): Balance {
  const side = (treated: boolean) => {
    const own = sites.filter(({ name }) => isTreated.has(name) === treated)
    return { sites: own.length, mean: meanOf(own.flatMap(({ before }) => before ?? [])) }
  }
  const [treated, comparison] = [side(true), side(false)]
  const difference = treated.mean === null || comparison.mean === null ? null : treated.mean - comparison.mean
  const all = sites.flatMap(({ before }) => before ?? [])
  const mean = meanOf(all) ?? 0
  const deviation = Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, all.length - 1))
  return {
    treated,
    comparison,
    difference,
    inDeviations: difference === null || deviation === 0 ? null : difference / deviation,
  }
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
