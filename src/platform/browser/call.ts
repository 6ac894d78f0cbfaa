import { z } from 'zod'
import { type Endpoint, fullPath, hasJsonBody, pathNames, type Scope } from '../anywhere/endpoint.ts'
import type { MessageId } from '../anywhere/message.ts'
import type { ProblemBody } from '../anywhere/problem-body.ts'
import { language, t } from './language.ts'

// The content-security policy forbids `eval`, which zod would otherwise try for speed.
z.config({ jitless: true })

/** A call that did not work, with the words to show: from the server, or ours when it could not be reached. */
export class CallFailed extends Error {
  readonly problem: ProblemBody
  constructor(problem: ProblemBody) {
    super(problem.detail)
    this.problem = problem
  }

  /** What is wrong with one field of what was sent, such as `#/text`. */
  field(pointer: string): string | undefined {
    return this.problem.errors?.find((error) => error.pointer === pointer)?.detail
  }
}

export interface CallOptions {
  /** The workspace's part of the address; needed in workspace scope. */
  readonly workspace?: string
  /** The same key makes a repeated write harmless. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** The body of an endpoint that takes bytes. */
  readonly body?: Blob
}

/**
 * Calls an endpoint and parses its answer with the same schema that the server wrote it with.
 * @throws {CallFailed} for every failure.
 */
export async function call<Input extends z.ZodType, Output extends z.ZodType, In extends Scope>(
  endpoint: Endpoint<Input, Output, In>,
  input: z.input<Input>,
  { workspace, key, signal, body }: CallOptions = {},
): Promise<z.output<Output>> {
  const rest = { ...(input as Record<string, unknown>) }
  const isBody = hasJsonBody(endpoint)
  const response = await reach(addressOf(endpoint, rest, workspace), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      'accept-language': language(),
      ...(isBody ? { 'content-type': 'application/json' } : {}),
      ...(body ? { 'content-type': 'application/octet-stream' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(isBody ? { body: JSON.stringify(rest) } : {}),
    ...(body ? { body } : {}),
    ...(signal ? { signal } : {}),
  })
  if (!response.ok) throw new CallFailed(await problemOf(response))
  if (response.status === 204) return undefined as z.output<Output>
  return z.decode(endpoint.output, (await response.json()) as z.input<Output>)
}

/** Where an endpoint is, for a download or a link; takes what it uses out of `rest`, which is left for the body. */
export function addressOf(endpoint: Endpoint, rest: Record<string, unknown>, workspace = ''): string {
  let path = fullPath(endpoint).replace(':workspace', encodeURIComponent(workspace))
  for (const name of pathNames(endpoint.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])))
    delete rest[name]
  }
  if (hasJsonBody(endpoint)) return path
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== null) query.set(name, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

/** A new key for a write: one for each thing that a person does, kept over retries. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new CallFailed(ours('browser.offline'))
  }
}

async function problemOf(response: Response): Promise<ProblemBody> {
  try {
    return (await response.json()) as ProblemBody
  } catch {
    return { ...ours('browser.no-answer'), status: response.status }
  }
}

function ours(detail: 'browser.offline' | 'browser.no-answer'): ProblemBody {
  const code: MessageId = detail
  return { type: 'about:blank', title: t('browser.unreachable'), status: 0, detail: t(code), instance: '', code }
}
