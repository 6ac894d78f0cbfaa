import { refuseOneGroup } from './plan.ts'
import type { PlanBody } from './plan-body.ts'
import { refuseOneStart } from './read/staggered-figures.ts'

/** Whatever the sheet said: of the sites of a plan some must be compared with others. @throws {Problem} `bad-input`. */
export function refuseNobody(body: PlanBody): void {
  if (body.design === 'pilot') refuseOneGroup(body.sites)
  // Without its periods two spellings of one start count as two; the sheet has been read by its periods before.
  if (body.design === 'staggered')
    refuseOneStart(body.sites, { periods: [], periodKind: 'number', dateOrder: 'day-first' })
}
