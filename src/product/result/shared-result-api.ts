import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { ResultId } from './result.ts'
import { SharedLink, SharedLinkId, SharedResult } from './shared-result.ts'

export const sharedResultApi = {
  list: endpoint({
    method: 'GET',
    path: '/results/:id/links',
    policy: 'result.share',
    input: z.strictObject({ id: ResultId }),
    output: z.array(SharedLink),
    says: 'The links that show a result to whoever holds them, without their secrets.',
  }),
  make: endpoint({
    method: 'POST',
    path: '/results/:id/links',
    policy: 'result.share',
    input: z.strictObject({ id: ResultId, days: z.int().min(1).max(limits.sharedResultDays) }),
    output: z.strictObject({ link: SharedLink, url: z.string() }),
    says: 'Make a link that shows this result, and nothing else, to whoever holds it. Its address is told this once.',
    secret: true,
  }),
  takeBack: endpoint({
    method: 'DELETE',
    path: '/results/:id/links/:linkId',
    policy: 'result.share',
    input: z.strictObject({ id: ResultId, linkId: SharedLinkId }),
    output: z.void(),
    says: 'Take a link back: it opens nothing any more.',
  }),
  open: endpoint({
    method: 'POST',
    path: '/shared-results',
    scope: 'installation',
    policy: 'result.open-shared',
    input: z.strictObject({ token: z.string().max(100) }),
    output: SharedResult,
    says: 'The result that a link shows. The secret of the link is the only key.',
    reads: true,
  }),
}
