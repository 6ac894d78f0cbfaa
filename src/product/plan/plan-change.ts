import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Trial } from '#product/trial/trial.ts'
import { columnsFor } from './draft.ts'
import { metricIn } from './metric-in.ts'
import { type PlanChanges, refuseEarlyEnd, refuseWrongKind, sitesAfter } from './plan.ts'
import { bodies, PlanBody } from './plan-body.ts'
import type { DesignReading, Readable } from './read/design-reading.ts'
import { readings } from './read/readings.ts'
import { refuseNobody } from './refuse-nobody.ts'

/**
 * The body of a plan after what a person changes. What the sheet settles is read again only when its columns change, or
 * what else decides it: with the same ones nobody comes back who was taken out before.
 * @throws {Problem} `bad-input` at the field: a part that the design has not, sites that would go silently, a sheet
 * that does not fit.
 */
export async function changedBody(
  db: Database,
  trial: Pick<Trial, 'design' | 'door'>,
  before: PlanBody,
  { metricId, without, ...changes }: PlanChanges,
): Promise<PlanBody> {
  const metric = metricId ? await metricIn(db, metricId) : before.metric
  const said = { ...before, ...fitting(before, changes), metric }
  refuseWrongKind(metric.kind, said)
  const read = readParts.some((part) => changes[part] !== undefined)
    ? // The reading of a design takes the plans of that design only, and this plan says which it is.
      (
        await (readings[before.design] as unknown as DesignReading<'pilot'>).first(
          db,
          said as unknown as Readable<'pilot'>,
          trial.door,
        )
      ).settled
    : null
  const known: readonly { name: string }[] = 'sites' in before ? before.sites : []
  const sites = sitesAfter(known, read && 'sites' in read ? read.sites : known, without)
  const body = PlanBody.parse({ ...said, ...read, ...('sites' in before ? { sites } : {}) })
  refuseNobody(body)
  if (trial.door === 'plan-first') refuseEarlyEnd(body)
  return body
}

/** The parts of which a change means that the sheet settles something else. */
const readParts = ['columns', 'arms', 'windowLength'] as const

/** The changes in the words of the plan. @throws {Problem} `bad-input` for a part that plans of this design have not. */
function fitting(before: PlanBody, changes: Omit<PlanChanges, 'metricId' | 'without'>): Record<string, unknown> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const { shape } = bodies[before.design]
  return Object.fromEntries(
    given.map(([part, value]) => {
      const schema = (shape as Record<string, { safeParse(value: unknown): { success: boolean } }>)[part]
      const told = part === 'columns' && changes.columns ? columnsFor(before.design, changes.columns) : value
      if (!schema?.safeParse(told).success) throw refused(part)
      return [part, told]
    }),
  )
}

function refused(part: string): Problem {
  const field = { pointer: `#/changes/${part}`, message: 'plan.not-of-design' as const }
  return new Problem('bad-input', 'plan.not-of-design', {}, [field])
}
