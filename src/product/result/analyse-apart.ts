import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import type { analyseFigures } from './analyse/analyse-figures.ts'
import type { Asked } from './analyse/asked.ts'

/**
 * `analyseFigures` in a thread of its own: two thousand sites take two seconds, and meanwhile the server answers others.
 * @throws what the analysis throws.
 */
export async function analyseApart(figures: TrialFigures, asked: Asked): Promise<ReturnType<typeof analyseFigures>> {
  const worker = new Worker(new URL('./analyse-worker.ts', import.meta.url), { workerData: { figures, asked } })
  try {
    // `once` rejects when the worker throws.
    const [answer] = (await once(worker, 'message')) as [ReturnType<typeof analyseFigures>]
    return answer
  } finally {
    await worker.terminate()
  }
}
