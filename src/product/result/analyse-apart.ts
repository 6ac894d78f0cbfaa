import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PilotOptions, PilotResult } from '#lib/stats/pilot/analyse-pilot.ts'
import type { Panel } from '#lib/stats/pilot/panel.ts'
import type { Refusal } from '#lib/stats/pilot/read-panel.ts'

/**
 * `analysePilot` in a thread of its own: two thousand sites take two seconds, and meanwhile the server answers others.
 * @throws what the analysis throws.
 */
export async function analyseApart(panel: Panel, options: PilotOptions): Promise<PilotResult | Refusal> {
  const worker = new Worker(new URL('./analyse-worker.ts', import.meta.url), { workerData: { panel, options } })
  try {
    // `once` rejects when the worker throws.
    const [answer] = (await once(worker, 'message')) as [PilotResult | Refusal]
    return answer
  } finally {
    await worker.terminate()
  }
}
