import { dayOf } from '#platform/anywhere/time.ts'
import type { Serve } from '#platform/http.ts'
import { listIdeas } from '#product/idea/idea-store.ts'
import { listNotices } from '#product/notice/notice-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { overviewApi } from './overview-api.ts'
import { findFirstSteps, listNeeds, search } from './overview-store.ts'

/** Lines of each part of the first page. */
const few = 5

export function overviewRoutes(serve: Serve): void {
  serve(overviewApi.search, ({ q }, { db, may }) => search(db, q, (kind) => may(`${kind}.read`)))

  serve(overviewApi.today, async (_input, { db, signed, now }) => {
    const { timeZone } = await findWorkspace(db)
    const needs = await listNeeds(db, signed, dayOf(now, timeZone))
    // What asks for an act stands under "needs you" while it does.
    const told = (await listNotices(db, signed.personId)).filter(({ needsAct }) => !needsAct)
    return {
      needs: needs.slice(0, few),
      needsCount: needs.length,
      told: told.slice(0, few),
      newest: await listIdeas(db, {}, { most: few }),
      firstSteps: await findFirstSteps(db),
    }
  })
}
