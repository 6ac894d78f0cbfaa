import { readdir } from 'node:fs/promises'
import { relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * The built pages. Names in `assets/` carry a hash of their content and may be kept for ever; the shell may not.
 * Every address that is no file gets the shell: the pages find their way themselves.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Set(
    entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, `${entry.parentPath}/${entry.name}`)),
  )
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false })
  app.get('/*', { config: { outside: 'the pages and their files' } }, (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (path.startsWith('api/')) return reply.callNotFound()
    const isNamedByHash = path.startsWith('assets/')
    if (isNamedByHash && !files.has(path)) return reply.callNotFound()
    void reply.header('cache-control', isNamedByHash ? 'public, max-age=31536000, immutable' : 'no-cache')
    return reply.sendFile(files.has(path) ? path : 'index.html')
  })
}
