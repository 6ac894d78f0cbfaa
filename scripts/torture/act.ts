import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Caller, Sent } from './caller.ts'
import type { Kind, Oracle } from './oracle.ts'
import type { Random } from './random.ts'

/** One write, meant once, however often it has to be sent. */
export interface Act {
  readonly kind: Kind
  /** Words that stand in the row it leaves, and in no other. */
  readonly mark: string
  readonly by: Caller
  readonly method: Sent['method']
  readonly path: string
  readonly body?: unknown
  /** The id of the row in the answer. */
  readonly idOf: (body: Answer['body']) => string
  /** Somebody else does the same at the same moment, and one of them hears that it is too late. */
  readonly mayComeLate?: boolean
}

export interface Actor {
  /** Carries out `act`, sending it again with the same key until an answer comes. Null when it came late or was given up. */
  perform(act: Act): Promise<Answer | null>
  /** Sends what was answered before once more, and expects the same answer. */
  repeat(count: number): Promise<void>
  /** How often each outcome was heard, such as `503` or `ECONNRESET`. */
  readonly heard: Map<string, number>
}

/** Past this a write that still gets no answer counts as lost. */
const patienceMs = 60_000
/** Of all sendings, those whose sender hangs up without hearing the answer. */
const hangUpShare = 0.06
/** Of the writes that got no answer at first, those that nobody sends again. */
const giveUpShare = 0.04

/** @param newKeys The control: clients that forget their key and send again under a new one. */
export function actorOf(oracle: Oracle, random: Random, newKeys: boolean): Actor {
  const heard = new Map<string, number>()
  const answered: { act: Act; key: string; body: unknown }[] = []
  let count = 0

  async function perform(act: Act): Promise<Answer | null> {
    let key = newKey(act)
    const end = performance.now() + patienceMs
    for (;;) {
      const answer = await send(act, key)
      if (answer && answer.status >= 200 && answer.status < 300) {
        oracle.acknowledge(act.kind, act.mark, key, act.idOf(answer.body))
        answered.push({ act, key, body: answer.body })
        return answer
      }
      if (answer && !isForLater(answer)) {
        // Too late is only one of two at once. A first sending that had been carried out and forgotten would sound the same.
        if (!(act.mayComeLate && answer.status === 409))
          oracle.blame(
            'refused',
            `${act.kind} ${act.mark}: ${answer.status} ${answer.body?.code} ${answer.body?.detail}`,
          )
        return null
      }
      if (answer === null && random.chance(giveUpShare)) {
        oracle.giveUp(act.mark)
        return null
      }
      if (performance.now() > end) {
        oracle.blame('unanswered', `${act.kind} ${act.mark} for ${patienceMs / 1000} s`)
        oracle.giveUp(act.mark)
        return null
      }
      await pause(random.between(20, 150))
      if (newKeys) key = newKey(act)
    }
  }

  async function send({ by, kind, ...act }: Act, key: string): Promise<Answer | null> {
    const { method, path, body } = act
    const hangUp = random.chance(hangUpShare) ? { hangUpMs: random.between(0, 25) } : {}
    try {
      const answer = await by.call({ method, path, body, key, ...hangUp })
      hear(String(answer.status))
      if (answer.status === 500) oracle.blame('defect', `500 for ${kind} ${act.mark}: ${answer.body?.instance}`)
      return answer
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String((error as Error).message)
      hear(code)
      return null
    }
  }

  function newKey({ mark }: Act): string {
    count += 1
    return `${mark}-${count}`
  }
  function hear(what: string): void {
    heard.set(what, (heard.get(what) ?? 0) + 1)
  }

  return {
    perform,
    heard,
    async repeat(times) {
      for (let done = 0; done < times && answered.length > 0; done += 1) {
        const { act, key, body } = answered[random.below(answered.length)] as (typeof answered)[number]
        const again = await untilAnswered(() =>
          act.by.call({ method: act.method, path: act.path, body: act.body, key }),
        )
        if (again.status !== 200 || JSON.stringify(sorted(again.body)) !== JSON.stringify(sorted(body)))
          oracle.blame('answered-otherwise', `${act.kind} ${act.mark}, sent again: ${again.status}`)
      }
    },
  }
}

/** @throws when it does not answer for good within a minute. */
async function untilAnswered(ask: () => Promise<Answer>): Promise<Answer> {
  const end = performance.now() + patienceMs
  for (;;) {
    const answer = await ask()
    if (!isForLater(answer) || performance.now() > end) return answer
    await pause(100)
  }
}

/** Not a no: down, starting, busy, or the first sending of the same key is still being worked on. */
function isForLater({ status, body }: Answer): boolean {
  return status >= 500 || status === 429 || (status === 409 && body?.code === 'http.key-running')
}

/** PostgreSQL keeps the names inside a stored answer in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}
