import type { Words } from '#platform/anywhere/message.ts'
import { chartEn } from '#product/chart/words/en.ts'
import { decisionEn } from '#product/decision/words/en.ts'
import { diaryEn } from '#product/diary/words/en.ts'
import { drawEn } from '#product/draw/words/en.ts'
import { feedEn } from '#product/feed/words/en.ts'
import { gainEn } from '#product/gain/words/en.ts'
import { keyEn } from '#product/key/words/en.ts'
import { lookEn } from '#product/look/words/en.ts'
import { measurementEn } from '#product/measurement/words/en.ts'
import { metricEn } from '#product/metric/words/en.ts'
import { outlookEn } from '#product/outlook/words/en.ts'
import { planEn } from '#product/plan/words/en.ts'
import { resultEn } from '#product/result/words/en.ts'
import { rollOutEn } from '#product/roll-out/words/en.ts'
import { sheetEn } from '#product/sheet/words/en.ts'
import { siteEn } from '#product/site/words/en.ts'
import { teamEn } from '#product/team/words/en.ts'
import { trialEn } from '#product/trial/words/en.ts'

/** The English words of the pages that are loaded when somebody goes there. */
export const laterEnglish: Words = {
  ...keyEn,
  ...siteEn,
  ...metricEn,
  ...sheetEn,
  ...measurementEn,
  ...feedEn,
  ...chartEn,
  ...outlookEn,
  ...drawEn,
  ...trialEn,
  ...planEn,
  ...diaryEn,
  ...resultEn,
  ...lookEn,
  ...decisionEn,
  ...rollOutEn,
  ...gainEn,
  ...teamEn,
}
