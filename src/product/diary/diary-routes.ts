import { dayOf } from '#platform/anywhere/time.ts'
import type { Serve } from '#platform/http.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { listPlans } from '#product/plan/plan-store.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { type DiaryEntryId, newEntry } from './diary.ts'
import { diaryApi } from './diary-api.ts'
import { addEntry, entriesOnPage, lastSaid, listDiary, listPutBack } from './diary-store.ts'

export function diaryRoutes(serve: Serve): void {
  serve(diaryApi.list, async ({ id, before }, { db }) => {
    await findTrial(db, id)
    const entries = await listDiary(db, id, before)
    const next = entries.length < entriesOnPage ? null : (entries.at(-1)?.id ?? null)
    return { entries, next, said: await lastSaid(db, id), putBack: await listPutBack(db, id) }
  })

  serve(diaryApi.write, async ({ id, ...written }, context) => {
    const { db, now, newId, signed, emit } = context
    const trial = await findTrial(db, id)
    const { timeZone } = await findWorkspace(db)
    // The first version: before it nobody knew that there would be a trial.
    const plans = trial.startedAt === null ? [] : await listPlans(db, id)
    const days = { today: dayOf(now, timeZone), plannedOn: dayOf(plans[0]?.frozenAt ?? now, timeZone) }
    const edge = { id: newId<DiaryEntryId>(), byId: signed.personId, writtenAt: now, ...days }
    const body = plans.at(-1)?.body
    const entry = newEntry(written, trial, body ? sitesIn(body) : [], edge)
    await addEntry(db, entry)
    await emit('diary.written', { id: entry.id, trialId: id })
    const { name } = await findPerson(db, signed.personId)
    if (entry.kind === 'incident' && trial.ownerId !== signed.personId)
      await tell(context, [trial.ownerId], {
        message: 'diary.told-incident',
        messageValues: { title: trial.title, name, text: entry.text ?? '' },
        href: `/trials/${id}`,
      })
    return { ...entry, byName: name }
  })
}

/** A split has no sites: whoever was drawn stands in its figures. */
function sitesIn(body: PlanBody): string[] {
  return body.design === 'split' ? [] : body.sites.map(({ name }) => name)
}
