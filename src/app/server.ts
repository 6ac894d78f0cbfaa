import { policyEngine } from '#platform/anywhere/policy.ts'
import { sayIn } from '#platform/anywhere/say-in.ts'
import type { Doors } from '#platform/database/doors.ts'
import { buildServer, type Server, type ServerParts, type ServerSettings } from '#platform/http/build-server.ts'
import { LiveHub } from '#platform/http/live.ts'
import type { Logger } from '#platform/log.ts'
import { feedRoutes } from '#product/feed/feed-routes.ts'
import type { Outside } from '#product/feed/outside.ts'
import { allScopes } from '#product/key/scope.ts'
import { identify, routes } from './nouns.ts'
import { policy } from './policy.ts'
import { version } from './version.ts'
import { german } from './words/de.ts'
import { english } from './words/en.ts'

/** The product's server over an open database, with what it may reach outside of it. Tests may swap a part: the clock, or who may do what. */
export function productServer(
  doors: Doors,
  log: Logger,
  settings: ServerSettings,
  outside: Outside,
  swapped: Partial<Pick<ServerParts, 'can' | 'now' | 'hub' | 'routes' | 'policy'>> = {},
): Promise<Server> {
  const parts: ServerParts = {
    doors,
    log,
    routes: [...routes, feedRoutes(outside)],
    policy,
    can: policyEngine(policy),
    identify,
    keyScopes: allScopes,
    hub: new LiveHub(),
    say: { en: sayIn('en', english), de: sayIn('de', german) },
    now: () => new Date(),
    version,
    ...swapped,
  }
  return buildServer(parts, settings)
}
