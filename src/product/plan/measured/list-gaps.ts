import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import { listGaps } from '#product/measurement/gap-store.ts'
import { lastOverOn } from '#product/measurement/period.ts'
import type { MetricId } from '#product/metric/metric.ts'
import { listMetrics } from '#product/metric/metric-store.ts'
import { listColleagues } from '#product/person/person-store.ts'
import type { SiteId } from '#product/site/site.ts'
import { findSites } from '#product/site/site-store.ts'
import { listTeams } from '#product/team/team-store.ts'
import type { Trial } from '#product/trial/trial.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { findPlan } from '../plan-store.ts'
import { expectedOns } from './planned-cells.ts'
import { findTakeover } from './takeover-store.ts'
import type { TrialGaps } from './trial-gaps.ts'

const gapsShown = 50

/** @throws {Problem} `out-of-step` when the figures of a trial come from tables that people bring. */
export async function gapsOf(db: Database, trial: Trial, now: Date): Promise<TrialGaps> {
  const { measured } = (await findPlan(db, trial.id)).body
  if (!measured) throw new Problem('out-of-step', 'plan.not-measured')
  const { timeZone } = await findWorkspace(db)
  const lastOver = lastOverOn(dayOf(trial.endedAt ?? now, timeZone), measured.every)
  const ons = expectedOns(measured, lastOver, limits.trialPeriods)
  const stretch = {
    metricIds: measured.metrics.map(({ metricId }) => metricId),
    siteIds: measured.sites.map(({ siteId }) => siteId),
    ons,
  }
  const { gaps, places, missing } = await listGaps(db, stretch, gapsShown)
  const names = await namesFor(
    db,
    gaps.map(({ siteId }) => siteId),
  )
  return {
    every: measured.every,
    expected: ons.length,
    ...{ missing, places },
    gaps: gaps.map((gap) => ({ ...gap, ...names(gap) })),
    takenAt: (await findTakeover(db, trial.id))?.takenAt ?? null,
  }
}

async function namesFor(db: Database, siteIds: readonly SiteId[]) {
  const [metrics, sites, teams, people] = [
    new Map((await listMetrics(db)).map((metric) => [metric.id, metric])),
    new Map((await findSites(db, siteIds)).map((site) => [site.id, site])),
    new Map((await listTeams(db)).map(({ id, name }) => [id, name])),
    new Map((await listColleagues(db)).map(({ id, name }) => [id, name])),
  ]
  return ({ metricId, siteId }: { metricId: MetricId; siteId: SiteId }) => {
    const [metric, site] = [metrics.get(metricId), sites.get(siteId)]
    return {
      metric: metric?.name ?? '',
      site: site?.name ?? '',
      team: (site?.teamId && teams.get(site.teamId)) ?? null,
      owner: (metric?.ownerId && people.get(metric.ownerId)) ?? null,
    }
  }
}
