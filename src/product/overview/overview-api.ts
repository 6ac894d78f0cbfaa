import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Hit, Today } from './overview.ts'

export const overviewApi = {
  search: endpoint({
    method: 'GET',
    path: '/search',
    policy: 'overview.read',
    watches: ['idea', 'goal', 'trial', 'metric', 'site', 'person'],
    input: z.strictObject({ q: z.string().max(200) }),
    output: z.array(Hit),
    says: 'What holds these words, or words that begin with them, of what one may read: ideas, goals, trials, measures, sites, people. Those in a title first, then the newest.',
  }),
  today: endpoint({
    method: 'GET',
    path: '/today',
    policy: 'overview.read',
    watches: ['idea', 'goal', 'notice', 'person', 'trial', 'decision', 'gain'],
    input: z.strictObject({}),
    output: Today,
    says: 'What waits for you, what you were told, what is new, and the first steps of a new workspace.',
  }),
}
