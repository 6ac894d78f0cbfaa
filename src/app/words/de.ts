import { designDe } from '#design/words/de.ts'
import { pagesDe } from '#pages/words/de.ts'
import type { Words } from '#platform/anywhere/message.ts'
import { platformDe } from '#platform/words/de.ts'
import { accountDe } from '#product/account/words/de.ts'
import { decisionDe } from '#product/decision/words/de.ts'
import { gainDe } from '#product/gain/words/de.ts'
import { goalDe } from '#product/goal/words/de.ts'
import { ideaDe } from '#product/idea/words/de.ts'
import { metricDe } from '#product/metric/words/de.ts'
import { noticeDe } from '#product/notice/words/de.ts'
import { overviewDe } from '#product/overview/words/de.ts'
import { personDe } from '#product/person/words/de.ts'
import { planDe } from '#product/plan/words/de.ts'
import { resultDe } from '#product/result/words/de.ts'
import { ruleDe } from '#product/rule/words/de.ts'
import { sheetDe } from '#product/sheet/words/de.ts'
import { teamDe } from '#product/team/words/de.ts'
import { trialDe } from '#product/trial/words/de.ts'
import { workspaceDe } from '#product/workspace/words/de.ts'

/** Every German word of the product. */
export const german: Words = {
  ...platformDe,
  ...designDe,
  ...pagesDe,
  ...noticeDe,
  ...accountDe,
  ...workspaceDe,
  ...personDe,
  ...teamDe,
  ...metricDe,
  ...sheetDe,
  ...goalDe,
  ...ideaDe,
  ...ruleDe,
  ...trialDe,
  ...planDe,
  ...resultDe,
  ...decisionDe,
  ...gainDe,
  ...overviewDe,
}
