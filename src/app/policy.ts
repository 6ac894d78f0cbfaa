import type { Policy } from '#platform/anywhere/policy.ts'
import { accountPolicy } from '#product/account/account-policy.ts'
import { chartPolicy } from '#product/chart/chart-policy.ts'
import { decisionPolicy } from '#product/decision/decision-policy.ts'
import { diaryPolicy } from '#product/diary/diary-policy.ts'
import { drawPolicy } from '#product/draw/draw-policy.ts'
import { feedPolicy } from '#product/feed/feed-policy.ts'
import { gainPolicy } from '#product/gain/gain-policy.ts'
import { goalPolicy } from '#product/goal/goal-policy.ts'
import { ideaPolicy } from '#product/idea/idea-policy.ts'
import { keyPolicy } from '#product/key/key-policy.ts'
import { lookPolicy } from '#product/look/look-policy.ts'
import { measurementPolicy } from '#product/measurement/measurement-policy.ts'
import { metricPolicy } from '#product/metric/metric-policy.ts'
import { noticePolicy } from '#product/notice/notice-policy.ts'
import { outlookPolicy } from '#product/outlook/outlook-policy.ts'
import { overviewPolicy } from '#product/overview/overview-policy.ts'
import { personPolicy } from '#product/person/person-policy.ts'
import { planPolicy } from '#product/plan/plan-policy.ts'
import { resultPolicy } from '#product/result/result-policy.ts'
import { rollOutPolicy } from '#product/roll-out/roll-out-policy.ts'
import { rulePolicy } from '#product/rule/rule-policy.ts'
import { sheetPolicy } from '#product/sheet/sheet-policy.ts'
import { sitePolicy } from '#product/site/site-policy.ts'
import { teamPolicy } from '#product/team/team-policy.ts'
import { trialPolicy } from '#product/trial/trial-policy.ts'
import { votePolicy } from '#product/vote/vote-policy.ts'
import { workspacePolicy } from '#product/workspace/workspace-policy.ts'

/** The whole rights table, in the order of the story. The server asks it and the pages draw by it. */
export const policy: Policy = {
  ...accountPolicy,
  ...workspacePolicy,
  ...personPolicy,
  ...teamPolicy,
  ...noticePolicy,
  ...keyPolicy,
  ...sitePolicy,
  ...metricPolicy,
  ...sheetPolicy,
  ...measurementPolicy,
  ...feedPolicy,
  ...chartPolicy,
  ...outlookPolicy,
  ...drawPolicy,
  ...goalPolicy,
  ...ideaPolicy,
  ...votePolicy,
  ...rulePolicy,
  ...trialPolicy,
  ...planPolicy,
  ...diaryPolicy,
  ...resultPolicy,
  ...lookPolicy,
  ...decisionPolicy,
  ...rollOutPolicy,
  ...gainPolicy,
  ...overviewPolicy,
}
