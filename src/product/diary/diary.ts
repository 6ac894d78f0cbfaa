import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { type Trial, TrialId } from '#product/trial/trial.ts'

export const DiaryEntryId = z.uuid().brand<'DiaryEntryId'>()
export type DiaryEntryId = z.output<typeof DiaryEntryId>

/**
 * `note`: something worth knowing. `incident`: something went wrong. `adherence`: whether the change was really done at a
 * site. `rolled-back`: a site is again as it was before.
 */
export const entryKinds = ['note', 'incident', 'adherence', 'rolled-back'] as const

/** Something that happened while a trial ran, written down by whoever saw it. It stays as it was written. */
export const DiaryEntry = z.strictObject({
  id: DiaryEntryId,
  trialId: TrialId,
  kind: z.enum(entryKinds),
  onDay: day,
  /** By its name in the plan; null for the trial as a whole. */
  site: z.string().trim().min(1).max(1000).nullable(),
  /** Of `adherence` only. */
  done: z.enum(['yes', 'partly', 'no']).nullable(),
  text: z.string().trim().min(1).max(2000).nullable(),
  byId: PersonId,
  writtenAt: instant,
})
export type DiaryEntry = z.output<typeof DiaryEntry>

export const NewDiaryEntry = z.strictObject({
  kind: DiaryEntry.shape.kind,
  onDay: DiaryEntry.shape.onDay,
  site: DiaryEntry.shape.site.default(null),
  done: DiaryEntry.shape.done.default(null),
  text: DiaryEntry.shape.text.default(null),
})
export type NewDiaryEntry = z.output<typeof NewDiaryEntry>

/**
 * The entry, if it says what its kind needs, at a time when it can be true. Pure: the caller stores it.
 * @param edge.plannedOn The day on which the plan was frozen first.
 * @param sites Names of the plan's sites; none for a split.
 * @throws {Problem} `out-of-step` while the trial has not started; `bad-input` at the field that is missing or wrong.
 */
export function newEntry(
  written: NewDiaryEntry,
  trial: Pick<Trial, 'id' | 'state' | 'startedAt'>,
  sites: readonly string[],
  edge: Pick<DiaryEntry, 'id' | 'byId' | 'writtenAt'> & { today: string; plannedOn: string },
): DiaryEntry {
  const { kind, site, done, text, onDay } = written
  const { today, plannedOn, ...rest } = edge
  if (trial.startedAt === null) throw new Problem('out-of-step', 'diary.not-started')
  if (kind === 'rolled-back' && trial.state === 'running') throw new Problem('out-of-step', 'diary.still-runs')
  const isOfSite = kind === 'adherence' || kind === 'rolled-back'
  if (isOfSite && site === null) throw refusedAt('site', 'input.required')
  if (site !== null && !sites.includes(site)) throw refusedAt('site', 'diary.no-site', { site })
  if (kind === 'adherence' && done === null) throw refusedAt('done', 'input.required')
  if (!isOfSite && text === null) throw refusedAt('text', 'input.required')
  if (onDay > today) throw refusedAt('onDay', 'diary.future')
  if (onDay < plannedOn) throw refusedAt('onDay', 'diary.before-plan')
  return { ...rest, trialId: trial.id, kind, onDay, site, done: kind === 'adherence' ? done : null, text }
}

function refusedAt(
  field: keyof NewDiaryEntry,
  message: 'input.required' | 'diary.no-site' | 'diary.future' | 'diary.before-plan',
  values = {},
) {
  return new Problem('bad-input', message, values, [{ pointer: `#/${field}`, message, values }])
}

/** The sites that get the change at some time, by the plan: where it can be done, or undone. None for a split. */
export function changedSites(body: PlanBody): string[] {
  switch (body.design) {
    case 'split':
      return []
    case 'pilot':
      return body.sites.filter(({ treated }) => treated).map(({ name }) => name)
    case 'staggered':
      return body.sites.filter(({ start }) => start !== null).map(({ name }) => name)
    case 'switchback':
    case 'before-after':
      return body.sites.map(({ name }) => name)
  }
}

type Said = { site: string; done: NonNullable<DiaryEntry['done']>; onDay: string }

/**
 * What is known of the sites with the change, and how many said that it is done there: partly counts half.
 * @param last What was said last of each site.
 */
export function adherenceOf(last: readonly Said[], sites: readonly string[]): { known: number; share: number | null } {
  const doneAt = new Map(last.map(({ site, done }) => [site, { yes: 1, partly: 0.5, no: 0 }[done]]))
  const known = sites.flatMap((site) => doneAt.get(site) ?? [])
  return {
    known: known.length,
    share: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length,
  }
}
