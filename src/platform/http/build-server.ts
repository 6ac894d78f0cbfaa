import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { type Endpoint, fullPath } from '../anywhere/endpoint.ts'
import { limits } from '../anywhere/limits.ts'
import { type Language, languages, type Say } from '../anywhere/message.ts'
import type { Can, Policy } from '../anywhere/policy.ts'
import { Problem } from '../anywhere/problem.ts'
import type { Doors } from '../database/doors.ts'
import type { Routes, Serve } from '../http.ts'
import type { Logger } from '../log.ts'
import { signInCookie } from './cookie.ts'
import { KeyRate } from './key-rate.ts'
import type { LiveHub } from './live.ts'
import { noteUseOnceADay } from './note-use.ts'
import { openApiOf } from './openapi.ts'
import { refuseForeignOrigin } from './origin.ts'
import { presentedKey } from './presented-key.ts'
import { type Identify, registerEndpoint, type Steps } from './serve.ts'
import { serveWeb } from './serve-web.ts'
import { writeProblem } from './write-problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint
    /** Not an endpoint, and why: the page shell, a health check. */
    outside?: string
  }
}

export interface ServerParts {
  readonly doors: Doors
  readonly routes: readonly Routes[]
  readonly policy: Policy
  readonly can: Can
  readonly identify: Identify
  /** What a key can be given: rows of the policy. */
  readonly keyScopes: readonly string[]
  readonly hub: LiveHub
  readonly say: Readonly<Record<Language, Say>>
  readonly log: Logger
  readonly now: () => Date
  readonly version: string
}

export interface ServerSettings {
  /** The address people use, or null when they can only be on this machine. */
  readonly publicUrl: string | null
  /** Served over its own TLS to other devices, under whatever name the certificate has. */
  readonly acceptsAnyHost: boolean
  /** Where links point to: `publicUrl`, or the loopback address. */
  readonly linkUrl: string
  readonly trustedProxies: readonly string[]
  readonly tls: { cert: string; key: string } | null
  /** The built pages, or null: an API without pages, for tests. */
  readonly webFolder: string | null
}

export interface Server {
  readonly app: FastifyInstance
  readonly endpoints: readonly Endpoint[]
  /** From now on `/readyz` says no, so that a load balancer turns away first. */
  drain(): void
}

/**
 * Builds the server. Refuses a route that is neither an endpoint with a policy nor named as standing outside, and an
 * endpoint whose policy has no row.
 * @throws {Error} naming the route. It is a defect of the code, never of the input.
 */
