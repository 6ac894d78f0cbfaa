import { spawnSync } from 'node:child_process'

/**
 * Installs what a user would pick instead, for the run alone and into a folder of its own.
 * @param packages With their exact versions: `minisearch@7.1.3`.
 * @throws {Error} with what npm said.
 */
export function installPeers(folder: string, packages: readonly string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts']
  const args = ['install', '--prefix', folder, ...quiet, ...packages]
  const ran = spawnSync('npm', args, { encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${ran.stderr}`)
}
