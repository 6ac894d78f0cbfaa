import { z } from 'zod'

const Place = z.object({ metric: z.string().nullable(), site: z.string().nullable() })
export type Place = z.output<typeof Place>

const place = 'ratchet.entered-last'
const nowhere: Place = { metric: null, site: null }

/** What and where this browser entered last: tomorrow it is most likely the same. */
export function readPlace(): Place {
  try {
    return Place.parse(JSON.parse(localStorage.getItem(place) ?? 'null'))
  } catch {
    return nowhere
  }
}

export function keepPlace(next: Place): void {
  try {
    localStorage.setItem(place, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing asks again.
  }
}
