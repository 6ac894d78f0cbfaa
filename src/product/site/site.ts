import { z } from 'zod'
import { TeamId } from '#platform/anywhere/identity.ts'
import { day, instant } from '#platform/anywhere/time.ts'

export const SiteId = z.uuid().brand<'SiteId'>()
export type SiteId = z.output<typeof SiteId>

export const siteKinds = ['shop', 'ward', 'line', 'team', 'office', 'other'] as const

const attributesMost = 20

/** What else is known of a site, such as region: North. Names in the order they were written in. */
const Attributes = z
  .record(z.string().trim().min(1).max(40), z.string().trim().min(1).max(120))
  .refine((attributes) => Object.keys(attributes).length <= attributesMost)

/** A place that figures belong to: a shop, a ward, a line, a team, an office. */
export const Site = z.strictObject({
  id: SiteId,
  name: z.string().trim().min(1).max(120),
  kind: z.enum(siteKinds),
  /** Whose people enter its figures. Null when no team does. */
  teamId: TeamId.nullable(),
  attributes: Attributes,
  /** The first day without it. Its figures stay; nothing is expected of it from then on. */
  closedOn: day.nullable(),
  createdAt: instant,
})
export type Site = z.output<typeof Site>

const written = Site.pick({ name: true, kind: true, teamId: true, attributes: true })
export const NewSite = written.extend({
  kind: Site.shape.kind.default('other'),
  teamId: Site.shape.teamId.default(null),
  attributes: Site.shape.attributes.default({}),
})
export type NewSite = z.output<typeof NewSite>

export const SiteChange = written.extend({ closedOn: Site.shape.closedOn })
export type SiteChange = z.output<typeof SiteChange>

/** A site's name as it is compared: "Ward  7 " and "ward 7" are one place. No two sites have the same. */
export function siteKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

/** Whether figures are expected of it on `today` (`YYYY-MM-DD`). */
export function isOpen({ closedOn }: Pick<Site, 'closedOn'>, today: string): boolean {
  return closedOn === null || closedOn > today
}

/** The first name that stands there twice, in any spelling, and where. */
export function twiceAmong(names: readonly string[]): { name: string; at: number } | null {
  const seen = new Set<string>()
  for (const [at, name] of names.entries()) {
    const key = siteKey(name)
    if (seen.has(key)) return { name, at }
    seen.add(key)
  }
  return null
}

/** Attributes as people write them: a line each, with a colon after the name. */
export function attributesText(attributes: Site['attributes']): string {
  return Object.entries(attributes)
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n')
}

/** The same the other way round; a line without a colon says nothing. */
export function attributesOf(text: string): Site['attributes'] {
  const lines = text.split('\n').map((line) => /^\s*([^:]+?)\s*:\s*(.+?)\s*$/.exec(line))
  return Object.fromEntries(lines.flatMap((parts) => (parts ? [[parts[1] ?? '', parts[2] ?? '']] : [])))
}
