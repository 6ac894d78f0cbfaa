import type { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { MetricId } from '#product/metric/metric.ts'
import type { Site } from '#product/site/site.ts'
import type { ImportColumns, ImportId } from './measurement.ts'
import type { ImportTask } from './measurement-api.ts'

/** A large import on its way: what was asked, and how far it is. */
export interface Task extends Omit<ImportTask, 'problem'> {
  columns: ImportColumns
  newSites: Site['kind'] | null
  byId: PersonId
  problem: { message: MessageId; values: MessageValues } | null
}

declare module '#platform/database.ts' {
  interface Tables {
    measurementTask: Task
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'measurement.asked': { id: ImportId }
    'measurement.went-on': { metricId: MetricId }
  }
}

export async function addTask(db: Database, task: Task): Promise<void> {
  await db.insertInto('measurementTask').values(task).execute()
}

/** @throws {Problem} `not-found`. */
export async function findTask(db: Database, id: ImportId): Promise<Task> {
  const task = await db.selectFrom('measurementTask').selectAll().where('id', '=', id).executeTakeFirst()
  if (!task) throw new Problem('not-found', 'measurement.no-task')
  return task
}

/** Those of the last day, newest first. */
export function listTasks(db: Database, metricId: MetricId, now: Date): Promise<Task[]> {
  return db
    .selectFrom('measurementTask')
    .selectAll()
    .where('metricId', '=', metricId)
    .where('askedAt', '>', new Date(now.getTime() - dayMs))
    .orderBy('askedAt', 'desc')
    .limit(limits.listPage)
    .execute()
}

export async function storeProgress(
  db: Database,
  id: ImportId,
  progress: Partial<Pick<Task, 'state' | 'rowsDone' | 'problem'>>,
): Promise<void> {
  await db.updateTable('measurementTask').set(progress).where('id', '=', id).execute()
}
