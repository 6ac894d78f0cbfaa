import type { Answer, TestPerson, TestServer, TestWorkspace } from '#app/testing/open-test-server.ts'

/** A program with a key. Each sends from a network address of its own, so that they do not share a pace. */
export interface KeyHolder {
  id: string
  /** What it sends after "Bearer". */
  text: string
  header: { authorization: string }
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>, from?: string): Promise<Answer>
}

/** Makes a key for `person` and sends with it as a program does: no cookie, no `Origin`. */
export async function holdingKey(
  server: TestServer,
  workspace: TestWorkspace,
  person: TestPerson,
  scopes: readonly string[],
  more: Record<string, unknown> = {},
): Promise<KeyHolder> {
  const made = await person.post('/keys', { name: 'A program', scopes, ...more })
  if (made.status !== 200) throw new Error(JSON.stringify(made.body))
  return holderOf(server, workspace, made.body.key.id, made.body.text)
}

export function holderOf(server: TestServer, workspace: TestWorkspace, id: string, text: string): KeyHolder {
  const header = { authorization: `Bearer ${text}` }
  return {
    id,
    text,
    header,
    async send(method, path, body, headers, from = addressOf(id)) {
      const url = path.startsWith('/api') ? path : `/api/w/${workspace.slug}${path}`
      const { app } = server.server
      const response = await app.inject({
        method: method as 'GET',
        remoteAddress: from,
        url,
        headers: {
          host: 'localhost:3000',
          ...header,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      const isJson = String(response.headers['content-type']).includes('json')
      return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers }
    },
  }
}

function addressOf(id: string): string {
  return `10.${[0, 2, 4].map((place) => Number.parseInt(id.slice(place, place + 2), 16)).join('.')}`
}
