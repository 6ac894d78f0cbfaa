import { WorkspaceId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import { enter } from '#platform/database/doors.ts'
import { waitForTurn } from '#platform/database/wait-for-turn.ts'
import type { RequestContext, Serve } from '#platform/http.ts'
import { issueToken, peekToken, revokeTokens } from '#platform/tokens.ts'
import { findPerson } from '#product/person/person-store.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { ResultId } from './result.ts'
import { findResult, findShownResult } from './result-store.ts'
import type { SharedLinkId } from './shared-result.ts'
import { sharedResultApi } from './shared-result-api.ts'
import { listSharedLinks } from './shared-result-store.ts'

type Context = RequestContext<'workspace'>

export function sharedResultRoutes(serve: Serve): void {
  serve(sharedResultApi.list, async ({ id }, context) => {
    await demandShare(context, id)
    return listSharedLinks(context.db, context.signed.workspaceId, id, context.now)
  })

  serve(sharedResultApi.make, async ({ id, days }, context) => {
    const { db, signed, now, newId, publicUrl } = context
    await demandShare(context, id)
    const { workspaceId, personId } = signed
    await waitForTurn(db, 'result.share', id)
    if ((await listSharedLinks(db, workspaceId, id, now)).length >= limits.sharedResultLinks)
      throw new Problem('out-of-step', 'result.too-many-links', { limit: limits.sharedResultLinks })
    const { name } = await findPerson(db, personId)
    const linkId = newId<SharedLinkId>()
    const expiresAt = new Date(now.getTime() + days * dayMs)
    const subject = { id: linkId, workspaceId, resultId: id, madeBy: personId, madeByName: name }
    const secret = await issueToken(db, 'shared-result', subject, expiresAt)
    await context.emit('result.shared', { id })
    const link = { id: linkId, madeById: personId, madeByName: name, expiresAt }
    // In the fragment, which browsers send to no server: the secret stays out of every log.
    return { link, url: `${publicUrl}/shared#${secret}` }
  })

  serve(sharedResultApi.takeBack, async ({ id, linkId }, context) => {
    await demandShare(context, id)
    const subject = { id: linkId, workspaceId: context.signed.workspaceId, resultId: id }
    if (!(await revokeTokens(context.db, 'shared-result', subject))) throw new Problem('not-found', 'http.none')
    await context.emit('result.shared', { id })
  })

  serve(sharedResultApi.open, async ({ token }, { db, now }) => {
    const found = await peekToken(db, 'shared-result', token, now)
    if (!found) throw new Problem('not-found', 'result.link-gone')
    await enter(db, { workspaceId: WorkspaceId.parse(found['workspaceId']) })
    const shown = await findShownResult(db, ResultId.parse(found['resultId']))
    const { trialId: _, planId: __, doubts: ___, ...result } = shown
    const forecasts = shown.forecasts.map((one) => ({ ...one, name: null }))
    const { name } = await findWorkspace(db)
    const [link] = (await listSharedLinks(db, WorkspaceId.parse(found['workspaceId']), shown.id, now)).filter(
      ({ id }) => id === found['id'],
    )
    return { ...result, forecasts, placeName: name, expiresAt: link?.expiresAt ?? now }
  })
}

/** Whoever may run the trial may show its result. @throws {Problem} `not-found`, `not-allowed`. */
async function demandShare({ db, demand }: Context, id: ResultId): Promise<void> {
  const { trialId } = await findResult(db, id)
  demand('result.share', await findTrial(db, trialId))
}
