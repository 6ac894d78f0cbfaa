// The stories need Chromium. As root on Debian it is installed; elsewhere the run fails with the command to type.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../e2e/harness/find-chromium.ts'

/** @throws {Error} with the command to type, when there is no Chromium and it cannot be installed. */
export async function ensureChromium(): Promise<void> {
  try {
    findChromium()
  } catch (error) {
    const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
    if (!isRootOnDebian) throw error
    console.error('Installing Chromium for the stories ...')
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2], env: environment })
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 2, 2],
      env: environment,
    })
    findChromium()
  }
}
