import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { HistorySource } from '#product/outlook/outlook.ts'
import { Person } from '#product/person/person.ts'
import { Draw, DrawId, DrawMethod, DrawOutcome, DrawSite } from './draw.ts'

/** Where the list comes from: the history that the trial is planned on, or written by hand. */
export const ListSource = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('history'),
    history: HistorySource,
    /** A column of the table, or an attribute of the sites, that says which group each belongs to. */
    stratum: z.string().trim().min(1).max(200).nullable().default(null),
    /** Sites that do not take part. */
    without: z.array(DrawSite.shape.name).max(limits.trialSites).default([]),
  }),
  z.strictObject({
    by: z.literal('list'),
    sites: z
      .array(z.strictObject({ name: DrawSite.shape.name, stratum: DrawSite.shape.stratum.default(null) }))
      .min(1)
      .max(limits.trialSites),
  }),
])
export type ListSource = z.output<typeof ListSource>

/** An earlier draw that shares at least half of the sites. */
export const EarlierDraw = Draw.pick({ id: true, about: true, announcedAt: true }).extend({ byName: Person.shape.name })
export type EarlierDraw = z.output<typeof EarlierDraw>

export const DrawList = z.strictObject({
  sites: Draw.shape.sites,
  /** Of an odd number of sites, the one that finds no pair; it does not take part. */
  leftOver: z.array(DrawSite.shape.name),
  earlier: z.array(EarlierDraw),
})
export type DrawList = z.output<typeof DrawList>

/** A draw as people see it: frozen, and drawn or not yet. */
export const DrawShown = Draw.extend({
  byName: Person.shape.name,
  outcome: DrawOutcome.omit({ drawId: true }).extend({ byName: Person.shape.name }).nullable(),
})
export type DrawShown = z.output<typeof DrawShown>

const DrawRow = DrawShown.pick({ id: true, about: true, announcedAt: true, byName: true, againReason: true }).extend({
  by: z.enum(DrawMethod.options.map(({ shape }) => shape.by.value)),
  sites: z.int(),
  drawnAt: DrawOutcome.shape.drawnAt.nullable(),
})
export type DrawRow = z.output<typeof DrawRow>

const source = { method: DrawMethod, source: ListSource }

export const drawApi = {
  list: endpoint({
    method: 'GET',
    path: '/draws',
    policy: 'draw.read',
    watches: ['person'],
    input: z.strictObject({}),
    output: z.array(DrawRow),
    says: 'Every draw of lots, newest first, at most 200: also those that were announced and never drawn.',
  }),
  find: endpoint({
    method: 'GET',
    path: '/draws/:id',
    policy: 'draw.read',
    watches: ['person'],
    input: z.strictObject({ id: DrawId }),
    output: DrawShown,
    says: 'One draw: the frozen list, the promise, and once it is drawn who gets it and all that is needed to draw again.',
  }),
  file: endpoint({
    method: 'GET',
    path: '/draws/:id/list',
    policy: 'draw.read',
    input: z.strictObject({ id: DrawId }),
    output: z.void(),
    gives: 'file',
    says: 'The frozen list as CSV, byte for byte as its digest says: the file that the command line draws from.',
  }),
  look: endpoint({
    method: 'POST',
    path: '/draw-lists',
    policy: 'draw.read',
    reads: true,
    input: z.strictObject(source),
    output: DrawList,
    says: 'The list as it would be frozen, with groups and pairs, and earlier draws of the same sites.',
  }),
  announce: endpoint({
    method: 'POST',
    path: '/draws',
    policy: 'draw.make',
    input: z.strictObject({ about: Draw.shape.about, againReason: Draw.shape.againReason.default(null), ...source }),
    output: DrawShown,
    says: 'Freeze a list and a way to draw from it, and make the promise of a secret public. Nothing is drawn yet.',
  }),
  make: endpoint({
    method: 'POST',
    path: '/draws/:id/outcomes',
    policy: 'draw.make',
    input: z.strictObject({ id: DrawId, word: DrawOutcome.shape.word.default('') }),
    output: DrawShown,
    says: 'Draw, once: the secret is opened, and with any word you say it gives the seed.',
  }),
}
