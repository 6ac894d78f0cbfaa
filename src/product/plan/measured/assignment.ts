import { z } from 'zod'
import { isMissing } from '#lib/sheet/missing.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day } from '#platform/anywhere/time.ts'
import { DrawId } from '#product/draw/draw.ts'
import type { DrawShown } from '#product/draw/draw-api.ts'
import { addPeriods, firstDayOf } from '#product/measurement/period.ts'
import type { Every } from '#product/metric/metric.ts'
import { type Site, SiteId, siteKey } from '#product/site/site.ts'
import type { Design } from '#product/trial/trial.ts'
import { HandSchedule, handCells } from './hand-schedule.ts'

const SiteIds = z.array(SiteId).min(1).max(limits.trialSites)

/** Which sites take part, and who of them gets the change and when: as it was drawn, or as a person says. */
export const Assignment = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('draw'),
    drawId: DrawId,
    /** Of an order: periods from one wave to the next. */
    wavePeriods: z.int().min(1).max(104).default(1),
  }),
  z.strictObject({ by: z.literal('sites'), siteIds: SiteIds, treatedIds: z.array(SiteId).max(limits.trialSites) }),
  z.strictObject({
    by: z.literal('starts'),
    /** A day of the first period with the change; null: it does not come. */
    starts: z
      .array(z.strictObject({ siteId: SiteId, on: day.nullable() }))
      .min(1)
      .max(limits.trialSites),
  }),
  z.strictObject({
    by: z.literal('windows'),
    windowLength: z.int().min(1).max(1000),
    schedule: z
      .array(z.strictObject({ siteId: SiteId, on: z.array(z.boolean()).min(2).max(400) }))
      .min(1)
      .max(limits.trialSites),
  }),
  HandSchedule,
  z.strictObject({ by: z.literal('all'), siteIds: SiteIds }),
])
export type Assignment = z.output<typeof Assignment>

/** Who gets it, ready to be written into a table. */
export interface Given {
  sites: { siteId: SiteId; name: string }[]
  /** What the table says of a site in a period. Null where all get it at once. */
  cellOf: ((name: string, on: string) => string) | null
  /** The last period of a schedule; null where there is none. */
  lastOn: string | null
  /** What of the draft follows from it. */
  parts: { isRandomised: boolean; draw: string | null; windowLength?: number; blockWindows?: number }
  drawId: DrawId | null
}

interface Place {
  every: Every
  /** First day of the first period with outcomes. */
  outcomesOn: string
}

const fitting: Record<Design, readonly Assignment['by'][]> = {
  split: [],
  pilot: ['draw', 'sites'],
  staggered: ['draw', 'starts'],
  switchback: ['draw', 'windows', 'schedule'],
  'before-after': ['all'],
}

/**
 * Who gets the change, from what was drawn or chosen.
 * @param sites Those there are among the ones that are named.
 * @param draw The draw that is named; null for a choice.
 * @throws {Problem} `bad-input` when it does not fit the design, or names a site that is not there.
 */
export function givenBy(
  design: Design,
  assignment: Assignment,
  sites: readonly Site[],
  draw: DrawShown | null,
  place: Place,
): Given {
  if (!fitting[design].includes(assignment.by)) throw refused('plan.other-assignment')
  if (assignment.by === 'draw') return givenByDraw(design, assignment.wavePeriods, sites, draw, place)
  const known = new Map(sites.map((site) => [site.id, site.name]))
  const namesOf = (ids: readonly SiteId[]) =>
    ids.map((siteId) => {
      const name = known.get(siteId)
      if (name === undefined) throw new Problem('not-found', 'site.none')
      return { siteId, name: readable(name) }
    })
  const parts = { isRandomised: false, draw: null }
  switch (assignment.by) {
    case 'sites': {
      const own = namesOf(assignment.siteIds)
      const treated = new Set(namesOf(assignment.treatedIds).map(({ name }) => name))
      return { sites: own, cellOf: (name) => yes(treated.has(name)), lastOn: null, parts, drawId: null }
    }
    case 'starts': {
      const own = namesOf(assignment.starts.map(({ siteId }) => siteId))
      const starts = new Map(own.map(({ name }, at) => [name, assignment.starts[at]?.on ?? null]))
      const cellOf = (name: string) => startCell(starts.get(name) ?? null, place.every)
      return { sites: own, cellOf, lastOn: null, parts, drawId: null }
    }
    case 'windows': {
      const { windowLength, schedule } = assignment
      const own = namesOf(schedule.map(({ siteId }) => siteId))
      const on = new Map(own.map(({ name }, at) => [name, schedule[at]?.on ?? []]))
      return { sites: own, ...windowCells(on, windowLength, place), parts: { ...parts, windowLength }, drawId: null }
    }
    case 'schedule': {
      const own = namesOf(assignment.schedule.map(({ siteId }) => siteId))
      const { cellOf, lastOn, windowLength } = handCells(
        own.map(({ name }) => name),
        assignment,
        place,
      )
      return { sites: own, cellOf, lastOn, parts: { ...parts, windowLength }, drawId: null }
    }
    case 'all':
      return { sites: namesOf(assignment.siteIds), cellOf: null, lastOn: null, parts, drawId: null }
  }
}

