import type { z } from 'zod'
import { GoalId } from '#product/goal/goal.ts'
import { Idea } from '../idea.ts'
import type { ideaApi } from '../idea-api.ts'

/** Which ideas a list shows, in the words of its address. */
export type ListedIdeas = z.input<typeof ideaApi.list.input>

/** The filter that an address asks for. What it does not know it leaves out: an old link still shows a list. */
export function filterIn(query: URLSearchParams): ListedIdeas {
  const state = Idea.shape.state.safeParse(query.get('state')).data
  const goal = GoalId.safeParse(query.get('goal')).data
  const before = query.get('before')
  return {
    ...(state ? { state } : {}),
    ...(goal ? { goal } : {}),
    ...(query.get('mine') === 'yes' ? { mine: 'yes' } : {}),
    ...(before ? { before } : {}),
  }
}

/** The address of a list, from its path. */
export function addressOfList(path: string, filter: ListedIdeas): string {
  const query = new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1]))
  return query.size > 0 ? `${path}?${query}` : path
}
