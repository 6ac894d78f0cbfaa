import { setTimeout as pause } from 'node:timers/promises'
import { ensureWebBuilt } from '../scripts/build-web.ts'
import { type Product, placeProduct } from '../scripts/torture/product.ts'
import { type Benchmark, type Figure, inSeconds, quantile } from './benchmark.ts'

const freshStarts = 3
const warmStarts = 7
const promisedWarmMs = 3_000

/** A whole start as `npm start` does it, once the packages are there and the pages are built. */
export const startUp: Benchmark = {
  name: 'start-up',
  says: 'from "node scripts/start.ts" to /readyz and to the printed block',
  async run() {
    await ensureWebBuilt()
    const fresh: Start[] = []
    const warm: Start[] = []
    for (let at = 0; at < freshStarts; at += 1) {
      const product = await placeProduct('bench')
      try {
        fresh.push(await start(product))
        // Warm ones on the same folder, spread over the run: what slows the machine down for a while slows both.
        for (let again = 0; again < Math.ceil(warmStarts / freshStarts); again += 1) {
          await product.stop()
          warm.push(await start(product))
        }
      } finally {
        await product.remove()
      }
    }
    return [...figuresOf('fresh', fresh), ...figuresOf('warm', warm, promisedWarmMs)]
  },
}

interface Start {
  readyMs: number
  printedMs: number
}

async function start(product: Product): Promise<Start> {
  const printedBefore = (await product.printed().catch(() => '')).length
  const begun = performance.now()
  product.launch({ script: ['scripts/start.ts'] })
  await product.untilReady(60_000)
  const readyMs = performance.now() - begun
  while (!(await product.printed()).slice(printedBefore).includes('Stop')) await pause(2)
  return { readyMs, printedMs: performance.now() - begun }
}

function figuresOf(kind: string, starts: readonly Start[], promisedMs?: number): Figure[] {
  return (['readyMs', 'printedMs'] as const).map((which) => {
    const times = starts.map((start) => start[which])
    const median = quantile(times, 0.5)
    return {
      what: `${kind}, to ${which === 'readyMs' ? '/readyz' : 'the printed block'}`,
      measured: `median ${inSeconds(median)}, ${inSeconds(Math.min(...times))} to ${inSeconds(Math.max(...times))}`,
      ...(promisedMs === undefined ? {} : { promise: `under ${inSeconds(promisedMs)}`, isKept: median < promisedMs }),
    }
  })
}
