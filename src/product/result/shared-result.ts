import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { instant } from '#platform/anywhere/time.ts'
import { Workspace } from '#product/workspace/workspace.ts'
import { ResultShown } from './result-api.ts'

export const SharedLinkId = z.uuid().brand<'SharedLinkId'>()
export type SharedLinkId = z.output<typeof SharedLinkId>

/** A link that shows one result to whoever holds it. The secret itself is shown once and kept nowhere. */
export const SharedLink = z.strictObject({
  id: SharedLinkId,
  madeById: PersonId,
  madeByName: z.string(),
  expiresAt: instant,
})
export type SharedLink = z.output<typeof SharedLink>

/** What the holder of a link sees: the result, and whose it is. Nothing else of the workspace, and no cell of its sheets. */
export const SharedResult = ResultShown.omit({ trialId: true, planId: true, doubts: true }).extend({
  placeName: Workspace.shape.name,
  expiresAt: instant,
})
export type SharedResult = z.output<typeof SharedResult>
