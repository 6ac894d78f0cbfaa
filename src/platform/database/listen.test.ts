import { once } from 'node:events'
import { createConnection, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openLog } from '../log.ts'
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts'
import { type Doors, openDoors } from './doors.ts'

/** Stands between us and PostgreSQL, and can be cut like a cable. */
let proxy: Server
let isCut = false
let attempts = 0
const sockets = new Set<Socket>()
let database: TestDatabase
let doors: Doors

beforeAll(async () => {
  database = await openTestDatabase()
  const { host, port } = inject('cluster')
  proxy = createServer((socket) => {
    attempts++
    socket.on('error', () => {})
    if (isCut) return socket.destroy()
    const server = createConnection(`${host}/.s.PGSQL.${port}`)
    server.on('error', () => socket.destroy())
    socket.pipe(server).pipe(socket)
    sockets.add(socket)
    socket.on('close', () => {
      sockets.delete(socket)
      server.destroy()
    })
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const address = proxy.address()
  const proxyPort = typeof address === 'object' && address ? address.port : 0
  doors = openDoors({ ...database.app, host: '127.0.0.1', port: proxyPort }, openLog('silent'))
})
afterAll(async () => {
  await doors.close()
  for (const socket of sockets) socket.destroy()
  proxy.close()
  await database.close()
})

test('while PostgreSQL is away there are few tries, and afterwards one listener that hears again', async () => {
  const heard: string[] = []
  let missed = 0
  const stop = await doors.listen(
    'outbox',
    (text) => heard.push(text),
    () => missed++,
  )
  isCut = true
  for (const socket of sockets) socket.destroy()
  attempts = 0
  await wait(3_000)
  expect(attempts).toBeGreaterThan(1)
  expect(attempts).toBeLessThan(8)
  isCut = false
  while (missed === 0) await wait(50)
  expect(sockets.size).toBe(1)
  await database.look("select pg_notify('outbox', 'again')")
  while (heard.length === 0) await wait(20)
  expect(heard).toEqual(['again'])
  await stop()
  await wait(300)
  expect(sockets.size).toBe(0)
}, 20_000)
