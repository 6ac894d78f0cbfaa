import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { type Trial, TrialId } from '#product/trial/trial.ts'
import { draftParts } from './draft.ts'
import { type Guardrail, PlanBody } from './plan-body.ts'

export const PlanId = z.uuid().brand<'PlanId'>()
export type PlanId = z.output<typeof PlanId>

/** One version of a trial's plan, frozen: it never changes, and a later version does not remove it. */
export const Plan = z.strictObject({
  id: PlanId,
  trialId: TrialId,
  version: z.int().min(1),
  body: PlanBody,
  /** SHA-256 of the canonical JSON of `body`, in hexadecimal. */
  hash: z.string().length(64),
  /** Outcomes were there, or could have been, when this was written. Said wherever the result is shown; never above grade B. */
  isAfterData: z.boolean(),
  /** Why there is a later version than the first. */
  reason: z.string().trim().min(3).max(2000).nullable(),
  frozenAt: instant,
  frozenById: PersonId,
})
export type Plan = z.output<typeof Plan>

/**
 * What a person changes by a new version, in the words of a draft: what does not belong to the design is refused. The
 * sites follow from the columns, but for those that are taken out by name. Forecasts stay as they were before the start.
 */
export const PlanChanges = z
  .strictObject(draftParts)
  .omit({ sheetId: true, forecasts: true, siteIds: true, measured: true })
  .partial()
  .extend({ without: z.array(z.string()).max(limits.trialSites).default([]) })
export type PlanChanges = z.output<typeof PlanChanges>

/**
 * The sites of a new version: what the sheet says now, without those that were named.
 * @param before The sites of the version it follows.
 * @throws {Problem} `bad-input` when a site would go that nobody named.
 */
export function sitesAfter<Site extends { name: string }>(
  before: readonly { name: string }[],
  read: readonly Site[],
  without: readonly string[],
): Site[] {
  const left = new Set(without)
  const names = new Set(read.map(({ name }) => name))
  const lost = before.filter(({ name }) => !names.has(name) && !left.has(name))
  if (lost[0]) {
    const values = { count: lost.length, site: lost[0].name }
    throw new Problem('bad-input', 'plan.sites-lost', values, [
      { pointer: '#/without', message: 'plan.sites-lost', values },
    ])
  }
  return read.filter(({ name }) => !left.has(name))
}

/** A pilot compares some sites with others. @throws {Problem} `bad-input`. */
export function refuseOneGroup(sites: readonly { treated: boolean }[]): void {
  const message = sites.every(({ treated }) => treated)
    ? 'plan.no-comparison'
    : sites.some(({ treated }) => treated)
      ? null
      : 'plan.no-treated'
  if (message) throw new Problem('bad-input', message, {}, [{ pointer: '#/columns/treated', message }])
}

/** Sheets of one trial: one a week for two years, read one after the other. */
const sheetsMost = 104

/** @throws {Problem} `out-of-step` when no more sheets may come: it does not run, or has its fill. */
export function refuseMoreSheets(trial: Trial, sheets: number): void {
  if (trial.state !== 'running') throw new Problem('out-of-step', 'plan.not-running')
  if (sheets >= sheetsMost) throw new Problem('out-of-step', 'plan.too-many-sheets', { limit: sheetsMost })
}

/** Versions of one plan: whoever needs more is looking for an answer, not for a plan. */
export const versionsMost = 50

/** @throws {Problem} `out-of-step` when a plan has had its fill of versions. */
export function refuseMoreVersions({ version }: Pick<Plan, 'version'>): void {
  if (version >= versionsMost) throw new Problem('out-of-step', 'plan.too-many-versions', { limit: versionsMost })
}

/**
 * Once a trial is over, somebody may have seen that a guardrail was harmed: from then on it stays, and no looser.
 * @throws {Problem} `out-of-step` when a guardrail of `before` is gone, turned round, or has a wider margin.
 */
export function refuseLooserGuardrails(
  { state }: Pick<Trial, 'state'>,
  before: readonly Guardrail[],
  after: readonly Guardrail[],
): void {
  if (state !== 'stopped' && state !== 'ended') return
  const lost = before.find(
    ({ column, better, margin }) =>
      !after.some((kept) => kept.column === column && kept.better === better && kept.margin <= margin),
  )
  if (!lost) return
  const values = { name: lost.name }
  throw new Problem('out-of-step', 'plan.looser-guardrail', values, [
    { pointer: '#/changes/guardrails', message: 'plan.looser-guardrail', values },
  ])
}

/** Of a plan of any design, what decides whether it fits the kind of its measure. */
type KindAsked = { design: PlanBody['design']; quantile?: number | null; columns: { denominator?: string | null } }

/**
 * Whether columns and measure go together: a rate of people needs what it is divided by, and a quantile needs which.
 * @throws {Problem} `bad-input`.
 */
export function refuseWrongKind(kind: PlanBody['metric']['kind'], body: KindAsked): void {
  if (body.design !== 'split') return
  const isDivided = kind === 'rate' || kind === 'ratio'
  if (isDivided && !body.columns.denominator) throw wrongKind('plan.no-denominator', '#/columns/denominator')
  if (kind === 'quantile' && (body.quantile ?? null) === null) throw wrongKind('plan.no-quantile', '#/quantile')
}

function wrongKind(message: 'plan.no-denominator' | 'plan.no-quantile', pointer: string): Problem {
  return new Problem('bad-input', message, {}, [{ pointer, message }])
}

/** @throws {Problem} `bad-input` for a planned end before the planned start. */
export function refuseEarlyEnd({ startsOn, endsOn }: Pick<PlanBody, 'startsOn' | 'endsOn'>): void {
  if (startsOn === null || endsOn === null || endsOn >= startsOn) return
  const values = { startsOn, endsOn }
  throw new Problem('bad-input', 'plan.early-end', values, [{ pointer: '#/endsOn', message: 'plan.early-end', values }])
}

/** @throws {Problem} `bad-input` when a sheet names none of the sites of the plan, but others. */
export function refuseStrangers(
  planned: readonly { name: string }[],
  strangers: readonly string[],
  known: number,
): void {
  if (known > 0 || !strangers[0]) return
  throw new Problem('bad-input', 'plan.only-strangers', { site: strangers[0], planned: planned[0]?.name ?? '' })
}

/** @throws {Problem} `out-of-step` once somebody has decided by the plan as it is. */
export function refuseDecided(trial: Trial): void {
  if (trial.state === 'decided') throw new Problem('out-of-step', 'plan.decided')
}

/** What a sheet tells of time, as far as the doors of a trial care. */
export interface SheetTimes {
  /** Periods before the change, and from its start on, that have a figure. */
  readonly before: number
  readonly after: number
}

/**
 * Planning first needs a history without outcomes, looking back needs both.
 * @param door Null where outcomes may have come or not: only the history is needed.
 * @param pointer Where a person would mend it.
 * @throws {Problem} `bad-input`, saying which door fits.
 */
export function refuseWrongDoor(door: Trial['door'] | null, times: SheetTimes, pointer = '#/since'): void {
  const message = wrongDoor(door, times)
  if (message) throw new Problem('bad-input', message, {}, [{ pointer, message }])
}

function wrongDoor(door: Trial['door'] | null, { before, after }: SheetTimes) {
  if (before === 0) return 'plan.nothing-before'
  if (door === 'plan-first' && after > 0) return 'plan.outcomes-there'
  if (door === 'look-back' && after === 0) return 'plan.no-outcomes'
  return null
}
