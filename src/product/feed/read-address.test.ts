import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '#platform/anywhere/limits.ts'
import { readNamedHosts } from '#platform/named-host.ts'
import type { Mark } from './feed.ts'
import { readAddress } from './read-address.ts'

let server: Server
let answer: RequestListener = (_request, response) => response.end()
let asked: Record<string, unknown>[] = []
let port = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url, ...request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

interface Part {
  hosts?: string
  host?: string
  path?: string
  header?: string | null
  secret?: string | null
  mark?: Mark | null
  ms?: number
}

async function read({ hosts, host = '127.0.0.1', path = '/week.csv', header = null, ...part }: Part = {}) {
  asked = []
  const source = { kind: 'address', url: `http://${host}:${port}${path}`, header } as const
  const asking = { secret: null, mark: null, ...part, hosts: readNamedHosts(hosts ?? `${host}:${port}`) }
  const { content, mark } = await readAddress(source, asking)
  const pieces: Buffer[] = []
  if (content) for await (const piece of content.read()) pieces.push(piece as Buffer)
  await content?.discard()
  return { mark, text: content && Buffer.concat(pieces).toString() }
}

const refusal = (code: string) => expect.objectContaining({ messageId: `feed.problem.${code}` })

describe('an address', () => {
  test('gives what it has, and nothing when it is the same again', async () => {
    answer = (_request, response) => response.end('site,week\n')
    const { mark, text } = await read()
    expect(text).toBe('site,week\n')
    expect((await read({ mark })).text).toBeNull()
    answer = (_request, response) => response.end('site,week\nNorth,1\n')
    expect((await read({ mark })).text).toContain('North')
  })

  test('gets the secret in the header that was named, and no other time', async () => {
    answer = (_request, response) => response.end('x')
    await read({ header: 'X-Key', secret: 'abc' })
    expect(asked).toMatchObject([{ 'x-key': 'abc' }])
    await read({ header: null, secret: 'abc' })
    expect(JSON.stringify(asked)).not.toContain('abc')
  })

  test.each([
    ['is on no list', { hosts: 'data.example.org' }, 'host-not-allowed'],
    ['has another port', { hosts: '127.0.0.1' }, 'host-not-allowed'],
    ['is a name that leads to this machine', { host: 'localhost' }, 'own-network'],
  ])('that %s is not asked', async (_name, part, code) => {
    await expect(read(part)).rejects.toEqual(refusal(code))
    expect(asked).toEqual([])
  })

  test('in the own network is asked once it has been named as such', async () => {
    answer = (_request, response) => response.end('x')
    expect((await read({ host: 'localhost', hosts: `private:localhost:${port}` })).text).toBe('x')
  })

  test('may send on within its host, and not round and round', async () => {
    answer = ({ url }, response) =>
      url === '/now' ? response.end('x') : response.writeHead(302, { location: '/now' }).end()
    expect((await read()).text).toBe('x')
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()
    await expect(read()).rejects.toEqual(refusal('redirected'))
    expect(asked).toHaveLength(4)
  })

  test.each([
    'http://169.254.169.254/latest',
    'https://data.example.org/x',
    'http://localhost/x',
    'file:///etc/passwd',
  ])('is not followed to %s, even where that host may be asked, and the secret stays', async (location) => {
    answer = (_request, response) => response.writeHead(301, { location }).end()
    const hosts = `127.0.0.1:${port}, 169.254.169.254, data.example.org, localhost`
    await expect(read({ hosts, header: 'X-Key', secret: 'abc' })).rejects.toEqual(refusal('redirected'))
    expect(asked).toHaveLength(1)
  })

  test('that drips is left after a while, whether in its head or in its body', async () => {
    answer = (_request, response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    }
    const began = Date.now()
    await expect(read({ ms: 300 })).rejects.toEqual(refusal('slow'))
    answer = () => {}
    await expect(read({ ms: 300 })).rejects.toEqual(refusal('slow'))
    expect(Date.now() - began).toBeLessThan(3000)
  })

  test('that sends too much is cut off, whether it says how much or not', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-length': limits.feedBytes + 1 }).write('x')
    await expect(read()).rejects.toEqual(refusal('too-large'))
    const piece = Buffer.alloc(4 * 1_048_576)
    let sent = 0
    answer = (_request, response) => {
      const more = () => {
        if (response.destroyed || sent > 2 * limits.feedBytes) return response.end()
        sent += piece.length
        return response.write(piece, () => more())
      }
      more()
    }
    await expect(read()).rejects.toEqual(refusal('too-large'))
    expect(sent).toBeLessThan(1.5 * limits.feedBytes)
  })

  test.each([
    ['with an error', 500, {}, 'status'],
    ['that it needs a secret', 401, {}, 'status'],
    ['packed', 200, { 'content-encoding': 'gzip' }, 'packed'],
  ])('that answers %s gives nothing', async (_name, status, headers, code) => {
    answer = (_request, response) => response.writeHead(status, headers).end('x')
    await expect(read()).rejects.toEqual(refusal(code))
  })

  test('that breaks off gives nothing', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('x', () => response.destroy())
    }
    await expect(read()).rejects.toEqual(refusal('unreachable'))
  })
})
