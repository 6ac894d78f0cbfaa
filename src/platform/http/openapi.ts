import { z } from 'zod'
import { type Endpoint, fullPath, hasJsonBody, pathNames } from '../anywhere/endpoint.ts'
import { problemKinds } from '../anywhere/problem.ts'

/**
 * The OpenAPI 3.1 description of every endpoint, made from the objects that the server answers from.
 * @param keyScopes What a key can be given: endpoints of other rows are described as for people only.
 */
export function openApiOf(
  endpoints: readonly Endpoint[],
  version: string,
  keyScopes: readonly string[],
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = fullPath(endpoint).replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    paths[path][endpoint.method.toLowerCase()] = operationOf(endpoint, keyScopes)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Ratchet', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        signIn: { type: 'apiKey', in: 'cookie', name: '__Host-ratchet' },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key from Settings, Keys: ratchet_<id>_<secret>_<checksum>. It opens what its scopes name.',
        },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

function operationOf(endpoint: Endpoint, keyScopes: readonly string[]): Record<string, unknown> {
  const input = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as ObjectSchema
  const inPath = pathNames(fullPath(endpoint))
  const rest = Object.fromEntries(Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name)))
  const required = (input.required ?? []).filter((name) => !inPath.includes(name))
  const isBody = hasJsonBody(endpoint)
  const query = isBody
    ? []
    : Object.entries(rest).map(([name, schema]) => parameter(name, 'query', required.includes(name), schema))
  return {
    operationId: `${endpoint.policy}:${endpoint.method} ${endpoint.path}`,
    tags: [endpoint.policy.split('.')[0]],
    summary: endpoint.says,
    security: securityOf(endpoint, keyScopes),
    parameters: [
      ...inPath.map((name) => parameter(name, 'path', true, input.properties?.[name] ?? { type: 'string' })),
      ...query,
      ...(endpoint.method === 'GET' || endpoint.reads
        ? []
        : [parameter('Idempotency-Key', 'header', false, { type: 'string', minLength: 8, maxLength: 200 })]),
    ],
    ...(isBody && Object.keys(rest).length > 0
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { type: 'object', properties: rest, required, additionalProperties: false },
              },
            },
          },
        }
      : {}),
    ...(endpoint.takes === 'bytes'
      ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
      : {}),
    responses: {
      ...answerOf(endpoint),
      default: {
        description: `A problem: ${Object.keys(problemKinds).join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

/** By either of them, where a key can have the scope: it has the name of the row of the rights table. */
function securityOf({ scope, policy }: Endpoint, keyScopes: readonly string[]): Record<string, string[]>[] {
  if (scope === 'installation') return []
  return keyScopes.includes(policy) ? [{ signIn: [] }, { key: [policy] }] : [{ signIn: [] }]
}

interface ObjectSchema {
  properties?: Record<string, Record<string, unknown>>
  required?: string[]
}

function parameter(
  name: string,
  where: 'path' | 'query' | 'header',
  required: boolean,
  schema: Record<string, unknown>,
) {
  return { name, in: where, required, schema }
}

function answerOf(endpoint: Endpoint): Record<string, unknown> {
  if (endpoint.gives === 'file') return { 200: { description: 'The file', content: { '*/*': {} } } }
  if (endpoint.gives === 'events')
    return { 200: { description: 'Server-sent events', content: { 'text/event-stream': {} } } }
  const schema = z.toJSONSchema(endpoint.output, { io: 'input', unrepresentable: 'any' })
  if (endpoint.output instanceof z.ZodVoid) return { 204: { description: 'Done' } }
  return { 200: { description: 'Done', content: { 'application/json': { schema } } } }
}

const problemSchema = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
}
