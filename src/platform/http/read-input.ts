import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Endpoint, hasJsonBody, pathNames } from '../anywhere/endpoint.ts'
import { limits } from '../anywhere/limits.ts'
import { Problem, type ProblemField } from '../anywhere/problem.ts'

/**
 * What the caller sent, as one object: the names of the path, then the body or the query.
 * @throws {Problem} `bad-input` with a pointer to each field, `not-json` when the body is not an object,
 * `not-found` when an id in the path is no id: a malformed id answers exactly as an unknown one.
 */
export function readInput<Input extends z.ZodType>(
  endpoint: Pick<Endpoint, 'method' | 'path' | 'takes'> & { input: Input },
  request: FastifyRequest,
): z.output<Input> {
  const params = request.params as Record<string, string>
  const fromPath = Object.fromEntries(pathNames(endpoint.path).map((name) => [name, params[name]]))
  const rest = hasJsonBody(endpoint) ? bodyOf(request) : (request.query as Record<string, unknown>)
  refuseDeep({ ...rest, ...fromPath }, limits.jsonDepth + 1)
  const sent = { ...rest, ...fromPath }
  const read = endpoint.input.safeParse(sent)
  if (read.success) return read.data
  if (read.error.issues.some(({ path }) => String(path[0]) in fromPath)) throw new Problem('not-found', 'http.none')
  const fields = read.error.issues.map((issue) => fieldOf(issue, sent))
  throw new Problem('bad-input', 'http.bad-input', { count: fields.length }, fields)
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
  if (body === undefined || body === null) return {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new Problem('not-json', 'http.not-json')
  return body as Record<string, unknown>
}

/** Too deep for anything we take; or a NUL or half a character, which PostgreSQL keeps in no text. */
function refuseDeep(value: unknown, levels: number): void {
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed()))
    throw new Problem('bad-input', 'http.broken-text')
  if (typeof value !== 'object' || value === null) return
  if (levels === 0) throw new Problem('not-json', 'http.too-deep', { limit: limits.jsonDepth })
  for (const [name, inner] of Object.entries(value)) {
    refuseDeep(name, levels)
    refuseDeep(inner, levels - 1)
  }
}

/** A field's failure in our own words: zod's English never reaches a person. */
function fieldOf(issue: z.core.$ZodIssue, sent: unknown): ProblemField {
  const pointer = `#/${issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  return { pointer, ...wordsOf(issue, isMissing(sent, issue.path)) }
}

/** Whether nothing was sent at `path`: zod does not keep the input in its issues. */
function isMissing(sent: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined | null)?.[part],
    sent,
  )
  return at === undefined
}

function wordsOf(issue: z.core.$ZodIssue, missing: boolean): Omit<ProblemField, 'pointer'> {
  switch (issue.code) {
    case 'invalid_type':
      return { message: missing ? 'input.required' : 'input.wrong-kind' }
    case 'unrecognized_keys':
      return { message: 'input.unknown', values: { keys: issue.keys.join(', ') } }
    case 'too_small': {
      const minimum = Number(issue.minimum)
      if (issue.origin === 'string')
        return minimum === 1 ? { message: 'input.required' } : { message: 'input.too-short', values: { minimum } }
      return { message: issue.origin === 'array' ? 'input.too-few' : 'input.too-small', values: { minimum } }
    }
    case 'too_big': {
      const maximum = Number(issue.maximum)
      if (issue.origin === 'string') return { message: 'input.too-long', values: { maximum } }
      return { message: issue.origin === 'array' ? 'input.too-many' : 'input.too-big', values: { maximum } }
    }
    case 'invalid_format':
      if (issue.format === 'email') return { message: 'input.not-email' }
      return { message: issue.format === 'date' || issue.format === 'datetime' ? 'input.not-date' : 'input.wrong-kind' }
    case 'invalid_value':
      return { message: 'input.not-one-of', values: { options: issue.values.join(', ') } }
    default:
      return { message: 'input.wrong-kind' }
  }
}
