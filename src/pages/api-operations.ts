/** One operation of the API, as text for reading. */
export interface Operation {
  id: string
  method: string
  path: string
  summary: string
  /** What a key needs for it. Null: it is for people only, or for anybody. */
  scope: string | null
  /** What the caller sends, a name a line; empty when nothing. */
  takes: string
  gives: string
}

interface Described {
  operationId: string
  tags: string[]
  summary: string
  security: Record<string, string[]>[]
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>
}

interface Schema {
  type?: string | string[]
  format?: string
  enum?: string[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
}

/** The operations of an OpenAPI description by noun, in its order. */
export function operationsOf(description: unknown): [string, Operation[]][] {
  const { paths } = description as { paths: Record<string, Record<string, Described>> }
  const groups = new Map<string, Operation[]>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, described] of Object.entries(methods)) {
      const noun = described.tags[0] ?? ''
      groups.set(noun, [...(groups.get(noun) ?? []), operationOf(method.toUpperCase(), path, described)])
    }
  }
  return [...groups]
}

function operationOf(
  method: string,
  path: string,
  { operationId, summary, security, parameters, requestBody, responses }: Described,
): Operation {
  const query = parameters.filter((parameter) => parameter.in === 'query')
  const body = requestBody?.content['application/json']?.schema
  const takes = [
    ...query.map(({ name, schema, required }) => `${name}${required ? '' : '?'}: ${shape(schema)}`),
    ...(body ? [shape(body)] : []),
    ...(requestBody && !body ? Object.keys(requestBody.content) : []),
  ]
  const content = responses['200']?.content
  const answer = content?.['application/json']?.schema
  return {
    id: operationId,
    method,
    path,
    summary,
    scope: security.find(({ key }) => key)?.['key']?.[0] ?? null,
    takes: takes.join('\n'),
    gives: answer ? shape(answer) : (Object.keys(content ?? {})[0] ?? '204'),
  }
}

/** A schema as a short text: `{ id: uuid, title: string, goalId: uuid | null }`. */
function shape(schema: Schema, depth = 0): string {
  if (schema.enum) return schema.enum.map((value) => `"${value}"`).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((option) => shape(option, depth)).join(' | ')
  if (schema.properties) {
    const indent = '  '.repeat(depth + 1)
    const lines = Object.entries(schema.properties).map(
      ([name, inner]) => `${indent}${name}${schema.required?.includes(name) ? '' : '?'}: ${shape(inner, depth + 1)}`,
    )
    return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`
  }
  if (schema.items) return `${shape(schema.items, depth)}[]`
  return schema.format ?? [schema.type ?? 'any'].flat().join(' | ')
}
