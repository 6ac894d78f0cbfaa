import { createHash } from 'node:crypto'

/** Sends a request to the running server without a socket. */
export type Ask = (request: {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  url: string
  headers: Record<string, string>
  payload?: string | Buffer
}) => Promise<{ statusCode: number; body: string }>

/** What the sample reads of an answer: its id, and whatever else it needs by name. */
interface Answer {
  id: string
  [name: string]: unknown
}

/** One of the sample's people at the keyboard. Every write has a key, so that a second run repeats nothing. */
export interface Asker {
  get(path: string): Promise<unknown>
  post(key: string, path: string, body: unknown): Promise<Answer>
  put(key: string, path: string, body: unknown): Promise<Answer>
  patch(key: string, path: string, body: unknown): Promise<Answer>
  upload(key: string, path: string, content: Buffer): Promise<Answer>
}

export function askerOf(ask: Ask, slug: string, secret: string): Asker {
  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    path: string,
    key?: string,
    payload?: string | Buffer,
  ): Promise<unknown> {
    const headers: Record<string, string> = {
      host: 'localhost',
      'sec-fetch-site': 'same-origin',
      cookie: `__Host-ratchet=${secret}`,
    }
    if (key) headers['idempotency-key'] = `sample-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`
    if (payload !== undefined)
      headers['content-type'] = typeof payload === 'string' ? 'application/json' : 'application/octet-stream'
    const { statusCode, body } = await ask({
      method,
      url: `/api/w/${slug}${path}`,
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    if (statusCode >= 300) throw new Error(`${method} ${path} was answered with ${statusCode}: ${body}`)
    return body ? JSON.parse(body) : undefined
  }
  const write = (method: 'POST' | 'PUT' | 'PATCH') => async (key: string, path: string, body: unknown) =>
    (await send(method, path, key, JSON.stringify(body))) as Answer
  return {
    get: (path) => send('GET', path),
    post: write('POST'),
    put: write('PUT'),
    patch: write('PATCH'),
    upload: async (key, path, content) => (await send('POST', path, key, content)) as Answer,
  }
}