export async function buildServer(parts: ServerParts, settings: ServerSettings): Promise<Server> {
  const { doors, log } = parts
  let isDraining = false
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: limits.jsonBody,
    // A large file takes this long to come, or to be read while the line is silent; `endLate` ends whatever is no file.
    requestTimeout: limits.uploadMs,
    connectionTimeout: limits.uploadMs,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    frameworkErrors: (error, request, reply) => {
      const { code } = error
      const isLong = code === 'FST_ERR_MAX_PARAM_LENGTH' || code === 'FST_ERR_BAD_URL'
      void writeProblem(isLong ? new Problem('not-found', 'http.none') : error, request, reply, parts.say.en)
    },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    ...(settings.tls ? { https: { cert: readFileSync(settings.tls.cert), key: readFileSync(settings.tls.key) } } : {}),
  }) as unknown as FastifyInstance

  const endpoints: Endpoint[] = []
  app.addHook('onRoute', ({ config, method, url }) => {
    if (!config?.endpoint && !config?.outside)
      throw new Error(`${String(method)} ${url} is not an endpoint: describe it with endpoint() and give it a policy.`)
    const { endpoint } = config
    if (endpoint && !(endpoint.policy in parts.policy))
      throw new Error(
        `${endpoint.method} ${fullPath(endpoint)} names the policy "${endpoint.policy}", which no noun's policy has.`,
      )
    if (endpoint && !(endpoint.bodyLimit <= limits.sheetBytes))
      throw new Error(
        `${endpoint.method} ${fullPath(endpoint)} has no bound on its body: give it a limit from limits.ts.`,
      )
    if (endpoint && String(method) === endpoint.method) endpoints.push(endpoint)
  })

  const languageOf = (request: FastifyRequest): Language => languageFrom(request.headers['accept-language'])
  const sayTo = (request: FastifyRequest): Say => parts.say[languageOf(request)]
  app.setErrorHandler((error, request, reply) => writeProblem(error, request, reply, sayTo(request)))

  await app.register(helmet, securityHeaders)
  await app.register(cookie)
  // An answer of ordinary length is compressed at once: handing it to another thread and back takes longer. To this
  // machine it goes as it is (the hook below): that costs less than compressing, and a proxy compresses for its clients.
  await app.register(compress, {
    global: true,
    threshold: 1_024,
    syncThreshold: 131_072,
    encodings: ['gzip', 'identity'],
    zlibOptions: { level: 3 },
  })
  await app.register(rateLimit, { global: true, max: limits.requestsPerMinute, timeWindow: 60_000 })
  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    retryAfter: 2,
    pressureHandler: () => {
      throw new Problem('busy', 'http.busy')
    },
  })

  // A stream for the endpoints that take bytes; everything else that is not JSON is refused by Fastify.
  app.addContentTypeParser(['application/octet-stream', 'text/csv', 'text/plain'], (_request, payload, done) =>
    done(null, payload),
  )
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    // By the route that was matched, not by the text of the address: "/%61pi/" is "/api/" too.
    const { endpoint } = request.routeOptions.config
    if (endpoint?.takes !== 'bytes') endLate(request)
    if (!endpoint) return
    refuseForeignOrigin(request, settings, presentedKey(request) !== null)
    if (isThisMachine(request.socket.remoteAddress)) request.headers['x-no-compression'] = 'yes'
  })
  app.addHook('onResponse', (request, reply, done) => {
    // The pattern of the route, not its address: ids and searches stay out of the log.
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
    done()
  })

  app.get('/healthz', { config: { outside: 'the process lives' } }, () => ({ status: 'up' }))
  app.get('/readyz', { config: { outside: 'the process can serve' } }, async (_request, reply) => {
    const isReady = !isDraining && (await doors.isReady())
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' })
  })

  const noteUse = noteUseOnceADay(doors, parts.identify, parts.now)
  const keyRate = new KeyRate()
  const options = { ...parts, keyRate, cookie: signInCookie, publicUrl: settings.linkUrl, languageOf, sayTo, noteUse }
  const serve = ((endpoint: Endpoint, ...steps: Steps) => registerEndpoint(app, endpoint, steps, options)) as Serve
  for (const routes of parts.routes) routes(serve)

  app.get('/api/openapi.json', { config: { outside: 'describes the endpoints' } }, () =>
    openApiOf(endpoints, parts.version, parts.keyScopes),
  )
  if (settings.webFolder) await serveWeb(app, settings.webFolder)
  app.setNotFoundHandler((request, reply) =>
    writeProblem(new Problem('not-found', 'http.none'), request, reply, sayTo(request)),
  )
  return {
    app,
    endpoints,
    drain: () => {
      isDraining = true
    },
  }
}

function languageFrom(header: string | undefined): Language {
  const asked = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
  return (
    asked.map((tag) => languages.find((language) => language === tag)).find((language) => language !== undefined) ??
    'en'
  )
}

/** No inline script or style, no eval, no frame around us, no type confusion; what little the pages need is named. */
const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
}

/** Ends a request whose body does not arrive in time. */
function endLate({ raw }: FastifyRequest): void {
  if (raw.complete || raw.headers['content-length'] === '0') return
  if (raw.headers['content-length'] === undefined && raw.headers['transfer-encoding'] === undefined) return
  const timer = setTimeout(() => raw.complete || raw.destroy(), limits.requestMs)
  raw.once('close', () => clearTimeout(timer))
}

function isThisMachine(address = ''): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address)
}
