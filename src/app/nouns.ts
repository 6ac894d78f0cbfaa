import type { Database } from '#platform/database.ts'
import type { FindLive } from '#platform/http/live.ts'
import type { Identify } from '#platform/http/serve.ts'
import type { Routes } from '#platform/http.ts'
import type { Job } from '#platform/job.ts'
import { accountRoutes } from '#product/account/account-routes.ts'
import { findSignIn, listLiveSignIns, touchSignIn } from '#product/account/account-store.ts'
import { chartJobs } from '#product/chart/chart-jobs.ts'
import { chartRoutes } from '#product/chart/chart-routes.ts'
import { decisionRoutes } from '#product/decision/decision-routes.ts'
import { diaryRoutes } from '#product/diary/diary-routes.ts'
import { drawRoutes } from '#product/draw/draw-routes.ts'
import { gainRoutes } from '#product/gain/gain-routes.ts'
import { goalRoutes } from '#product/goal/goal-routes.ts'
import { ideaRoutes } from '#product/idea/idea-routes.ts'
import { keyRoutes } from '#product/key/key-routes.ts'
import { findHeldKey, listLiveKeys, touchKey } from '#product/key/key-store.ts'
import { lookJobs } from '#product/look/look-jobs.ts'
import { lookRoutes } from '#product/look/look-routes.ts'
import { measurementJobs } from '#product/measurement/measurement-jobs.ts'
import { measurementRoutes } from '#product/measurement/measurement-routes.ts'
import { metricRoutes } from '#product/metric/metric-routes.ts'
import { noticeRoutes } from '#product/notice/notice-routes.ts'
import { outlookRoutes } from '#product/outlook/outlook-routes.ts'
import { overviewRoutes } from '#product/overview/overview-routes.ts'
import { personRoutes } from '#product/person/person-routes.ts'
import { findSigned } from '#product/person/person-store.ts'
import { planJobs } from '#product/plan/plan-jobs.ts'
import { planRoutes } from '#product/plan/plan-routes.ts'
import { resultJobs } from '#product/result/result-jobs.ts'
import { resultRoutes } from '#product/result/result-routes.ts'
import { sharedResultRoutes } from '#product/result/shared-result-routes.ts'
import { rollOutRoutes } from '#product/roll-out/roll-out-routes.ts'
import { ruleRoutes } from '#product/rule/rule-routes.ts'
import { sheetRoutes } from '#product/sheet/sheet-routes.ts'
import { siteRoutes } from '#product/site/site-routes.ts'
import { teamRoutes } from '#product/team/team-routes.ts'
import { trialRoutes } from '#product/trial/trial-routes.ts'
import { voteJobs } from '#product/vote/vote-jobs.ts'
import { voteRoutes } from '#product/vote/vote-routes.ts'
import { workspaceRoutes } from '#product/workspace/workspace-routes.ts'

/** Every noun's answers to its endpoints, in the order of the story. */
export const routes: readonly Routes[] = [
  accountRoutes,
  workspaceRoutes,
  personRoutes,
  teamRoutes,
  noticeRoutes,
  keyRoutes,
  siteRoutes,
  metricRoutes,
  sheetRoutes,
  measurementRoutes,
  chartRoutes,
  outlookRoutes,
  drawRoutes,
  goalRoutes,
  ideaRoutes,
  voteRoutes,
  ruleRoutes,
  trialRoutes,
  planRoutes,
  diaryRoutes,
  resultRoutes,
  lookRoutes,
  sharedResultRoutes,
  decisionRoutes,
  rollOutRoutes,
  gainRoutes,
  overviewRoutes,
]

/** What happens later. */
export const jobs: readonly Job[] = [
  ...measurementJobs,
  ...chartJobs,
  ...voteJobs,
  ...planJobs,
  ...resultJobs,
  ...lookJobs,
]

/** How a cookie or a key becomes somebody. */
export const identify: Identify = {
  account: findSignIn,
  person: findSigned,
  touch: touchSignIn,
  key: findHeldKey,
  touchKey,
}

/** Of the sign-ins and keys that keep streams open, those that still hold. */
export async function findLivePasses(
  db: Database,
  { signIns, keyIds }: Parameters<FindLive>[0],
  now: Date,
): Promise<ReadonlySet<string>> {
  const [live, keys] = [await listLiveSignIns(db, signIns, now), await listLiveKeys(db, keyIds, now)]
  return new Set([...live, ...keys])
}
