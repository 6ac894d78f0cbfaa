import type { DrawId } from '#product/draw/draw.ts'
import type { Site, SiteId } from '#product/site/site.ts'
import type { Design } from '#product/trial/trial.ts'
import type { Assignment } from '../../measured/assignment.ts'
import type { Stretch } from '../../measured/hand-schedule.ts'

/** Who gets the change, as far as it is said. */
export interface Who {
  by: 'draw' | 'choice'
  drawId: DrawId | null
  wavePeriods: number
  treated: ReadonlySet<SiteId>
  starts: ReadonlyMap<SiteId, string>
  written: Written
}

/** A schedule while it is written by hand. */
export interface Written {
  untilOn: string
  /** One for all sites, or one for each. */
  isShared: boolean
  shared: readonly Stretch[]
  each: ReadonlyMap<SiteId, readonly Stretch[]>
}

export const nobodyYet: Who = {
  ...{ by: 'draw', drawId: null, wavePeriods: 1, treated: new Set(), starts: new Map() },
  written: { untilOn: '', isShared: true, shared: [], each: new Map() },
}

/** As the server takes it; null while something is missing. */
export function assignmentOf(design: Design, own: readonly Site[], who: Who): Assignment | null {
  const siteIds = own.map(({ id }) => id)
  if (siteIds.length === 0) return null
  if (design === 'before-after') return { by: 'all', siteIds }
  if (who.by === 'draw')
    return who.drawId === null ? null : { by: 'draw', drawId: who.drawId, wavePeriods: who.wavePeriods }
  if (design === 'pilot') {
    const treatedIds = siteIds.filter((id) => who.treated.has(id))
    return treatedIds.length === 0 ? null : { by: 'sites', siteIds, treatedIds }
  }
  if (design === 'switchback') return writtenFor(siteIds, who.written)
  const starts = siteIds.map((siteId) => ({ siteId, on: who.starts.get(siteId) || null }))
  return starts.every(({ on }) => on === null) ? null : { by: 'starts', starts }
}

function writtenFor(siteIds: readonly SiteId[], { untilOn, isShared, shared, each }: Written): Assignment | null {
  const schedule = siteIds.map((siteId) => ({ siteId, on: [...(isShared ? shared : (each.get(siteId) ?? []))] }))
  const isWhole = schedule.every(({ on }) => on.every(({ from, to }) => from !== '' && to !== ''))
  if (untilOn === '' || !isWhole || schedule.every(({ on }) => on.length === 0)) return null
  return { by: 'schedule', untilOn, schedule }
}
