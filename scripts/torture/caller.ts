import { Agent, request } from 'node:http'
import { nextAddress, type Product } from './product.ts'

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: looked into freely, as a client without our types would
  readonly body: any
  readonly cookie: string | undefined
}

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below `/api`. */
  readonly path: string
  /** Text goes as bytes, everything else as JSON. */
  readonly body?: unknown
  readonly key?: string
  /** Hang up after so many milliseconds, whatever may still come. */
  readonly hangUpMs?: number
}

/** Somebody with a connection of their own, and a cookie once signed in. */
export interface Caller {
  cookie: string | undefined
  /** @throws when no answer came: the connection broke, was refused, or was hung up. */
  call(sent: Sent): Promise<Answer>
  close(): void
}

/** Longer than the product ever takes: a request that gets no answer by then hangs. */
const answerMs = 30_000

export function callerOf({ port }: Product, cookie?: string): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  let sentCount = 0
  let address = nextAddress()
  const caller: Caller = {
    cookie,
    call({ method, path, body, key, hangUpMs = answerMs }) {
      // Well below the limit of one address.
      if (++sentCount % 200 === 0) address = nextAddress()
      const isBytes = typeof body === 'string'
      const text = body === undefined ? undefined : isBytes ? body : JSON.stringify(body)
      const headers = {
        host: `localhost:${port}`,
        origin: `http://localhost:${port}`,
        'x-forwarded-for': address,
        ...(text === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...(caller.cookie ? { cookie: caller.cookie } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      }
      return new Promise<Answer>((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, agent, method, path: `/api${path}`, headers })
        const timer = setTimeout(() => sent.destroy(new Error('hung up')), hangUpMs)
        sent.on('error', (error) => {
          clearTimeout(timer)
          reject(error)
        })
        sent.on('response', (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () => {
            clearTimeout(timer)
            resolve({
              status: response.statusCode ?? 0,
              body: parse(Buffer.concat(parts).toString()),
              cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
            })
          })
        })
        sent.end(text)
      })
    },
    close: () => agent.destroy(),
  }
  return caller
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return text
  }
}
