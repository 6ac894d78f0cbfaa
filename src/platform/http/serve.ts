import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Endpoint, fullPath, pathNames } from '../anywhere/endpoint.ts'
import type { AccountId, HeldKey, Signed } from '../anywhere/identity.ts'
import type { Language, Say } from '../anywhere/message.ts'
import type { Can, Policy, Subject } from '../anywhere/policy.ts'
import { Problem } from '../anywhere/problem.ts'
import { addAudit } from '../audit.ts'
import type { Doors } from '../database/doors.ts'
import type { Database } from '../database.ts'
import {
  type Beforehand,
  EventStream,
  FileAnswer,
  type Handler,
  type Prepare,
  type RequestContext,
  type Upload,
} from '../http.ts'
import type { PresentedKey } from '../key-text.ts'
import { emitInto } from '../outbox.ts'
import { hashOf } from '../tokens.ts'
import { encodeAnswer } from './encode-answer.ts'
import { findAnswer, keepAnswer, type Repeatable } from './idempotency.ts'
import type { KeyRate } from './key-rate.ts'
import type { LiveHub } from './live.ts'
import { readInput } from './read-input.ts'
import { receive } from './upload.ts'
import { hasScope, type Who, whoAsks, whoIsThere } from './who-asks.ts'

/** How a request's cookie or key becomes somebody. The account, person and key nouns know; the app passes it in. */
export interface Identify {
  /** The account of a live sign-in, or null. Enters the account's scope. */
  account(db: Database, secret: string, now: Date): Promise<AccountId | null>
  /** The account's active membership in the workspace, or null. Enters the workspace's scope. */
  person(db: Database, accountId: AccountId, workspaceSlug: string): Promise<Signed | null>
  /** Notes that the sign-in was used today, so that it does not run out while somebody works. */
  touch(db: Database, secret: string, now: Date): Promise<void>
  /** What a live key is good for, or null; and enters its workspace's scope. */
  key(db: Database, presented: PresentedKey, now: Date): Promise<HeldKey | null>
  /** Notes the day on which a key was used. Inside its workspace's scope. */
  touchKey(db: Database, id: string, now: Date): Promise<void>
}

export interface ServeOptions {
  readonly doors: Doors
  readonly policy: Policy
  readonly can: Can
  readonly identify: Identify
  readonly hub: LiveHub
  readonly publicUrl: string
  readonly cookie: {
    name: string
    read(request: FastifyRequest): string | null
    write(reply: FastifyReply, secret: string | null): void
  }
  languageOf(request: FastifyRequest): Language
  sayTo(request: FastifyRequest): Say
  now(): Date
  readonly keyRate: KeyRate
  /** Keeps the sign-in from running out, and notes that the key was used; writes once a day for each. */
  noteUse(who: Pick<Who, 'secret' | 'key'>): void
}

type AnyHandler = Handler<z.ZodType, z.ZodType, 'workspace', unknown>
/** What answers an endpoint in the request's transaction, and before it what is done outside. */
export type Steps = [AnyHandler] | [Prepare<z.ZodType, unknown>, AnyHandler]

/** Registers one endpoint: parse, who, may they, one transaction, answer after commit. */
export function registerEndpoint(app: FastifyInstance, endpoint: Endpoint, steps: Steps, options: ServeOptions): void {
  app.route({
    method: endpoint.method,
    url: fullPath(endpoint),
    bodyLimit: endpoint.bodyLimit,
    config: { endpoint },
    handler: (request, reply) => answer(endpoint, steps, request, reply, options),
  })
}

