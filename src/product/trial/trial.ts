import { z } from 'zod'
import { PersonId, TeamId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { IdeaId } from '#product/idea/idea.ts'
import { SheetId } from '#product/sheet/sheet.ts'

export const TrialId = z.uuid().brand<'TrialId'>()
export type TrialId = z.output<typeof TrialId>

/**
 * Who is compared with whom. `split`: people or things in arms. `pilot`: some sites against others. `staggered`: sites
 * one after another. `switchback`: the same sites, on and off. `before-after`: one series.
 */
export const designs = ['split', 'pilot', 'staggered', 'switchback', 'before-after'] as const
export type Design = (typeof designs)[number]

/** A bounded attempt to settle an idea. */
export const Trial = z.strictObject({
  id: TrialId,
  ideaId: IdeaId,
  title: z.string().trim().min(3).max(120),
  design: z.enum(designs),
  /** `plan-first`: outcomes arrive after the freeze. `look-back`: the sheet holds them already, and the plan says so. */
  door: z.enum(['plan-first', 'look-back']),
  state: z.enum(['draft', 'frozen', 'running', 'stopped', 'ended', 'decided']),
  ownerId: PersonId,
  /** Whose lead may also run it. */
  teamId: TeamId.nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Why it was stopped before its end. */
  stopReason: z.string().trim().min(3).max(2000).nullable(),
})
export type Trial = z.output<typeof Trial>

/** A trial as pages show it, with the names that belong to its ids. */
export const TrialShown = Trial.extend({ ideaTitle: z.string(), ownerName: z.string() })
export type TrialShown = z.output<typeof TrialShown>

export const NewTrial = Trial.pick({ ideaId: true, door: true }).extend({ design: Trial.shape.design.default('pilot') })
export type NewTrial = z.output<typeof NewTrial>

/** What may change while it is a draft, beside its plan. */
export const TrialChange = Trial.pick({ title: true, door: true, design: true }).partial()
export type TrialChange = z.output<typeof TrialChange>

/** A sheet whose rows the trial is measured on, and what it was found to hold when it came. */
export const TrialSheet = z.strictObject({
  trialId: TrialId,
  sheetId: SheetId,
  /** 1 is the sheet of the plan. Where two have a figure for a site and period, the higher one's counts. */
  position: z.int().min(1),
  rows: z.int().min(0),
  sites: z.int().min(0),
  /** The first and last period, as they stand in the sheet. */
  firstPeriod: z.string(),
  lastPeriod: z.string(),
  /** Whether it has a figure for a period with the change. */
  hasOutcomes: z.boolean(),
  addedById: PersonId,
  addedAt: instant,
  /** Written from the workspace's own measurements while the trial runs; the next one takes its place. */
  isTaken: z.boolean(),
})
export type TrialSheet = z.output<typeof TrialSheet>
export type SheetSummary = Pick<TrialSheet, 'rows' | 'sites' | 'firstPeriod' | 'lastPeriod' | 'hasOutcomes'>

/**
 *   draft --freeze--> frozen --start--> running --end--> ended --decide--> decided
 *     |                                    \---stop--> stopped --decide--> decided
 *     \--lookBack--> ended
 */
const moves = {
  freeze: { from: ['draft'], to: 'frozen', door: 'plan-first' },
  lookBack: { from: ['draft'], to: 'ended', door: 'look-back' },
  start: { from: ['frozen'], to: 'running', door: 'plan-first' },
  stop: { from: ['running'], to: 'stopped', door: 'plan-first' },
  end: { from: ['running'], to: 'ended', door: 'plan-first' },
  decide: { from: ['ended', 'stopped'], to: 'decided', door: 'any' },
} as const satisfies Record<
  string,
  { from: readonly Trial['state'][]; to: Trial['state']; door: Trial['door'] | 'any' }
>

export type TrialMove = keyof typeof moves
export const TrialMove = z.enum(Object.keys(moves) as [TrialMove, ...TrialMove[]])

/** The moves that need nothing but the word, and for a stop its reason. Freezing is the plan's, deciding the decision's. */
export const TrialRun = TrialMove.extract(['start', 'stop', 'end'])
export type TrialRun = z.output<typeof TrialRun>

/** The moves that the trial's state and door allow. Who may make them stands in the rights table. */
export function movesOf(trial: Trial): TrialMove[] {
  return TrialMove.options.filter((move) => isPossible(trial, move))
}

/**
 * The trial after `move`. Pure: the caller stores it.
 * @param reason Of a stop, and needed there: people hear it.
 * @throws {Problem} `out-of-step` when it is in another state, or came through the other door; `bad-input` for a stop
 * without a reason.
 */
export function moveTrial(trial: Trial, move: TrialMove, now: Date, reason: string | null = null): Trial {
  if (!isPossible(trial, move)) throw new Problem('out-of-step', 'trial.wrong-state', { state: trial.state })
  if (move === 'stop' && reason === null)
    throw new Problem('bad-input', 'trial.no-reason', {}, [{ pointer: '#/reason', message: 'input.required' }])
  const { to } = moves[move]
  const begins = move === 'start' || move === 'lookBack'
  const ends = to === 'ended' || to === 'stopped'
  return {
    ...trial,
    state: to,
    startedAt: begins ? now : trial.startedAt,
    endedAt: ends ? now : trial.endedAt,
    stopReason: move === 'stop' ? reason : trial.stopReason,
  }
}

/** A draft of a trial of `idea`, with the idea's title until somebody gives it its own. */
export function newTrial(
  idea: { id: IdeaId; title: string },
  { door, design }: Pick<Trial, 'door' | 'design'>,
  edge: Pick<Trial, 'id' | 'ownerId' | 'teamId' | 'createdAt'>,
): Trial {
  return {
    ...edge,
    ideaId: idea.id,
    title: idea.title,
    design,
    door,
    state: 'draft',
    startedAt: null,
    endedAt: null,
    stopReason: null,
  }
}

/**
 * The draft after a change of its title, door or design. What is written of its plan stays, as far as it fits.
 * @throws {Problem} `out-of-step` once its plan is frozen.
 */
export function changeTrial(trial: Trial, change: TrialChange): Trial {
  refuseFrozen(trial)
  const { title = trial.title, door = trial.door, design = trial.design } = change
  return { ...trial, title, door, design }
}

/** @throws {Problem} `out-of-step` unless the trial is a draft: what has been frozen stays for ever. */
export function refuseFrozen(trial: Trial): void {
  if (trial.state !== 'draft') throw new Problem('out-of-step', 'trial.frozen-already')
}

/** A trial ends with a result, so it needs something to be measured on. @throws {Problem} `out-of-step`. */
export function refuseWithoutOutcomes(sheets: readonly TrialSheet[]): void {
  if (!sheets.some(({ hasOutcomes }) => hasOutcomes)) throw new Problem('out-of-step', 'trial.no-outcomes')
}

function isPossible(trial: Trial, move: TrialMove): boolean {
  const { from, door } = moves[move]
  return (from as readonly Trial['state'][]).includes(trial.state) && (door === 'any' || door === trial.door)
}
