import type { TestPerson } from '#app/testing/open-test-server.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import type { Trial, TrialId } from '#product/trial/trial.ts'

const shops = ['Aachen', 'Bonn', 'Celle', 'Dresden', 'Essen', 'Fulda', 'Gera', 'Hamm']

/**
 * Eight shops, the first four of them pilots, with waiting minutes and complaints in each of `weeks`. Waiting falls by
 * two in the pilots from `since` on.
 */
export function shopSheet(weeks: readonly number[], since = 5): string {
  const rows = shops.flatMap((shop, at) =>
    weeks.map((week) => {
      const isPilot = at < 4
      const minutes = 10 + at + (week % 3) - (isPilot && week >= since ? 2 : 0)
      return `${shop},${week},${minutes},${(at + week) % 4},${isPilot ? 'yes' : 'no'}`
    }),
  )
  return `shop,week,minutes,complaints,pilot\n${rows.join('\n')}\n`
}

/** The choice of columns that fits `shopSheet`. */
export const shopColumns = {
  site: 'shop',
  period: 'week',
  value: 'minutes',
  treated: { column: 'pilot', values: null },
  dateOrder: null,
  numberStyle: null,
}

export async function addSheet(person: TestPerson, text: string, name = 'shops.csv'): Promise<SheetId> {
  const answer = await person.upload(`/sheets?name=${encodeURIComponent(name)}`, text)
  if (answer.status !== 200) throw new Error(answer.body.detail)
  return answer.body.id
}

/** A trial of `idea` with a finished draft on a sheet of `weeks`. */
export async function finishedDraft(
  owner: TestPerson,
  ideaId: IdeaId,
  door: Trial['door'],
  weeks: readonly number[],
): Promise<{ id: TrialId; revision: number; sheetId: SheetId }> {
  const { body: trial } = await owner.post('/trials', { ideaId, door })
  const sheetId = await addSheet(owner, shopSheet(weeks))
  const name = `Waiting ${trial.id.slice(0, 8)}`
  const metric = await owner.post('/metrics', { name, unit: 'minutes', better: 'lower', worthMinor: null })
  const draft = {
    question: 'Do customers wait less when the scanner is on the left?',
    metricId: metric.body.id,
    worthHaving: 1,
    guardrails: [{ name: 'Complaints', column: 'complaints', better: 'lower', margin: 0.5 }],
    sheetId,
    columns: shopColumns,
    since: '5',
    isRandomised: false,
  }
  const saved = await owner.put(`/trials/${trial.id}/plan`, { ...draft, revision: 0 })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  return { id: trial.id, revision: saved.body.revision, sheetId }
}
