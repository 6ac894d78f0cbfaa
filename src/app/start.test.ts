import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))
let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ratchet-start-'))
  await chmod(home, 0o711)
})
afterAll(() => rm(home, { recursive: true, force: true }))

interface Started {
  output(): string
  /** Sends SIGTERM and waits for the end. */
  stop(): Promise<number | null>
  ended: Promise<number | null>
}

/** Starts the product as a child and returns once it says that it runs, or has ended. */
async function start(environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start'], {
    cwd: project,
    env: { PATH: process.env['PATH'], DATA_DIR: join(home, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const said = (async () => {
    while (!text.includes('Stop')) await new Promise((resolve) => setTimeout(resolve, 30))
  })()
  await Promise.race([said, ended])
  return {
    output: () => text,
    ended,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

async function takePort(): Promise<[Server, number]> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return [server, typeof address === 'object' && address ? address.port : 0]
}

async function freePort(): Promise<number> {
  const [server, port] = await takePort()
  server.close()
  await once(server, 'close')
  return port
}

describe('starting', () => {
  test('says where it is, how to set it up, where the data lies and how to stop; and stops cleanly', async () => {
    const port = await freePort()
    const product = await start({ PORT: String(port) })
    expect(product.output()).toContain(`http://localhost:${port}/set-up#`)
    expect(product.output()).toContain(join(home, 'data'))
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    expect(await product.stop()).toBe(0)
    await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow()
  })

  test('a port that is taken is named, with the way out, and nothing is left running', async () => {
    const [server, port] = await takePort()
    try {
      const product = await start({ PORT: String(port) })
      expect(await product.ended).toBe(1)
      expect(product.output()).toMatch(new RegExp(`Port ${port} is taken.*PORT=${port + 1}`))
      expect(product.output()).not.toMatch(/at .*\.ts:\d+/)
    } finally {
      server.close()
    }
  })

  test('other devices without TLS are refused before anything starts', async () => {
    const product = await start({ HOST: '0.0.0.0' })
    expect(await product.ended).toBe(1)
    expect(product.output()).toContain('docs/guide/other-devices.md')
  })

  test('with a certificate it serves https, and its links say so', async () => {
    const [key, cert] = [join(home, 'key.pem'), join(home, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-keyout',
        key,
        '-out',
        cert,
        '-days',
        '1',
        '-subj',
        '/CN=ratchet.test',
      ],
      { stdio: 'ignore' },
    )
    const port = await freePort()
    const product = await start({ HOST: '0.0.0.0', PORT: String(port), TLS_CERT: cert, TLS_KEY: key })
    try {
      expect(product.output()).toContain(`https://localhost:${port}/`)
      const request = get({
        host: '127.0.0.1',
        port,
        path: '/api/memberships',
        headers: { host: 'ratchet.test' },
        rejectUnauthorized: false,
      })
      const [response] = await once(request, 'response')
      response.resume()
      expect(response.statusCode).toBe(401)
    } finally {
      await product.stop()
    }
  })
})
