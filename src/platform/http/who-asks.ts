import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../anywhere/endpoint.ts'
import type { AccountId, HeldKey, Signed } from '../anywhere/identity.ts'
import { Problem } from '../anywhere/problem.ts'
import type { Database } from '../database.ts'
import type { PresentedKey } from '../key-text.ts'
import { isListed } from './address-list.ts'
import { presentedKey } from './presented-key.ts'
import type { ServeOptions } from './serve.ts'

/** Who a request comes from: a person's browser with its cookie, a program with its key, or nobody. */
export interface Who {
  readonly accountId: AccountId | null
  readonly signed: Signed | null
  /** Of the sign-in. Null with a key. */
  readonly secret: string | null
  /** Null with a sign-in. */
  readonly key: HeldKey | null
}

/**
 * Who asks, and that they may, whatever things it is about.
 * @throws {Problem} as `whoIsThere`; `not-allowed`.
 */
export async function whoAsks(
  db: Database,
  endpoint: Endpoint,
  request: FastifyRequest,
  options: ServeOptions,
  now: Date,
): Promise<Who> {
  const who = await whoIsThere(db, endpoint, request, options, now)
  if (endpoint.scope === 'workspace' && who.signed && !options.can(who.signed, endpoint.policy))
    throw new Problem('not-allowed', 'http.not-allowed')
  if (!hasScope(who.key, endpoint.policy))
    throw new Problem('not-allowed', 'http.bearer-scope', { scope: endpoint.policy })
  return who
}

/** A person at a browser needs no scope; a key needs one for whatever a handler asks about, not for the endpoint alone. */
export function hasScope(key: HeldKey | null, action: string): boolean {
  return !key || key.scopes.includes(action)
}

/**
 * Who asks.
 * @throws {Problem} `not-signed-in`; `not-found` for a workspace one is not in, as for one that is not there.
 */
export async function whoIsThere(
  db: Database,
  endpoint: Endpoint,
  request: FastifyRequest,
  options: ServeOptions,
  now: Date,
): Promise<Who> {
  const presented = presentedKey(request)
  if (presented) return whoHolds(presented, db, endpoint, request, options, now)
  const secret = options.cookie.read(request)
  const accountId = secret ? await options.identify.account(db, secret, now) : null
  if (endpoint.scope === 'installation') return { accountId, signed: null, secret, key: null }
  if (!accountId) throw new Problem('not-signed-in', 'http.not-signed-in')
  if (endpoint.scope === 'account') return { accountId, signed: null, secret, key: null }
  const { workspace } = request.params as { workspace: string }
  const signed = await options.identify.person(db, accountId, workspace)
  if (!signed) throw new Problem('not-found', 'http.none')
  return { accountId, signed, secret, key: null }
}

/**
 * Whom a key acts for. It opens what a workspace holds and nothing in front of it: no sign-in, no password, no other
 * workspace.
 * @throws {Problem} `not-recognised` for a key that is unknown, wrong, run out, revoked, or whose person is let go;
 * `not-allowed`, `not-found`, `too-many`.
 */
async function whoHolds(
  presented: PresentedKey,
  db: Database,
  endpoint: Endpoint,
  request: FastifyRequest,
  options: ServeOptions,
  now: Date,
): Promise<Who> {
  const key = await options.identify.key(db, presented, now)
  if (!key) throw new Problem('not-recognised', 'http.bearer-dead')
  if (key.addresses.length > 0 && !isListed(request.ip, key.addresses))
    throw new Problem('not-allowed', 'http.bearer-address')
  options.keyRate.count(request, key.id, key.perMinute, now)
  if (endpoint.scope !== 'workspace') throw new Problem('not-allowed', 'http.bearer-not-here')
  const { workspace } = request.params as { workspace: string }
  if (workspace !== key.workspaceSlug) throw new Problem('not-found', 'http.none')
  return { accountId: key.signed.accountId, signed: key.signed, secret: null, key }
}
