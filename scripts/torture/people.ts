import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, type Caller, callerOf, type Sent } from './caller.ts'
import type { Product } from './product.ts'

export interface People {
  /** Below this lies everything: `/w/torture`. */
  readonly at: string
  readonly owner: Caller
  /** They answer what members write. */
  readonly leads: readonly [Caller, ...Caller[]]
  readonly members: readonly [Caller, ...Caller[]]
}

const password = 'a calm winter evening'

/** Goes through the set-up link and invites two leads and three members. */
export async function setUp(product: Product): Promise<People> {
  const token = await printedToken(product)
  const owner = callerOf(product)
  const workspace = { name: 'Torture', language: 'en', currency: 'EUR', timeZone: 'Europe/Berlin' }
  const person = { name: 'Ingrid Solberg', email: 'ingrid@example.org', password }
  const { body, cookie } = await expect(owner, 'POST', '/set-up', { token, ...person, workspace })
  owner.cookie = cookie
  const at = `/w/${body.slug}`

  const join = async (role: string, name: string) => {
    const invitation = await expect(owner, 'POST', `${at}/invitations`, { role, teamId: null })
    const token = String(invitation.body.url).split('#')[1]
    const caller = callerOf(product)
    const account = { email: `${name.toLowerCase()}@example.org`, password }
    caller.cookie = (await expect(caller, 'POST', '/invitations/acceptances', { token, name, account })).cookie
    return caller
  }
  return {
    at,
    owner,
    leads: [await join('lead', 'Lena'), await join('lead', 'Lars')],
    members: [await join('member', 'Mara'), await join('member', 'Milan'), await join('member', 'Mia')],
  }
}

/** The link is printed a moment after `/readyz` says yes. */
async function printedToken(product: Product): Promise<string> {
  for (const end = performance.now() + 10_000; ; await pause(20)) {
    const token = /\/set-up#(\S+)/.exec(await product.printed())?.[1]
    if (token) return token
    if (performance.now() > end) throw new Error('No set-up link was printed')
  }
}

export function closeAll({ owner, leads, members }: People): void {
  for (const caller of [owner, ...leads, ...members]) caller.close()
}

/** @throws {Error} when the answer is not a yes. */
export async function expect(caller: Caller, method: Sent['method'], path: string, body?: unknown): Promise<Answer> {
  const answer = await caller.call({ method, path, body })
  if (answer.status < 200 || answer.status > 299)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}
