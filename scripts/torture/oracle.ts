import { constants, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The kinds of writes, each with one kind of row that it leaves. */
export const kinds = ['idea', 'answer', 'sheet', 'metric', 'trial', 'plan', 'decision', 'reversal'] as const
export type Kind = (typeof kinds)[number]

/** What clients know: the truth that the product is held against. */
export interface Oracle {
  /** Of each kind: the mark of every acknowledged write, and the id that its answer named. */
  readonly acknowledged: Readonly<Record<Kind, Map<string, string>>>
  /** The marks of writes whose sender gave up before an answer came: there once, or not at all. */
  readonly unsure: ReadonlySet<string>
  /** The key that the acknowledged write with this mark went under. */
  readonly keys: ReadonlyMap<string, string>
  acknowledge(kind: Kind, mark: string, key: string, id: string): void
  giveUp(mark: string): void
  /** What is wrong; a torture that ends without any is good. */
  readonly problems: string[]
  /** Adds a problem, once however often it is seen. Ten of one sort say enough. */
  blame(sort: string, detail: string): void
  readonly file: string
  /** Removes the log, unless it is to be looked at. */
  close(isKept: boolean): void
}

/** Keeps an own log beside the product's data, each line on the disk before the client goes on. */
export async function openOracle(): Promise<Oracle> {
  const folder = await mkdtemp(join(tmpdir(), 'ratchet-oracle-'))
  const file = join(folder, 'acknowledged.log')
  const log = openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_SYNC, 0o600)
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', remove)
  const write = (...parts: string[]) => void writeSync(log, `${new Date().toISOString()} ${parts.join(' ')}\n`)
  const acknowledged = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Oracle['acknowledged']
  const unsure = new Set<string>()
  const keys = new Map<string, string>()
  const problems: string[] = []
  const blamed = new Map<string, Set<string>>()
  return {
    acknowledged,
    unsure,
    keys,
    problems,
    file,
    acknowledge(kind, mark, key, id) {
      write('acknowledged', kind, mark, key, id)
      acknowledged[kind].set(mark, id)
      keys.set(mark, key)
    },
    giveUp(mark) {
      write('gave-up', mark)
      unsure.add(mark)
    },
    blame(sort, detail) {
      const details = blamed.get(sort) ?? new Set()
      blamed.set(sort, details)
      if (details.has(detail)) return
      details.add(detail)
      write('problem', sort, detail)
      if (details.size <= 10) problems.push(`${sort}: ${detail}`)
      if (details.size === 11) problems.push(`${sort}: and more`)
    },
    close(isKept) {
      process.off('exit', remove)
      if (!isKept) remove()
    },
  }
}
