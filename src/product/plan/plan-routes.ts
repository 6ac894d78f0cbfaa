import { randomInt } from 'node:crypto'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { RequestContext, Serve } from '#platform/http.ts'
import { chartIn } from '#product/chart/chart.ts'
import type { IdeaAnswerId, IdeaId } from '#product/idea/idea.ts'
import { findIdea } from '#product/idea/idea-store.ts'
import type { Metric } from '#product/metric/metric.ts'
import { metricApi } from '#product/metric/metric-api.ts'
import { findMetric, listMetrics, lockMetric, storeMetric } from '#product/metric/metric-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import { addSheet, hasSheet, readRows } from '#product/sheet/sheet-store.ts'
import { findSite, findSites } from '#product/site/site-store.ts'
import { moveTrial, refuseFrozen, type Trial, type TrialId, type TrialShown } from '#product/trial/trial.ts'
import { findTrial, listTrialSheets, lockTrial, storeTrialMove, tryIdea } from '#product/trial/trial-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { addOutcomes } from './add-outcomes.ts'
import { type DraftBody, emptyDraft } from './draft.ts'
import { firstVersion, nextVersion } from './freeze.ts'
import { keptMeasured } from './measured/kept-measured.ts'
import { gapsOf } from './measured/list-gaps.ts'
import { makeHistory } from './measured/make-history.ts'
import { prepareTakeover, storeTakeover, surveyTable } from './measured/take-over.ts'
import { refuseDecided, refuseLooserGuardrails, refuseMoreVersions } from './plan.ts'
import { type PlanShown, planApi } from './plan-api.ts'
import { differencesOf } from './plan-difference.ts'
import { planDoubtsOf } from './plan-doubts.ts'
import { planPreviewOf } from './plan-preview.ts'
import {
  addFirstPlan,
  addPlan,
  countingSheets,
  findDraft,
  findPlan,
  isPlanned,
  listBegunOn,
  listPlans,
  lockAsRead,
  readTrialFigures,
  rowsBehind,
  rowsOfUnit,
  storeDraft,
} from './plan-store.ts'
import { previewDraft } from './preview-draft.ts'
import type { TrialFigures } from './trial-figures.ts'
import { trialSpanOf } from './trial-span.ts'

type Context = RequestContext<'workspace'>