async function answer(
  endpoint: Endpoint,
  steps: Steps,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServeOptions,
): Promise<FastifyReply> {
  const { doors } = options
  const upload = endpoint.takes === 'bytes' ? await receiveAsSigned(endpoint, request, options) : null
  const answered: Answered = { signIn: undefined, who: null }
  const closing: (() => Promise<void>)[] = []
  try {
    const [prepare, handler] = steps.length === 2 ? steps : [null, steps[0]]
    const prepared =
      prepare &&
      (await prepareFor(endpoint, prepare, request, options, { upload, atEnd: (close) => closing.push(close) }))
    const body = await doors.tx(
      {},
      async (db) => {
        const now = options.now()
        const who = await whoAsks(db, endpoint, request, options, now)
        answered.who = who
        const input = readInput(endpoint, request)
        const repeatable = repeatableOf(endpoint, request, who, upload)
        const before = repeatable && (await findAnswer(db, repeatable, now))
        if (before) return before.answer
        const context = contextOf(db, who, request, options, now, upload, answered)
        const given = await handler(input, context, prepared)
        if (given instanceof FileAnswer) return given
        if (given instanceof EventStream) return listenerOf(who)
        const wire = encodeAnswer(endpoint.output, given)
        if (endpoint.method !== 'GET' && !endpoint.reads) await keepTrack(db, endpoint, request, who, now)
        if (repeatable) await keepAnswer(db, repeatable, { isSecret: endpoint.secret, body: wire }, now)
        return wire
      },
      { readOnly: endpoint.method === 'GET' },
    )
    // It is done: whatever happens from here on must not look like a failure.
    if (answered.who) options.noteUse(answered.who)
    // Only now, after COMMIT, does anybody hear of it.
    if (answered.signIn !== undefined) options.cookie.write(reply, answered.signIn)
    if (endpoint.gives === 'events') {
      options.hub.join(body as ReturnType<typeof listenerOf>, reply, options.now())
      return reply
    }
    return body instanceof FileAnswer ? sendFile(reply, body) : sendJson(reply, body)
  } catch (error) {
    if (endpoint.auditsRefusals && error instanceof Problem) await keepRefusal(endpoint, request, options, error)
    throw error
  } finally {
    for (const close of closing) await close()
    await upload?.discard()
  }
}

/** What a handler asks for beyond its answer. */
interface Answered {
  /** The sign-in to send, null to take it away. */
  signIn: string | null | undefined
  who: Who | null
}

/** @throws {Problem} what `whoAsks` and `readInput` throw: nothing is prepared for somebody who may not ask. */
async function prepareFor(
  endpoint: Endpoint,
  prepare: Prepare<z.ZodType, unknown>,
  request: FastifyRequest,
  options: ServeOptions,
  held: Pick<Beforehand, 'upload' | 'atEnd'>,
): Promise<unknown> {
  const now = options.now()
  const { accountId, signed } = await options.doors.tx({}, (db) => whoAsks(db, endpoint, request, options, now), {
    readOnly: true,
  })
  const scope = signed ? { workspaceId: signed.workspaceId } : {}
  const tx = <T>(work: (db: Database) => Promise<T>) => options.doors.tx(scope, work)
  return prepare(readInput(endpoint, request), { accountId, signed, now, address: request.ip, tx, ...held })
}

/** Who joins the workspace's stream, and by which sign-in or key: with it the stream ends. */
function listenerOf({ signed, secret, key }: Who) {
  return { ...(signed as Signed), signIn: secret && hashOf(secret).toString('hex'), keyId: key?.id ?? null }
}

/** Rights are checked before a large body is read, and again in the transaction that uses it. */
async function receiveAsSigned(endpoint: Endpoint, request: FastifyRequest, options: ServeOptions) {
  await options.doors.tx({}, (db) => whoAsks(db, endpoint, request, options, options.now()), { readOnly: true })
  if (!(request.body instanceof Readable))
    throw new Problem('wrong-type', 'http.wrong-type', { wanted: 'application/octet-stream' })
  if (Number(request.headers['content-length'] ?? 0) > endpoint.bodyLimit)
    throw new Problem('too-large', 'http.too-large', { limit: endpoint.bodyLimit })
  return receive(request.body, endpoint.bodyLimit)
}

