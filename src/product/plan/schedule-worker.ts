import { parentPort, workerData } from 'node:worker_threads'
import { lookSchedule } from '#lib/stats/looks/look-schedule.ts'

/** The other side of `scheduleApart`: one schedule, then this thread is done. */
parentPort?.postMessage(lookSchedule(workerData as number))
