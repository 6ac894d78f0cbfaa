import type { Words } from '#platform/anywhere/message.ts'
import { chartDe } from '#product/chart/words/de.ts'
import { decisionDe } from '#product/decision/words/de.ts'
import { diaryDe } from '#product/diary/words/de.ts'
import { drawDe } from '#product/draw/words/de.ts'
import { feedDe } from '#product/feed/words/de.ts'
import { gainDe } from '#product/gain/words/de.ts'
import { keyDe } from '#product/key/words/de.ts'
import { lookDe } from '#product/look/words/de.ts'
import { measurementDe } from '#product/measurement/words/de.ts'
import { metricDe } from '#product/metric/words/de.ts'
import { outlookDe } from '#product/outlook/words/de.ts'
import { planDe } from '#product/plan/words/de.ts'
import { resultDe } from '#product/result/words/de.ts'
import { rollOutDe } from '#product/roll-out/words/de.ts'
import { sheetDe } from '#product/sheet/words/de.ts'
import { siteDe } from '#product/site/words/de.ts'
import { teamDe } from '#product/team/words/de.ts'
import { trialDe } from '#product/trial/words/de.ts'

/** The German words of the pages that are loaded when somebody goes there. */
export const laterGerman: Words = {
  ...keyDe,
  ...siteDe,
  ...metricDe,
  ...sheetDe,
  ...measurementDe,
  ...feedDe,
  ...chartDe,
  ...outlookDe,
  ...drawDe,
  ...trialDe,
  ...planDe,
  ...diaryDe,
  ...resultDe,
  ...lookDe,
  ...decisionDe,
  ...rollOutDe,
  ...gainDe,
  ...teamDe,
}