function contextOf(
  db: Database,
  { signed, accountId, secret, key }: Who,
  request: FastifyRequest,
  options: ServeOptions,
  now: Date,
  upload: Upload | null,
  answered: Answered,
): RequestContext<'workspace'> {
  const mayPerson = (action: string, subject?: Subject) => signed !== null && options.can(signed, action, subject)
  const may = (action: string, subject?: Subject) => mayPerson(action, subject) && hasScope(key, action)
  return {
    db,
    // Under account scope the handler's type says that only the account is known.
    signed: (signed ?? (accountId ? { accountId } : null)) as Signed,
    accountId,
    now,
    newId: <Id extends string>() => randomUUID() as string as Id,
    emit: emitInto(db, signed?.workspaceId ?? null, now),
    emitIn: (workspaceId) => emitInto(db, workspaceId, now),
    language: options.languageOf(request),
    say: options.sayTo(request),
    log: request.log as RequestContext<'workspace'>['log'],
    upload,
    address: request.ip,
    signInSecret: secret,
    publicUrl: options.publicUrl,
    may,
    demand(action, subject) {
      if (!mayPerson(action, subject)) throw new Problem('not-allowed', 'http.not-allowed')
      if (!hasScope(key, action)) throw new Problem('not-allowed', 'http.bearer-scope', { scope: action })
    },
    setSignIn(secret) {
      answered.signIn = secret
    },
  }
}

async function keepTrack(
  db: Database,
  endpoint: Endpoint,
  request: FastifyRequest,
  who: Who,
  now: Date,
): Promise<void> {
  await addAudit(db, {
    at: now,
    accountId: who.accountId,
    personId: who.signed?.personId ?? null,
    action: actionOf(endpoint),
    about: { ...idsIn(endpoint, request), ...keyOf(who) },
  })
}

/**
 * Writes down an attempt that was refused, once its transaction has been rolled back. Who is nobody here leaves no trace:
 * there is no workspace to keep it in.
 */
async function keepRefusal(
  endpoint: Endpoint,
  request: FastifyRequest,
  options: ServeOptions,
  { messageId }: Problem,
): Promise<void> {
  const now = options.now()
  try {
    await options.doors.tx({}, async (db) => {
      const who = await whoIsThere(db, endpoint, request, options, now)
      const { accountId, signed } = who
      const action = `${actionOf(endpoint)} refused`
      const about = { ...idsIn(endpoint, request), ...keyOf(who), refused: messageId }
      await addAudit(db, { at: now, accountId, personId: signed?.personId ?? null, action, about })
    })
  } catch (error) {
    // The person hears why they were refused, and not that it could not be written down; whoever runs this does.
    if (!(error instanceof Problem)) request.log.error({ err: error }, 'a refusal was not audited')
  }
}

function actionOf({ policy, method, path }: Endpoint): string {
  return `${policy} ${method} ${path}`
}

/** Which key acted, where it was not the person. The id only: it opens nothing. */
function keyOf({ key }: Who): Record<string, string> {
  return key ? { key: key.id } : {}
}

/** Path names are ids; one that carries a secret (a link's token) must not be kept, nor what somebody made up. */
function idsIn({ path }: Endpoint, request: FastifyRequest): Record<string, string> {
  const params = request.params as Record<string, string>
  return Object.fromEntries(
    pathNames(path)
      .filter((name) => name !== 'token')
      .map((name) => [name, (params[name] ?? '').slice(0, idLength)]),
  )
}

/** Characters of an id. */
const idLength = 36

function repeatableOf(
  endpoint: Endpoint,
  request: FastifyRequest,
  { signed, accountId, key: held }: Who,
  upload: Upload | null,
): Repeatable | null {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || endpoint.method === 'GET' || endpoint.reads) return null
  return {
    // Each key apart from its person and their other keys: an answer that one may see is not repeated to another.
    principal: held?.id ?? signed?.personId ?? accountId ?? createHash('sha256').update(request.ip).digest('base64url'),
    key,
    request: endpoint.secret
      ? null
      : `${request.method} ${request.url} ${upload ? upload.sha256 : JSON.stringify(request.body ?? null)}`,
  }
}

function sendJson(reply: FastifyReply, body: unknown): FastifyReply {
  void reply.header('cache-control', 'no-store')
  if (body === undefined) return reply.code(204).send()
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(body))
}

function sendFile(reply: FastifyReply, { name, type, content }: FileAnswer): FastifyReply {
  const safe = name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 120)
  return reply
    .header('cache-control', 'no-store')
    .header('content-type', type)
    .header('content-security-policy', 'sandbox')
    .header(
      'content-disposition',
      `attachment; filename="${safe.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(safe)}`,
    )
    .send(content)
}
