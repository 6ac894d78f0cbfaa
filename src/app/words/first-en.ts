import { designEn } from '#design/words/en.ts'
import { pagesEn } from '#pages/words/en.ts'
import type { Words } from '#platform/anywhere/message.ts'
import { platformEn } from '#platform/words/en.ts'
import { accountEn } from '#product/account/words/en.ts'
import { goalEn } from '#product/goal/words/en.ts'
import { ideaEn } from '#product/idea/words/en.ts'
import { noticeEn } from '#product/notice/words/en.ts'
import { overviewEn } from '#product/overview/words/en.ts'
import { personEn } from '#product/person/words/en.ts'
import { ruleEn } from '#product/rule/words/en.ts'
import { voteEn } from '#product/vote/words/en.ts'
import { workspaceEn } from '#product/workspace/words/en.ts'

/** The English words of what is seen first: the doors, the frame, today, ideas and goals. */
export const firstEnglish: Words = {
  ...designEn,
  ...pagesEn,
  ...platformEn,
  ...accountEn,
  ...goalEn,
  ...ideaEn,
  ...noticeEn,
  ...overviewEn,
  ...personEn,
  ...ruleEn,
  ...voteEn,
  ...workspaceEn,
}
