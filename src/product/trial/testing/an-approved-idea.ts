import type { TestPerson, TestWorkspace } from '#app/testing/open-test-server.ts'
import type { IdeaId } from '#product/idea/idea.ts'

/** An idea of `author` that a lead has approved. */
export async function anApprovedIdea(
  workspace: TestWorkspace,
  author: TestPerson,
  text = 'Put the scanner on the left side of the till',
): Promise<IdeaId> {
  const lead = await workspace.add('lead')
  const { body: idea } = await author.post('/ideas', { text })
  const answer = await lead.post(`/ideas/${idea.id}/moves`, { move: 'approve', reason: 'Small and easy to undo' })
  if (answer.status !== 200) throw new Error(answer.body.detail)
  return idea.id
}
