import { designDe } from '#design/words/de.ts'
import { pagesDe } from '#pages/words/de.ts'
import type { Words } from '#platform/anywhere/message.ts'
import { platformDe } from '#platform/words/de.ts'
import { accountDe } from '#product/account/words/de.ts'
import { goalDe } from '#product/goal/words/de.ts'
import { ideaDe } from '#product/idea/words/de.ts'
import { noticeDe } from '#product/notice/words/de.ts'
import { overviewDe } from '#product/overview/words/de.ts'
import { personDe } from '#product/person/words/de.ts'
import { ruleDe } from '#product/rule/words/de.ts'
import { voteDe } from '#product/vote/words/de.ts'
import { workspaceDe } from '#product/workspace/words/de.ts'

/** The German words of what is seen first: the doors, the frame, today, ideas and goals. */
export const firstGerman: Words = {
  ...designDe,
  ...pagesDe,
  ...platformDe,
  ...accountDe,
  ...goalDe,
  ...ideaDe,
  ...noticeDe,
  ...overviewDe,
  ...personDe,
  ...ruleDe,
  ...voteDe,
  ...workspaceDe,
}
