import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPeers } from '../install-peers.ts'

/** What somebody would take from npm instead. Installed for the run alone: the product does not need them. */
export interface NpmPeers {
  simpleStatistics: {
    tTestTwoSample(a: number[], b: number[], difference: number): number
    permutationTest(a: number[], b: number[], alternative: string, draws: number): number
  }
  jstat: { ttest(value: number, array: number[], sides: number): number; anovaftest(...arrays: number[][]): number }
  stdlib(a: number[], b: number[], options: { variance: string }): { pValue: number }
  remove(): Promise<void>
}

const versions = ['simple-statistics@7.12.1', 'jstat@1.9.6', '@stdlib/stats-ttest2@0.2.3']

export async function npmPeers(): Promise<NpmPeers> {
  const folder = await mkdtemp(join(tmpdir(), 'ratchet-peers-'))
  installPeers(folder, versions)
  const load = createRequire(join(folder, 'package.json'))
  return {
    simpleStatistics: load('simple-statistics'),
    jstat: load('jstat').jStat,
    stdlib: load('@stdlib/stats-ttest2'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Milliseconds for each job of `peers.py`, by scipy and statsmodels; null where they are not installed. */
export function pythonPeers(): Record<string, number> | null {
  const python = '/usr/bin/python3'
  if (!existsSync(python)) return null
  const ran = spawnSync(python, ['-B', fileURLToPath(new URL('peers.py', import.meta.url))], { encoding: 'utf8' })
  return ran.status === 0 ? (JSON.parse(ran.stdout) as Record<string, number>) : null
}
