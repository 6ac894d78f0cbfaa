import type { z } from 'zod'
import type { WorkspaceId } from './anywhere/identity.ts'
import type { Database } from './database.ts'
import type { Logger } from './log.ts'
import type { Emit, EventName } from './outbox.ts'

export interface JobContext {
  readonly db: Database
  readonly workspaceId: WorkspaceId
  readonly now: Date
  newId<Id extends string = string>(): Id
  readonly emit: Emit
  readonly log: Logger
}

interface Described<Input extends z.ZodType> {
  /** `noun.verb-object`; also the name of its queue. */
  readonly name: `${string}.${string}`
  readonly on: readonly EventName[]
  readonly input: Input
  /** For one and the same payload: what happens in between is done together in the next stretch of so long. */
  readonly atMostEveryMs?: number
  /** How long it waits after the event, so that what comes a moment later is done together with it. Default: not at all. */
  readonly waitMs?: number
}

/**
 * Something that happens after an event, in the event's workspace and in one transaction. It may run more than once
 * for one event (a process can die after the work and before the tick), so it must be idempotent.
 */
export interface TransactionJob<Input extends z.ZodType = z.ZodType> extends Described<Input> {
  readonly run: (input: z.infer<Input>, context: JobContext) => Promise<void>
}

export interface LongJobContext extends Pick<JobContext, 'workspaceId' | 'log'> {
  /** A transaction in the event's workspace, committed when `work` returns. One may be open beside another. */
  tx<T>(work: (context: JobContext) => Promise<T>): Promise<T>
}

/** A job that takes its time, or needs more than one transaction: it opens its own. */
export interface LongJob<Input extends z.ZodType = z.ZodType> extends Described<Input> {
  readonly work: (input: z.infer<Input>, context: LongJobContext) => Promise<void>
}

export type Job<Input extends z.ZodType = z.ZodType> = TransactionJob<Input> | LongJob<Input>

/** Describes what happens after an event. */
export function job<Input extends z.ZodType>(described: TransactionJob<Input>): TransactionJob<Input> {
  return described
}

/** Describes what happens after an event and takes its time. */
export function longJob<Input extends z.ZodType>(described: LongJob<Input>): LongJob<Input> {
  return described
}
