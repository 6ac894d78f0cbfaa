import type { Serve } from '#platform/http.ts'
import { adviseOn } from './advise.ts'
import { outlookApi } from './outlook-api.ts'
import { readHistory } from './read-history.ts'
import { tellOutlook } from './tell-outlook.ts'

export function outlookRoutes(serve: Serve): void {
  serve(outlookApi.advise, async ({ situation, history }) => adviseOn(situation, history))

  serve(outlookApi.tell, async ({ history, ...question }, { db }) =>
    tellOutlook(await readHistory(db, history), question),
  )
}
