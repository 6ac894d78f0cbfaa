import type { Visitor } from './open-browser.ts'
import { freeze, justTryIt, type Planned, planTrial, readResult, type Said, writeIdea } from './steps.ts'
import type { Stage } from './story.ts'

/** Writes an idea, looks back on a table of what happened, and reads what the result says; its page is gone through by axe. */
export async function lookBackOn(
  stage: Stage,
  { page, expectAccessible, expectCalm }: Visitor,
  idea: string,
  planned: Omit<Planned, 'door'>,
): Promise<Said> {
  await page.goto(stage.product.url)
  await writeIdea(page, idea)
  await justTryIt(page)
  await planTrial(page, { door: 'Look back', ...planned })
  await freeze(page, 'Freeze and measure')
  const said = await readResult(page)
  await expectAccessible()
  expectCalm()
  return said
}
