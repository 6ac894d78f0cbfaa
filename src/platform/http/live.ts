import type { FastifyReply } from 'fastify'
import type { AccountId, PersonId, WorkspaceId } from '../anywhere/identity.ts'
import { limits } from '../anywhere/limits.ts'
import { Problem } from '../anywhere/problem.ts'
import type { Heard } from '../job/start-relay.ts'

interface Listener {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  /** The stored hash of the sign-in, in hex. Not its secret. Null with a key. */
  readonly signIn: string | null
  /** Null with a sign-in. */
  readonly keyId: string | null
  readonly since: Date
  readonly reply: FastifyReply
}

/** Of these sign-ins (hashes in hex) and keys (ids), those that still hold, in one set. */
export type FindLive = (
  asked: { signIns: readonly string[]; keyIds: readonly string[] },
  now: Date,
) => Promise<ReadonlySet<string>>

/** Open pages, told at once that something changed. They learn what by asking the same endpoints again. */
export class LiveHub {
  readonly #listeners = new Set<Listener>()

  /**
   * Keeps `reply` open and sends it every event of the workspace.
   * @throws {Problem} `too-many` past the limits on open streams.
   */
  join(signed: Omit<Listener, 'reply' | 'since'>, reply: FastifyReply, now: Date): void {
    const own = [...this.#listeners].filter(({ accountId }) => accountId === signed.accountId)
    if (this.#listeners.size >= limits.liveStreams || own.length >= limits.liveStreamsOfPerson)
      throw new Problem('too-many', 'http.too-many', { seconds: 30 })
    const { accountId, personId, workspaceId, signIn, keyId } = signed
    const listener = { accountId, personId, workspaceId, signIn, keyId, since: now, reply }
    reply.hijack()
    // Hijacking leaves out the headers that hooks have set, so they are written by hand.
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    reply.raw.write('retry: 2000\n\n')
    this.#listeners.add(listener)
    reply.raw.on('close', () => this.#listeners.delete(listener))
    // A page that has gone away is no defect.
    reply.raw.on('error', () => this.#listeners.delete(listener))
  }

  /** Tells the pages that an event concerns. An event with a `personId` is for that person alone. */
  tell({ workspaceId, event, payload }: Heard): void {
    if (event === 'account.sign-in-ended') this.#close(({ signIn }) => signIn !== null && signIn === payload['signIn'])
    if (event === 'account.sign-ins-ended')
      this.#close(({ accountId, keyId }) => keyId === null && accountId === payload['accountId'])
    if (event === 'key.revoked') this.#close(({ keyId }) => keyId !== null && keyId === payload['id'])
    if (event === 'person.deactivated') this.#close(({ personId }) => personId === payload['personId'])
    for (const listener of this.#listeners) {
      if (listener.workspaceId !== workspaceId) continue
      if (event.startsWith('notice.') && payload['personId'] !== listener.personId) continue
      send(listener, `data: ${JSON.stringify({ event, ...payload })}\n\n`)
    }
  }

  /**
   * A comment line, so that proxies keep the streams open and dead ones are found. A stream older than
   * `limits.liveStreamMs` is closed: a page that may still look opens it again by itself.
   */
  beat(now: Date): void {
    this.#close(({ since }) => now.getTime() - since.getTime() >= limits.liveStreamMs)
    for (const listener of this.#listeners) send(listener, ': \n\n')
  }

  /**
   * Closes the streams whose sign-in or key has run out, which no event tells, or has ended while nobody listened. One
   * question for all of them.
   */
  async closeEnded(findLive: FindLive, now: Date): Promise<void> {
    const signIns = new Set([...this.#listeners].flatMap(({ signIn }) => signIn ?? []))
    const keyIds = new Set([...this.#listeners].flatMap(({ keyId }) => keyId ?? []))
    if (signIns.size + keyIds.size === 0) return
    const live = await findLive({ signIns: [...signIns], keyIds: [...keyIds] }, now)
    // Who has joined since the question was asked is not in its answer.
    const asked = new Set([...signIns, ...keyIds])
    this.#close(({ signIn, keyId }) => {
      const pass = keyId ?? signIn ?? ''
      return asked.has(pass) && !live.has(pass)
    })
  }

  closeAll(): void {
    this.#close(() => true)
  }

  #close(which: (listener: Listener) => boolean): void {
    for (const listener of [...this.#listeners].filter(which)) {
      // Out of the set first: what is told between the end and the close must not be written after the end.
      this.#listeners.delete(listener)
      listener.reply.raw.end()
    }
  }
}

function send({ reply }: Listener, text: string): void {
  if (reply.raw.writableLength > limits.liveBacklog) reply.raw.destroy()
  else reply.raw.write(text)
}
