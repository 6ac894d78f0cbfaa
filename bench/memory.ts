import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresProcessesOf } from '#platform/database/embedded/process-table.ts'
import { closeAll, expect, setUp } from '../scripts/torture/people.ts'
import { type Product, placeProduct } from '../scripts/torture/product.ts'
import type { Benchmark, Figure } from './benchmark.ts'

const restMs = 10_000
const promisedBytes = 400 * 1024 ** 2

export const memory: Benchmark = {
  name: 'memory',
  says: 'of Node and all of PostgreSQL after ten idle seconds',
  async run() {
    const product = await placeProduct('bench')
    try {
      product.launch()
      await product.untilReady(60_000)
      await pause(restMs)
      const fresh = await figureOf('just started', product)
      await work(product)
      await pause(restMs)
      return [fresh, await figureOf('after 2,000 requests', product)]
    } finally {
      await product.remove()
    }
  },
}

/** What a small team does in a day: then every connection has been used and every cache filled. */
async function work(product: Product): Promise<void> {
  const people = await setUp(product)
  const callers = [...people.members, ...people.leads]
  await Promise.all(
    callers.map(async (caller) => {
      for (let round = 0; round < 100; round += 1) {
        const { body } = await expect(caller, 'POST', `${people.at}/ideas`, { text: `Put the scanner left, ${round}` })
        for (const path of ['/ideas', `/ideas/${body.id}`, '/notices']) await expect(caller, 'GET', people.at + path)
      }
    }),
  )
  closeAll(people)
}

async function figureOf(when: string, product: Product): Promise<Figure> {
  const pid = product.pid()
  const node = pid === undefined ? [] : [await memoryOf(pid)]
  const postgres = await Promise.all(postgresProcessesOf(product.layout.cluster).map(memoryOf))
  const pss = sum(node, 'pss') + sum(postgres, 'pss')
  const rss = sum(node, 'rss') + sum(postgres, 'rss')
  return {
    what: when,
    measured: `${inMb(pss)} together (Node ${inMb(sum(node, 'pss'))}, PostgreSQL ${inMb(sum(postgres, 'pss'))} in ${postgres.length} processes)`,
    promise: `under ${inMb(promisedBytes)}`,
    isKept: pss < promisedBytes,
    notes: [`shared pages counted once; counted in every process that maps them it would be ${inMb(rss)}`],
  }
}

interface Memory {
  /** Resident bytes, shared pages in full. */
  rss: number
  /** Resident bytes, of each shared page this process's part. */
  pss: number
}

/** @throws on a system without /proc. */
async function memoryOf(pid: number): Promise<Memory> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1])
  return { rss: kilobytes('Rss') * 1024, pss: kilobytes('Pss') * 1024 }
}

function sum(all: readonly Memory[], which: keyof Memory): number {
  return all.reduce((total, each) => total + each[which], 0)
}

function inMb(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MB`
}
