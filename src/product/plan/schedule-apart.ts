import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PlannedLook } from '#lib/stats/looks/look-schedule.ts'

const schedules = new Map<number, Promise<PlannedLook[]>>()
const schedulesMost = 100

/**
 * The schedule of so many looks, computed in a thread of its own: four hundred take seconds, and meanwhile the server
 * answers others. It never changes, so it is computed once.
 */
export function scheduleApart(looks: number): Promise<PlannedLook[]> {
  const known = schedules.get(looks)
  if (known !== undefined) return known
  if (schedules.size >= schedulesMost) schedules.delete(schedules.keys().next().value ?? 0)
  const schedule = compute(looks)
  schedules.set(looks, schedule)
  // What failed is tried again by whoever asks next.
  schedule.catch(() => schedules.delete(looks))
  return schedule
}

async function compute(looks: number): Promise<PlannedLook[]> {
  const worker = new Worker(new URL('./schedule-worker.ts', import.meta.url), { workerData: looks })
  try {
    // `once` rejects when the worker throws.
    const [schedule] = (await once(worker, 'message')) as [PlannedLook[]]
    return schedule
  } finally {
    await worker.terminate()
  }
}