function givenByDraw(
  design: Design,
  wavePeriods: number,
  sites: readonly Site[],
  draw: DrawShown | null,
  place: Place,
): Given {
  if (!draw?.outcome) throw refused('plan.not-drawn')
  const { drawn, seed } = draw.outcome
  const known = new Map(sites.map((site) => [siteKey(site.name), site]))
  const siteOf = (name: string) => {
    const site = known.get(siteKey(name))
    if (!site) throw refused('plan.drawn-elsewhere', { site: name })
    return { siteId: site.id, name: readable(site.name) }
  }
  const parts = { isRandomised: true, draw: seed }
  const common = { drawId: draw.id, lastOn: null }
  if (drawn.by === 'arms' && design === 'pilot') {
    const own = drawn.assigned.map(({ site, treated }) => ({ ...siteOf(site), treated }))
    const treated = new Set(own.flatMap((site) => (site.treated ? [site.name] : [])))
    return { ...common, sites: own.map(bare), cellOf: (name) => yes(treated.has(name)), parts }
  }
  if (drawn.by === 'order' && design === 'staggered') {
    const own = drawn.starts.map(({ site, wave }) => ({ ...siteOf(site), wave }))
    const waves = new Map(own.map(({ name, wave }) => [name, wave]))
    const startOf = (wave: number) => addPeriods(place.outcomesOn, place.every, (wave - 1) * wavePeriods)
    return { ...common, sites: own.map(bare), cellOf: (name) => startOf(waves.get(name) ?? 1), parts }
  }
  if (drawn.by === 'windows' && design === 'switchback' && draw.method.by === 'switchback') {
    const { windowLength, blockWindows } = draw.method
    const own = drawn.schedule.map(({ site, on }) => ({ ...siteOf(site), on }))
    const cells = windowCells(new Map(own.map(({ name, on }) => [name, on])), windowLength, place)
    return { sites: own.map(bare), ...cells, parts: { ...parts, windowLength, blockWindows }, drawId: draw.id }
  }
  throw refused('plan.other-draw')
}

function bare({ siteId, name }: { siteId: SiteId; name: string }) {
  return { siteId, name }
}

/** Windows as periods from the first with outcomes on; empty before. */
function windowCells(
  on: ReadonlyMap<string, readonly boolean[]>,
  windowLength: number,
  { every, outcomesOn }: Place,
): Pick<Given, 'cellOf' | 'lastOn'> {
  const longest = Math.max(...[...on.values()].map((windows) => windows.length))
  const count = longest * windowLength
  const windowOf = new Map(
    Array.from({ length: count }, (_, at) => [addPeriods(outcomesOn, every, at), Math.floor(at / windowLength)]),
  )
  return {
    cellOf(name, period) {
      const window = windowOf.get(period)
      const state = window === undefined ? undefined : on.get(name)?.[window]
      return state === undefined ? '' : yes(state)
    },
    lastOn: addPeriods(outcomesOn, every, count - 1),
  }
}

/** Every id that a choice names. */
export function siteIdsIn(assignment: Exclude<Assignment, { by: 'draw' }>): SiteId[] {
  switch (assignment.by) {
    case 'sites':
      return [...assignment.siteIds, ...assignment.treatedIds]
    case 'starts':
      return assignment.starts.map(({ siteId }) => siteId)
    case 'windows':
    case 'schedule':
      return assignment.schedule.map(({ siteId }) => siteId)
    case 'all':
      return assignment.siteIds
  }
}

/** The words that the reader of tables takes for a yes and a no, whatever the language. */
export function yes(is: boolean): 'yes' | 'no' {
  return is ? 'yes' : 'no'
}

export function startCell(on: string | null, every: Every): string {
  return on === null ? '' : firstDayOf(on, every)
}

/** @throws {Problem} for a name that the reader of tables takes for a gap. */
function readable(name: string): string {
  if (isMissing(name)) throw refused('plan.site-unreadable', { site: name })
  return name
}

function refused(message: MessageId, values: MessageValues = {}): Problem {
  return new Problem('bad-input', message, values, [{ pointer: '#/assignment', message, values }])
}
