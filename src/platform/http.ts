import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Endpoint, Scope } from './anywhere/endpoint.ts'
import type { AccountId, Signed, WorkspaceId } from './anywhere/identity.ts'
import type { Language, Say } from './anywhere/message.ts'
import type { Subject } from './anywhere/policy.ts'
import type { Database } from './database.ts'
import type { Logger } from './log.ts'
import type { Emit } from './outbox.ts'

/** A download. `content` is sent as it is; the name is made safe for every system. */
export class FileAnswer {
  readonly name: string
  readonly type: string
  readonly content: string | Readable
  constructor(name: string, type: string, content: string | Readable) {
    this.name = name
    this.type = type
    this.content = content
  }
}

/** Says that the answer is the workspace's stream of events: the server joins the caller to it. */
export class EventStream {}

/** A body that has arrived whole, in a temporary file that goes when the request is done. */
export interface Upload {
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  /** The bytes from `from` up to, not including, `to`; all of them by default. */
  read(from?: number, to?: number): Readable
}

/** Who asks, as far as an endpoint's scope tells. */
export type SignedIn<In extends Scope> = In extends 'workspace'
  ? Signed
  : In extends 'account'
    ? { readonly accountId: AccountId }
    : null

export interface RequestContext<In extends Scope> {
  /** The request's one transaction, committed before the answer is sent. Read-only under GET. */
  readonly db: Database
  readonly signed: SignedIn<In>
  /** The account of the sign-in, in every scope; null when nobody is signed in. */
  readonly accountId: AccountId | null
  readonly now: Date
  newId<Id extends string = string>(): Id
  readonly emit: Emit
  /** Tells it in a workspace that this very request has made or entered. */
  emitIn(workspaceId: WorkspaceId): Emit
  readonly language: Language
  readonly say: Say
  readonly log: Logger
  /** The body of an endpoint that takes bytes. */
  readonly upload: Upload | null
  /** The peer's network address, for limits on tries; stored nowhere. */
  readonly address: string
  /** The secret of the sign-in that the request came with, or null. */
  readonly signInSecret: string | null
  /** The address people use, without a slash at the end: links are built from it, never from the request's own host. */
  readonly publicUrl: string
  /** Whether the person may do `action` to `subject`. Workspace scope only. */
  may(action: string, subject?: Subject): boolean
  /** @throws {Problem} `not-allowed`. */
  demand(action: string, subject?: Subject): void
  /** Sends the browser a sign-in, or takes it away. */
  setSignIn(secret: string | null): void
}

export type Handler<Input extends z.ZodType, Output extends z.ZodType, In extends Scope, Prepared = undefined> = (
  input: z.output<Input>,
  context: RequestContext<In>,
  prepared: Prepared,
) => Promise<z.output<Output> | FileAnswer | EventStream>

/** What a step before the request's transaction knows. Rights are checked already, and again in the transaction. */
export interface Beforehand {
  readonly accountId: AccountId | null
  /** Workspace scope only. */
  readonly signed: Signed | null
  readonly now: Date
  readonly address: string
  /** The body of an endpoint that takes bytes. */
  readonly upload: Upload | null
  /** Lets go what was made for the handler, once the request has been answered or refused. */
  atEnd(close: () => Promise<void>): void
  /** A short transaction of its own, in the scope of the request, committed whatever becomes of it. */
  tx<T>(work: (db: Database) => Promise<T>): Promise<T>
}

/**
 * Slow work (a password hash, a large file) done before the request's transaction, so that it holds no connection meanwhile. What it
 * read may have changed by then: the handler looks again.
 */
export type Prepare<Input extends z.ZodType, Prepared> = (
  input: z.output<Input>,
  beforehand: Beforehand,
) => Promise<Prepared>

/** Answers one endpoint. The noun's routes call it once for each. */
export interface Serve {
  <Input extends z.ZodType, Output extends z.ZodType, In extends Scope>(
    endpoint: Endpoint<Input, Output, In>,
    handler: Handler<Input, Output, In>,
  ): void
  <Input extends z.ZodType, Output extends z.ZodType, In extends Scope, Prepared>(
    endpoint: Endpoint<Input, Output, In>,
    prepare: Prepare<Input, Prepared>,
    handler: Handler<Input, Output, In, Prepared>,
  ): void
}

/** A noun's answers to its endpoints. */
export type Routes = (serve: Serve) => void