export function planRoutes(serve: Serve): void {
  serve(planApi.draft, async ({ id }, { db }) => {
    const { state, ideaId } = await findTrial(db, id)
    if (state !== 'draft') return null
    const draft = await findDraft(db, id)
    return draft.revision > 0 ? draft : { ...draft, body: await beginningOf(db, ideaId) }
  })

  serve(planApi.save, async ({ id, revision, ...body }, context) => {
    const { db, now, demand } = context
    // Locked, so that no draft is saved beside the plan that was just frozen from it.
    const trial = await lockTrial(db, id)
    demand('trial.plan', trial)
    refuseFrozen(trial)
    if (body.metricId) await findMetric(db, body.metricId)
    if (body.sheetId && !(await hasSheet(db, body.sheetId))) throw new Problem('not-found', 'sheet.none')
    const kept = keptMeasured((await findDraft(db, id)).body, body)
    const draft = { trialId: id, revision: revision + 1, body: kept, savedAt: now }
    await storeDraft(db, draft)
    return draft
  })

  serve(
    planApi.makeHistory,
    async ({ id, revision: _, ...asked }, { tx, atEnd }) => {
      const made = await tx(async (db) => {
        const trial = await findTrial(db, id)
        refuseFrozen(trial)
        return makeHistory(db, trial, asked)
      })
      const surveyed = await surveyTable(made)
      atEnd(surveyed.close)
      return { ...made, surveyed }
    },
    async ({ id, revision }, context, { upload, parts, surveyed, madeFor }) => {
      const { db, now, newId, signed, demand, emit } = context
      const trial = await lockTrial(db, id)
      demand('trial.plan', trial)
      refuseFrozen(trial)
      if (trial.design !== madeFor.design || trial.door !== madeFor.door)
        throw new Problem('out-of-step', 'trial.moved-meanwhile')
      const before = await findDraft(db, id)
      const sheetId = newId<SheetId>()
      const name = `${trial.title}.csv`
      await addSheet(db, { id: sheetId, name, addedById: signed.personId, addedAt: now, upload, surveyed })
      const body = { ...before.body, ...parts, sheetId }
      const draft = { trialId: id, revision: revision + 1, body, savedAt: now }
      await storeDraft(db, draft)
      await emit('sheet.added', { id: sheetId })
      return draft
    },
  )

  serve(planApi.freeze, async ({ id, revision }, context) => {
    const { db, now, emit } = context
    const before = await findOwn(context, id)
    refuseFrozen(before)
    const draft = await findDraft(db, id)
    if (draft.revision !== revision) throw new Problem('out-of-step', 'plan.saved-meanwhile')
    const { plan, summary } = await firstVersion(context, before, draft.body, randomInt(2 ** 31))
    const after = moveTrial(before, before.door === 'look-back' ? 'lookBack' : 'freeze', now)
    if (after.state === 'ended') await beginTrying(context, before)
    await storeTrialMove(db, before, after)
    await addFirstPlan(db, plan, draft, summary)
    await emit('trial.frozen', { id })
    if (after.state === 'ended') await tellLookedBack(context, after)
    return { trial: await findTrial(db, id), plan: await latestShown(db, id) }
  })

  serve(planApi.list, async ({ id }, { db }) => {
    await findTrial(db, id)
    return shown(await listPlans(db, id))
  })

  serve(planApi.change, async ({ id, version, changes, reason }, context) => {
    const { db, emit } = context
    const trial = await findOwn(context, id)
    refuseDecided(trial)
    const before = await findPlan(db, id)
    if (before.version !== version) throw new Problem('out-of-step', 'plan.changed-meanwhile')
    refuseMoreVersions(before)
    const sheets = await listTrialSheets(db, id)
    const plan = await nextVersion(context, trial, before, changes, reason, countingSheets(sheets))
    // Read again, now that nobody can decide by the old version, or bring outcomes, in between.
    const locked = await lockAsRead(db, id, { version, sheets })
    refuseDecided(locked)
    refuseLooserGuardrails(locked, before.body.guardrails, plan.body.guardrails)
    await addPlan(db, plan)
    await emit('plan.changed', { id: plan.id, trialId: id })
    return latestShown(db, id)
  })

  // The metric's own endpoint, answered here: its unit stays once a frozen plan counts in it.
  serve(metricApi.change, async ({ id, unit, worthMinor }, { db, emit }) => {
    const before = await findMetric(db, id)
    if (unit !== before.unit) {
      await lockMetric(db, id)
      if (await isPlanned(db, id)) throw unitKept(before)
    }
    const metric = { ...before, unit, worthMinor }
    await storeMetric(db, metric)
    await emit('metric.changed', { id })
    return metric
  })

  serve(planApi.sheets, async ({ id }, { db }) => {
    await findTrial(db, id)
    return listTrialSheets(db, id)
  })

  serve(planApi.addSheet, async ({ id, sheetId }, context) => {
    await addOutcomes(context, await findOwn(context, id), sheetId)
    await context.emit('plan.grown', { trialId: id })
    return listTrialSheets(context.db, id)
  })

  serve(
    planApi.takeOver,
    async ({ id }, { tx, atEnd }) => {
      const prepared = await tx(async (db) => {
        const trial = await findTrial(db, id)
        return trial.state === 'running' ? prepareTakeover(db, trial) : null
      })
      if (!prepared) return null
      const surveyed = await surveyTable(prepared)
      atEnd(surveyed.close)
      return { prepared, surveyed }
    },
    async ({ id }, context, made) => {
      const trial = await findOwn(context, id)
      if (trial.state !== 'running') throw new Problem('out-of-step', 'plan.not-running')
      const { surveyed, prepared } = made ?? {}
      if (!surveyed || !prepared) return { isNew: false }
      await storeTakeover(context, trial, prepared, { surveyed, byId: context.signed.personId })
      return { isNew: true }
    },
  )

  serve(planApi.onMetric, async ({ id, siteId }, { db }) => {
    const { every } = await findMetric(db, id)
    const site = siteId === undefined ? null : await findSite(db, siteId)
    const { timeZone } = await findWorkspace(db)
    const spans = (await listBegunOn(db, id)).flatMap(({ trial, ...planned }) => {
      const { startedAt, endedAt } = trial
      if (startedAt === null) return []
      const endedOn = endedAt && dayOf(endedAt, timeZone)
      return trialSpanOf({ trial, ...planned, startedOn: dayOf(startedAt, timeZone), endedOn, every }, site) ?? []
    })
    return spans.sort((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
  })

  serve(planApi.gaps, async ({ id }, { db, now }) => gapsOf(db, await findTrial(db, id), now))

  serve(planApi.series, async ({ id }, { db }) => {
    const figures = await readTrialFigures(db, id)
    const sheetDoubts = figures.sheets.map(({ id: sheetId }, at) => ({ sheetId, doubts: figures.doubts[at] ?? [] }))
    return { preview: planPreviewOf(figures), planDoubts: planDoubtsOf(figures), sheetDoubts }
  })

  serve(planApi.preview, async ({ id, design, ...draft }, { db }) => {
    const trial = await findTrial(db, id)
    return previewDraft(db, { ...trial, design: design ?? trial.design }, draft)
  })

  serve(planApi.figure, async ({ id, site, period }, { db }) => {
    const found = behind(await readTrialFigures(db, id), site, period)
    if (!found) throw new Problem('not-found', 'plan.no-figure')
    const { columns, rows } = await readRows(db, found.sheet.id, { from: 1, only: new Set(found.rows) })
    const { value, count, sheet } = found
    return { value, sheetId: sheet.id, sheetName: sheet.name, count, columns, rows }
  })
}

/** A draft before its first save. An idea that began at a chart has its address in its words: it is about that metric, there. */
async function beginningOf(db: Context['db'], ideaId: IdeaId): Promise<DraftBody> {
  const seen = chartIn((await findIdea(db, ideaId)).text)
  if (!seen || !(await listMetrics(db)).some(({ id }) => id === seen.metricId)) return emptyDraft
  const sites = seen.siteId === null ? [] : await findSites(db, [seen.siteId])
  return { ...emptyDraft, metricId: seen.metricId, siteIds: sites.map(({ id }) => id) }
}

/** One figure with its rows: of a site and a period, or of a unit. */
function behind(figures: TrialFigures, name: string, period: string) {
  if (figures.design === 'split') {
    const unit = figures.units.findIndex((one) => one.name === name)
    const rows = rowsOfUnit(figures, unit)
    return rows && { ...rows, value: figures.units[unit]?.value ?? null }
  }
  const site = figures.sites.findIndex((one) => one.name === name)
  const at = figures.periods.findIndex(({ label }) => label === period)
  const rows = rowsBehind(figures, site, at)
  return rows && { ...rows, value: figures.sites[site]?.values[at] ?? null }
}

function unitKept({ name, unit }: Metric): Problem {
  const values = { name, unit }
  const field = { pointer: '#/unit', message: 'metric.unit-kept' as const, values }
  return new Problem('out-of-step', 'metric.unit-kept', values, [field])
}

/** The trial, if the person may plan and run it. @throws {Problem} `not-found`, `not-allowed`. */
async function findOwn({ db, demand }: Context, id: TrialId): Promise<TrialShown> {
  const trial = await findTrial(db, id)
  demand('trial.plan', trial)
  return trial
}

/** A look back begins and ends in one step: its idea is being tried, and what is left is to measure and to decide. */
async function beginTrying({ db, signed, now, newId, emit }: Context, trial: Trial): Promise<void> {
  await tryIdea(db, trial.ideaId, { id: newId<IdeaAnswerId>(), byId: signed.personId, at: now })
  await emit('idea.moved', { id: trial.ideaId })
}

async function tellLookedBack(context: Context, trial: Trial): Promise<void> {
  const { db, signed, emit } = context
  await emit('trial.ended', { id: trial.id })
  const { authorId } = await findIdea(db, trial.ideaId)
  const concerned = [authorId, trial.ownerId].filter((id) => id !== signed.personId)
  await tell(context, concerned, {
    message: 'plan.told-look-back',
    messageValues: { title: trial.title, by: (await findPerson(db, signed.personId)).name },
    href: `/trials/${trial.id}`,
  })
}

async function latestShown(db: Context['db'], id: TrialId): Promise<PlanShown> {
  // With the one before it, for the differences.
  const latest = shown(await listPlans(db, id, 2)).at(-1)
  if (!latest) throw new Problem('not-found', 'plan.none')
  return latest
}

function shown(plans: readonly Omit<PlanShown, 'differences'>[]): PlanShown[] {
  return plans.map((plan, at) => {
    const before = plans[at - 1]
    return { ...plan, differences: before ? differencesOf(before.body, plan.body) : [] }
  })
}
