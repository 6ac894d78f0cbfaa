import type { Serve } from '#platform/http.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { decisionApi } from './decision-api.ts'
import { listDecisions } from './decision-store.ts'

/** Taking a decision is answered by the ledger (`gain-routes.ts`): there is no decision without its line. */
export function decisionRoutes(serve: Serve): void {
  serve(decisionApi.list, async ({ id }, { db }) => {
    await findTrial(db, id)
    return listDecisions(db, id)
  })
}
