import type { FastifyReply } from 'fastify'
import type { AccountId, PersonId, WorkspaceId } from '../anywhere/identity.ts'
import { limits } from '../anywhere/limits.ts'
import { Problem } from '../anywhere/problem.ts'
import type { Heard } from '../job/start-relay.ts'

interface Listener {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  readonly reply: FastifyReply
}

/** Open pages, told at once that something changed. They learn what by asking the same endpoints again. */
export class LiveHub {
  readonly #listeners = new Set<Listener>()

  /**
   * Keeps `reply` open and sends it every event of the workspace.
   * @throws {Problem} `too-many` past the limits on open streams.
   */
  join(signed: Omit<Listener, 'reply'>, reply: FastifyReply): void {
    const own = [...this.#listeners].filter(({ accountId }) => accountId === signed.accountId)
    if (this.#listeners.size >= limits.liveStreams || own.length >= limits.liveStreamsOfPerson)
      throw new Problem('too-many', 'http.too-many', { seconds: 30 })
    const listener = { ...signed, reply }
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
    if (event === 'account.sign-ins-ended') this.#close(({ accountId }) => accountId === payload['accountId'])
    if (event === 'person.deactivated') this.#close(({ personId }) => personId === payload['personId'])
    for (const listener of this.#listeners) {
      if (listener.workspaceId !== workspaceId) continue
      if (event.startsWith('notice.') && payload['personId'] !== listener.personId) continue
      send(listener, `data: ${JSON.stringify({ event, ...payload })}\n\n`)
    }
  }

  /** A comment line, so that proxies keep the streams open and dead ones are found. */
  beat(): void {
    for (const listener of this.#listeners) send(listener, ': \n\n')
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
