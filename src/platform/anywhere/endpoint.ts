import type { z } from 'zod'
import { limits } from './limits.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Where an endpoint stands. `workspace`: under `/api/w/:workspace`, for its members. `account`: under `/api`, for
 * somebody signed in. `installation`: under `/api`, for anyone (the set-up, the sign-in, a link).
 */
export type Scope = 'workspace' | 'account' | 'installation'

/**
 * One operation of the product, described once. The server answers it, the browser and the command line call it, the
 * API page and OpenAPI are made from it. `input` holds everything the caller sends: names that stand in `path` as
 * `:name` travel there, the others in the query (GET, DELETE, and where `takes` is 'bytes') or the JSON body.
 */
export interface Endpoint<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  In extends Scope = Scope,
> {
  readonly method: Method
  readonly path: `/${string}`
  readonly scope: In
  /** The row of the rights table that guards it. */
  readonly policy: string
  readonly input: Input
  readonly output: Output
  /** One plain sentence for the API page. */
  readonly says: string
  /** 'bytes': the body is a stream that the handler reads. Default 'json'. */
  readonly takes: 'json' | 'bytes'
  /** Bytes of the body, at most. */
  readonly bodyLimit: number
  /** 'file': a download. 'events': server-sent events. Default 'json'. */
  readonly gives: 'json' | 'file' | 'events'
  /** A POST that only reads: it stores nothing anywhere, not even a key. */
  readonly reads: boolean
  /** Other nouns whose events make an answer stale. Its own noun, the first part of `policy`, always does. */
  readonly watches: readonly string[]
  /**
   * What is refused is audited too, with why: an attempt at something that stays as it is, such as a frozen plan. What is
   * done always is.
   */
  readonly auditsRefusals: boolean
  /** The answer holds a secret: it is never stored, and a repeated key gets a 409. */
  readonly secret: boolean
}

type Described<Input extends z.ZodType, Output extends z.ZodType, In extends Scope> = Pick<
  Endpoint<Input, Output, In>,
  'method' | 'path' | 'policy' | 'input' | 'output' | 'says'
> &
  Partial<
    Pick<
      Endpoint<Input, Output, In>,
      'scope' | 'takes' | 'bodyLimit' | 'gives' | 'reads' | 'watches' | 'secret' | 'auditsRefusals'
    >
  >

/** Describes an operation. Workspace scope, JSON both ways, and the body limit of `limits.jsonBody` unless said otherwise. */
export function endpoint<Input extends z.ZodType, Output extends z.ZodType, In extends Scope = 'workspace'>(
  described: Described<Input, Output, In>,
): Endpoint<Input, Output, In> {
  return {
    scope: 'workspace' as In,
    takes: 'json',
    gives: 'json',
    reads: false,
    watches: [],
    auditsRefusals: false,
    secret: false,
    bodyLimit: limits.jsonBody,
    ...described,
  }
}

/** The names that an endpoint takes from its path, in order. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
}

/** Whether the rest of the input travels as a JSON body. */
export function hasJsonBody({ method, takes }: Pick<Endpoint, 'method' | 'takes'>): boolean {
  return takes === 'json' && method !== 'GET' && method !== 'DELETE'
}

/** The full path on the server, with `:workspace` and the path names still in it. */
export function fullPath({ scope, path }: Pick<Endpoint, 'scope' | 'path'>): string {
  return scope === 'workspace' ? `/api/w/:workspace${path}` : `/api${path}`
}
