import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { wholeNumber } from '#platform/anywhere/money.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'

export const MetricId = z.uuid().brand<'MetricId'>()
export type MetricId = z.output<typeof MetricId>

/**
 * What one value is. `mean`: a level, such as a mean or a total. `quantile`: the same, of a median or the like.
 * `proportion`: so many of so many. `rate`: so many in so much time or exposure. `ratio`: one amount over another.
 */
export const metricKinds = ['mean', 'proportion', 'rate', 'ratio', 'quantile'] as const
export type MetricKind = (typeof metricKinds)[number]

/** How long the period of one value is. Weeks begin on Monday (ISO 8601). */
export const everies = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Every = (typeof everies)[number]

/** A named measure: what is counted, in which unit, and which way is better. */
export const Metric = z.strictObject({
  id: MetricId,
  name: z.string().trim().min(1).max(80),
  unit: z.string().trim().min(1).max(40),
  better: z.enum(['higher', 'lower']),
  /**
   * What one unit of improvement is worth, in minor units of the workspace's currency (cents): at least 0, because
   * `better` already says the direction. Null when money does not fit.
   */
  worthMinor: wholeNumber.refine((minor) => minor >= 0n).nullable(),
  kind: z.enum(metricKinds),
  every: z.enum(everies),
  /** Whoever knows what it means and sees that its figures come. */
  ownerId: PersonId.nullable(),
  createdAt: instant,
})
export type Metric = z.output<typeof Metric>

/** What a metric means, in words, from a day on. Versions are added, never changed: 1 is the first. */
export const MetricDefinition = z.strictObject({
  metricId: MetricId,
  version: z.int().min(1),
  /** What counts and what does not, and where the figure is read. */
  says: z.string().trim().min(3).max(4000),
  /** Why it says something else than the version before. Null for the first. */
  because: z.string().trim().min(3).max(2000).nullable(),
  kind: Metric.shape.kind,
  /** The first day that figures mean this. */
  fromOn: day,
  byId: PersonId,
  at: instant,
})
export type MetricDefinition = z.output<typeof MetricDefinition>

export const NewMetric = Metric.pick({ name: true, unit: true, better: true, worthMinor: true }).extend({
  kind: Metric.shape.kind.default('mean'),
  every: Metric.shape.every.default('week'),
  ownerId: Metric.shape.ownerId.default(null),
  /** Its first definition, in force from the day it is added. */
  says: MetricDefinition.shape.says.nullable().default(null),
})
export type NewMetric = z.output<typeof NewMetric>

/**
 * What may still change. Name and direction stay, or past results would mean something else; so does the unit once a
 * frozen plan counts in it.
 */
export const MetricChange = Metric.pick({ unit: true, worthMinor: true })
export type MetricChange = z.output<typeof MetricChange>

/** How its figures come. Kind and period stay once there is a measurement. */
export const MetricArrangement = Metric.pick({ kind: true, every: true, ownerId: true })
export type MetricArrangement = z.output<typeof MetricArrangement>

/** Whether a value of this kind has a number below the line. */
export function isDivided(kind: MetricKind): boolean {
  return kind === 'proportion' || kind === 'rate' || kind === 'ratio'
}

type DefinitionEdge = Pick<MetricDefinition, 'fromOn' | 'byId' | 'at'>

export function firstDefinition(
  { id, kind }: Pick<Metric, 'id' | 'kind'>,
  says: string,
  edge: DefinitionEdge,
): MetricDefinition {
  return { metricId: id, version: 1, says, because: null, kind, ...edge }
}

/**
 * The version after `before`, which is null for the first.
 * @throws {Problem} `out-of-step` when another one was written since `seenVersion`; `bad-input` when a change does not
 * say why, says nothing new, or would come into force before the version it replaces.
 */
export function nextDefinition(
  metric: Pick<Metric, 'id' | 'kind'>,
  before: MetricDefinition | null,
  written: Pick<MetricDefinition, 'says' | 'because'> & { seenVersion: number },
  edge: DefinitionEdge,
): MetricDefinition {
  if (written.seenVersion !== (before?.version ?? 0)) throw new Problem('out-of-step', 'metric.defined-meanwhile')
  if (!before) return firstDefinition(metric, written.says, edge)
  if (written.says === before.says) throw refused('says', 'metric.defined-same')
  if (written.because === null) throw refused('because', 'metric.because-missing')
  // The first holds for all figures before it too, whenever it was written down.
  if (before.version > 1 && edge.fromOn < before.fromOn)
    throw refused('fromOn', 'metric.defined-before', { fromOn: before.fromOn })
  const { says, because } = written
  return { metricId: metric.id, version: before.version + 1, says, because, kind: metric.kind, ...edge }
}

function refused(field: string, message: MessageId, values: MessageValues = {}): Problem {
  return new Problem('bad-input', message, values, [{ pointer: `#/${field}`, message, values }])
}
