import type { z } from 'zod'
import type { WorkspaceId } from './anywhere/identity.ts'
import type { Database } from './database.ts'
import type { Logger } from './log.ts'
import type { Emit, EventName } from './outbox.ts'

export interface JobContext {
  readonly db: Database
  readonly workspaceId: WorkspaceId
  readonly now: Date
  newId(): string
  readonly emit: Emit
  readonly log: Logger
}

/**
 * Something that happens after an event, in the event's workspace and in one transaction. It may run more than once
 * for one event (a process can die after the work and before the tick), so it must be idempotent.
 */
export interface Job<Input extends z.ZodType = z.ZodType> {
  /** `noun.verb-object`; also the name of its queue. */
  readonly name: `${string}.${string}`
  readonly on: readonly EventName[]
  readonly input: Input
  readonly run: (input: z.infer<Input>, context: JobContext) => Promise<void>
}

export function job<Input extends z.ZodType>(described: Job<Input>): Job<Input> {
  return described
}
