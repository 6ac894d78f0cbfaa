import { parentPort, workerData } from 'node:worker_threads'
import { analysePilot, type PilotOptions } from '#lib/stats/pilot/analyse-pilot.ts'
import type { Panel } from '#lib/stats/pilot/panel.ts'

/** The other side of `analyseApart`: one analysis, then this thread is done. */
const { panel, options } = workerData as { panel: Panel; options: PilotOptions }
parentPort?.postMessage(analysePilot(panel, options))
