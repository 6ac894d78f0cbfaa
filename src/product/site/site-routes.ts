import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Serve } from '#platform/http.ts'
import { findTeam } from '#product/team/team-store.ts'
import { type Site, type SiteId, twiceAmong } from './site.ts'
import { siteApi } from './site-api.ts'
import { addSites, findSite, listSites, refuseTooManySites, storeSite } from './site-store.ts'

export function siteRoutes(serve: Serve): void {
  serve(siteApi.list, (_input, { db }) => listSites(db))

  serve(siteApi.find, ({ id }, { db }) => findSite(db, id))

  serve(siteApi.add, async ({ sites: asked }, { db, newId, now, emit }) => {
    const twice = twiceAmong(asked.map(({ name }) => name))
    if (twice) {
      const field = { pointer: `#/sites/${twice.at}/name`, message: 'site.twice' as const, values: twice }
      throw new Problem('bad-input', 'site.twice', { name: twice.name }, [field])
    }
    for (const teamId of new Set(asked.map((site) => site.teamId))) await demandTeam(db, teamId)
    await refuseTooManySites(db, asked.length)
    const sites: Site[] = asked.map((site) => ({ ...site, id: newId<SiteId>(), closedOn: null, createdAt: now }))
    await addSites(db, sites)
    // Pages ask for all of them again when they hear of one.
    const [first] = sites
    if (first) await emit('site.changed', { id: first.id })
    return sites
  })

  serve(siteApi.change, async ({ id, ...written }, { db, emit }) => {
    const before = await findSite(db, id)
    await demandTeam(db, written.teamId)
    const site = { ...before, ...written }
    await storeSite(db, site)
    await emit('site.changed', { id })
    return site
  })
}

async function demandTeam(db: Database, teamId: Site['teamId']): Promise<void> {
  if (teamId !== null) await findTeam(db, teamId)
}
