import { Readable } from 'node:stream'
import { limits } from '#platform/anywhere/limits.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { FileAnswer, type RequestContext, type Serve } from '#platform/http.ts'
import { decisionApi } from '#product/decision/decision-api.ts'
import { findIdea } from '#product/idea/idea-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import { findTrial } from '#product/trial/trial-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { removeClaims } from './claim-store.ts'
import { checkConfirmation, type Gain, type GainId, reversalOf } from './gain.ts'
import { gainApi, type LedgerFilter, type LedgerLine } from './gain-api.ts'
import { addConfirmation, addGain, findGain, findLine, listCounted, listLines } from './gain-store.ts'
import { listHoldChecks } from './hold-check-store.ts'
import { ledgerCsv } from './ledger-csv.ts'
import { takeDecision } from './take-decision.ts'
import { totalsOf } from './totals.ts'

/** Lines on one page of the ledger. */
const most = 100

export function gainRoutes(serve: Serve): void {
  serve(gainApi.holdChecks, async ({ trial }, { db, now }) => {
    const { timeZone } = await findWorkspace(db)
    return listHoldChecks(db, dayOf(now, timeZone), { trialId: trial })
  })

  // The decision's own endpoint, answered here: a decision and its line in the ledger are one act.
  serve(decisionApi.take, async (taken, context) => {
    const decision = await takeDecision(context, taken)
    return { ...decision, byName: (await findPerson(context.db, decision.byId)).name }
  })

  serve(gainApi.list, async ({ before, ...filter }, { db }) => {
    // One more than is shown says whether any follow.
    const found = await listLines(db, filter, { before, most: most + 1 })
    const lines = found.slice(0, most)
    return { lines, next: found.length > most ? (lines.at(-1)?.sequence ?? null) : null }
  })

  serve(gainApi.totals, async (filter, { db }) => totalsOf(await listCounted(db, filter)))

  serve(gainApi.export, async (filter, { db }) => {
    // Read whole before the answer starts: the transaction ends with the handler.
    const pages: LedgerLine[][] = []
    for await (const page of pagesOf(db, filter)) pages.push(page)
    return new FileAnswer('ledger.csv', 'text/csv; charset=utf-8', Readable.from(ledgerCsv(pages)))
  })

  serve(gainApi.reverse, async ({ id, reason }, context) => {
    const { db, signed, now, newId, emit } = context
    const gain = await findGain(db, id)
    const reversal = reversalOf(gain, reason, { id: newId<GainId>(), bookedById: signed.personId, bookedAt: now })
    await addGain(db, reversal)
    await removeClaims(db, gain.id)
    await emit('gain.reversed', { id: reversal.id, reversesId: gain.id })
    await tellConcerned(context, gain, reason)
    return findLine(db, reversal.id)
  })

  serve(gainApi.confirm, async ({ id }, { db, signed, now, emit }) => {
    const gain = await findGain(db, id)
    const idea = await findIdea(db, (await findTrial(db, gain.trialId)).ideaId)
    checkConfirmation(gain, idea.authorId, signed.personId)
    await addConfirmation(db, id, signed.personId, now)
    await emit('gain.confirmed', { id })
    return findLine(db, id)
  })
}

type Context = RequestContext<'workspace'>

async function* pagesOf(db: Context['db'], filter: LedgerFilter): AsyncGenerator<LedgerLine[]> {
  let before: bigint | undefined
  for (;;) {
    const lines = await listLines(db, filter, { before })
    yield lines
    if (lines.length < limits.listPage) return
    before = lines.at(-1)?.sequence
  }
}

/** Whose idea it was, whose trial, and who booked it; not who takes it back. */
async function tellConcerned(context: Context, gain: Gain, reason: string): Promise<void> {
  const { db, signed } = context
  const trial = await findTrial(db, gain.trialId)
  const idea = await findIdea(db, trial.ideaId)
  const concerned = [idea.authorId, trial.ownerId, gain.bookedById].filter((id) => id !== signed.personId)
  await tell(context, concerned, {
    message: 'gain.told-reversed',
    messageValues: { title: trial.title, by: (await findPerson(db, signed.personId)).name, reason },
    href: '/gains',
  })
}
