import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { NewSite, Site, SiteChange, SiteId } from './site.ts'

export const siteApi = {
  list: endpoint({
    method: 'GET',
    path: '/sites',
    policy: 'site.read',
    input: z.strictObject({}),
    output: z.array(Site),
    says: 'Every site, open and closed, by name.',
  }),
  find: endpoint({
    method: 'GET',
    path: '/sites/:id',
    policy: 'site.read',
    input: z.strictObject({ id: SiteId }),
    output: Site,
    says: 'One site.',
  }),
  add: endpoint({
    method: 'POST',
    path: '/sites',
    policy: 'site.manage',
    input: z.strictObject({ sites: z.array(NewSite).min(1).max(limits.sitesAtOnce) }),
    output: z.array(Site),
    says: 'Add sites, all of them or, when a name is taken, none. Up to 500 in one go.',
  }),
  change: endpoint({
    method: 'PUT',
    path: '/sites/:id',
    policy: 'site.manage',
    input: SiteChange.extend({ id: SiteId }),
    output: Site,
    says: 'Rename a site, say what it is and whose it is, close it or open it again. Its figures stay.',
  }),
}
