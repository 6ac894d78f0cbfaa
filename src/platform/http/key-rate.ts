import { Problem } from '../anywhere/problem.ts'
import { minuteMs } from '../anywhere/time.ts'

/**
 * How often each key has asked within this minute of the clock. In memory, of one process: several processes count
 * apart. It keeps a program that has gone wild from taking what people need; it is no bill.
 */
export class KeyRate {
  #minute = 0
  readonly #asked = new Map<string, number>()
  /** A request is looked at more than once (before its body, in its transaction) and counts once. */
  readonly #counted = new WeakSet<object>()

  /** @throws {Problem} `too-many` past `most` requests in a minute. */
  count(request: object, keyId: string, most: number, now: Date): void {
    if (this.#counted.has(request)) return
    this.#counted.add(request)
    const minute = Math.floor(now.getTime() / minuteMs)
    if (minute !== this.#minute) this.#asked.clear()
    this.#minute = minute
    const asked = (this.#asked.get(keyId) ?? 0) + 1
    this.#asked.set(keyId, asked)
    if (asked <= most) return
    const seconds = Math.ceil(((minute + 1) * minuteMs - now.getTime()) / 1_000)
    throw new Problem('too-many', 'http.bearer-rate', { most, seconds })
  }
}
