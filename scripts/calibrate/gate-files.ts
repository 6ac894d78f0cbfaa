// Finds the gates that npm run calibrate runs: those of lib/stats, and those of every other folder of lib/.
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Gate } from '../../src/lib/stats/testing/gate.ts'
import { allGates as statsGates } from '../../src/lib/stats/testing/gate-files.ts'

const root = new URL('../../src/lib/', import.meta.url)

/** Every family's gates. @throws {Error} when two gates of a family have one name, or a file has none. */
export async function allGates(): Promise<{ family: string; gates: readonly Gate[] }[]> {
  // lib/stats has its own folders of families; the others are one family each.
  const found = globSync('*/*.calibration.ts', { cwd: fileURLToPath(root) }).sort()
  const others = found.map(async (path) => {
    const { gates } = (await import(new URL(path, root).href)) as { gates?: readonly Gate[] }
    if (!gates || gates.length === 0) throw new Error(`${path} has no gates`)
    if (new Set(gates.map(({ name }) => name)).size < gates.length) throw new Error(`${path} names a gate twice`)
    return { family: basename(path, '.calibration.ts'), gates }
  })
  return [...(await statsGates()), ...(await Promise.all(others))]
}
