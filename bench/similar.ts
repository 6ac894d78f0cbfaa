import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { similarIndex } from '#lib/similar/similar-index.ts'
import { type Generator, seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { type Benchmark, type Figure, inMs, inSeconds, quantile } from './benchmark.ts'
import { installPeers } from './install-peers.ts'

const texts = 100_000
const questions = 200
/** Theirs takes seconds for some: fewer are enough. */
const askedOfTheirs = 20
const version = 'minisearch@7.1.3'

/** What somebody would take from npm instead. */
interface MiniSearch {
  add(document: { id: number; text: string }): void
  search(text: string, options: { prefix: boolean; fuzzy: number }): { id: number }[]
}

interface Way {
  readonly name: string
  put(id: number, text: string): void
  nearest(text: string): number
}

export const similar: Benchmark = {
  name: 'similar',
  says: 'similar texts among 100,000, beside minisearch in the same run',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'ratchet-peers-'))
    try {
      const draw = seededGenerator(1)
      const next = await madeUpTexts(draw)
      const stored = Array.from({ length: texts }, next)
      // Half of them unfinished, as they are while somebody types.
      const asked = Array.from({ length: questions }, (_, k) => (k % 2 ? next() : next().slice(0, 15 + draw.below(30))))
      return [
        ...figuresOf(ours(), stored, asked, true),
        ...figuresOf(await theirs(folder), stored, asked.slice(0, askedOfTheirs), false),
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function ours(): Way {
  const index = similarIndex()
  return {
    name: 'ours',
    put: (id, text) => index.put(`${id}`, text),
    nearest: (text) => index.nearest(text).length,
  }
}

/** Installed for the run alone. Prefixes and slips on, as its own page advises for search while typing: ours finds both. */
async function theirs(folder: string): Promise<Way> {
  installPeers(folder, [version])
  const Index = createRequire(join(folder, 'package.json'))('minisearch') as new (options: object) => MiniSearch
  const index = new Index({ fields: ['text'] })
  return {
    name: version,
    put: (id, text) => index.add({ id, text }),
    nearest: (text) => index.search(text, { prefix: true, fuzzy: 0.2 }).length,
  }
}

function figuresOf(way: Way, stored: readonly string[], asked: readonly string[], isOurs: boolean): Figure[] {
  const before = bytesInUse()
  const puts = stored.map((text, id) => timed(() => way.put(id, text)))
  const held = bytesInUse() - before
  for (const text of asked.slice(0, 5)) way.nearest(text)
  const times = asked.map((text) => timed(() => way.nearest(text)))
  const [half, most, slowest] = [quantile(times, 0.5), quantile(times, 0.95), quantile(puts, 0.99)]
  const promised = (promise: string, isKept: boolean) => (isOurs ? { promise, isKept } : {})
  return [
    { what: `${way.name}: taking in ${texts}`, measured: inSeconds(puts.reduce((sum, ms) => sum + ms, 0)) },
    {
      what: `${way.name}: one more, p50 and p99`,
      measured: `${inMs(quantile(puts, 0.5))}, ${inMs(slowest)}`,
      ...promised('p99 under 1 ms', slowest < 1),
    },
    {
      what: `${way.name}: memory`,
      measured: `${(held / 1024 ** 2).toFixed(0)} MB`,
      ...promised('under 200 MB', held < 200 * 1024 ** 2),
    },
    {
      what: `${way.name}: nearest, p50 and p95`,
      measured: `${inMs(half)}, ${inMs(most)}`,
      ...promised('p95 under 50 ms', most < 50),
    },
  ]
}

/** Time of the processor: the machine is shared, and what others do is not to be counted. */
function timed(once: () => unknown): number {
  const begun = process.cpuUsage()
  once()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000
}

function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Each spliced from two real questions, with a made-up name in it, so that words are as common and as rare as in life. */
async function madeUpTexts(draw: Generator): Promise<() => string> {
  const file = await readFile(new URL('../reference/similar/sts16-questions.tsv', import.meta.url), 'utf8')
  const real = file
    .trimEnd()
    .split('\n')
    .flatMap((line) => line.split('\t').slice(1))
  const syllables = 'ka lo mi tur bes no ran gel pi so dra ven hu che'.split(' ')
  const oneOf = (list: readonly string[]) => list[draw.below(list.length)] ?? ''
  const name = () => Array.from({ length: 2 + draw.below(3) }, () => oneOf(syllables)).join('')
  return () => {
    const [first, second] = [oneOf(real).split(' '), oneOf(real).split(' ')]
    const head = first.slice(0, 1 + draw.below(first.length))
    return [...head, name(), ...second.slice(draw.below(second.length))].join(' ')
  }
}
