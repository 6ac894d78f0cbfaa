import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Gate } from './gate.ts'

const root = new URL('../', import.meta.url)

/** Every family's gates. @throws {Error} when two gates of a family have one name, or a file has none. */
export async function allGates(): Promise<{ family: string; gates: readonly Gate[] }[]> {
  const found = globSync('*/*.calibration.ts', { cwd: fileURLToPath(root) }).sort()
  return Promise.all(
    found.map(async (path) => {
      const family = basename(path, '.calibration.ts')
      const { gates } = (await import(new URL(path, root).href)) as { gates?: readonly Gate[] }
      if (!gates || gates.length === 0) throw new Error(`${path} has no gates`)
      if (new Set(gates.map(({ name }) => name)).size < gates.length) throw new Error(`${path} names a gate twice`)
      return { family, gates }
    }),
  )
}
