import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { writeProblem } from './write-problem.ts'

let app: FastifyInstance
let socket: Socket
afterEach(() => {
  socket.destroy()
  return app.close()
})

/** A server that reads a body as it arrives, and the lines of its log. */
async function listening() {
  const stream = new PassThrough()
  app = Fastify({ logger: { stream } })
  app.setErrorHandler((error, request, reply) => writeProblem(error, request, reply, (id) => id))
  app.addContentTypeParser('text/csv', (_request, body, done) => done(null, body))
  app.post('/', async ({ body }) => {
    for await (const part of body as AsyncIterable<Buffer>) if (part.includes('fault')) throw new Error('ours')
    return 'read'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => {})
  const said = async (wanted: RegExp) => {
    for await (const line of stream) if (wanted.test(String(line))) return String(line)
    return ''
  }
  return said
}
const head = 'POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/csv\r\ncontent-length: 1000\r\n\r\n'

describe('the log', () => {
  test('does not call it our defect when the sender hangs up', async () => {
    const said = await listening()
    socket.write(`${head}site,week,value`)
    await once(app.server, 'request')
    socket.destroy()
    expect(await said(/broke off|defect/)).toContain('a request broke off')
  })

  test('calls a defect a defect', async () => {
    const said = await listening()
    socket.write(`${head}fault`)
    expect(await said(/broke off|defect/)).toContain('a request failed by a defect')
  })
})
