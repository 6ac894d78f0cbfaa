import { designEn } from '#design/words/en.ts'
import { pagesEn } from '#pages/words/en.ts'
import type { Words } from '#platform/anywhere/message.ts'
import { platformEn } from '#platform/words/en.ts'
import { accountEn } from '#product/account/words/en.ts'
import { decisionEn } from '#product/decision/words/en.ts'
import { gainEn } from '#product/gain/words/en.ts'
import { goalEn } from '#product/goal/words/en.ts'
import { ideaEn } from '#product/idea/words/en.ts'
import { metricEn } from '#product/metric/words/en.ts'
import { noticeEn } from '#product/notice/words/en.ts'
import { overviewEn } from '#product/overview/words/en.ts'
import { personEn } from '#product/person/words/en.ts'
import { planEn } from '#product/plan/words/en.ts'
import { resultEn } from '#product/result/words/en.ts'
import { ruleEn } from '#product/rule/words/en.ts'
import { sheetEn } from '#product/sheet/words/en.ts'
import { teamEn } from '#product/team/words/en.ts'
import { trialEn } from '#product/trial/words/en.ts'
import { workspaceEn } from '#product/workspace/words/en.ts'

/** Every English word of the product. */
export const english: Words = {
  ...platformEn,
  ...designEn,
  ...pagesEn,
  ...noticeEn,
  ...accountEn,
  ...workspaceEn,
  ...personEn,
  ...teamEn,
  ...metricEn,
  ...sheetEn,
  ...goalEn,
  ...ideaEn,
  ...ruleEn,
  ...trialEn,
  ...planEn,
  ...resultEn,
  ...decisionEn,
  ...gainEn,
  ...overviewEn,
}
