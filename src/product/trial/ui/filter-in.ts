import type { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { Trial } from '../trial.ts'
import type { trialApi } from '../trial-api.ts'

/** Which trials a list shows, in the words of its address. */
export type ListedTrials = z.input<typeof trialApi.list.input>

/** The filter that an address asks for. What it does not know it leaves out: an old link still shows a list. */
export function filterIn(query: URLSearchParams): ListedTrials {
  const state = Trial.shape.state.safeParse(query.get('state')).data
  const owner = PersonId.safeParse(query.get('owner')).data
  return { ...(state ? { state } : {}), ...(owner ? { owner } : {}) }
}
