import { type ChildProcess, spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, stepDown } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Layout } from './layout.ts'
import { lastLines, sizeOf } from './postgres-log.ts'
import { cleanEnvironment } from './run-as.ts'
import { settingsArguments } from './settings.ts'
import { StartupRefused } from './startup-refused.ts'
import { endPostgres, readPidFile } from './survivor.ts'

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** A PostgreSQL of ours that accepts connections, or did. */
export interface Postmaster {
  pid: number
  /** Resolves when it has ended, for whatever reason. Never rejects. */
  exited: Promise<Exit>
}

export interface StartInput {
  layout: Layout
  binaries: Binaries
  account: Account
  /** Breaks the start off. */
  signal: AbortSignal
}

/** How long a start is tried again while what is left of the one before lingers. */
const lingerMs = 30_000
/** Reading the log again after a crash takes seconds; far more means that something is wrong. */
const readyMs = 300_000
const lookEveryMs = 15

/** What PostgreSQL says when one before it, or its memory, is still there. */
const lingering = /lock file ".*" already exists|pre-existing shared memory block|is another postmaster|could not bind/i

/**
 * Starts PostgreSQL and waits until it accepts connections.
 * @throws {StartupRefused} with the last lines of its log when it ends instead, or is not ready within 5 minutes.
 */
export async function startPostmaster(input: StartInput): Promise<Postmaster> {
  const { layout, signal } = input
  const end = performance.now() + lingerMs
  for (;;) {
    const logStart = await sizeOf(layout.log)
    const postmaster = await launch(input)
    if (await becomesReady(layout, postmaster, signal)) return postmaster

    const lines = await lastLines(layout.log, logStart)
    const mayPass = lines.some((line) => lingering.test(line)) && performance.now() < end && !signal.aborted
    if (!mayPass) throw notStarted(layout, lines, signal)
    await endPostgres(layout.cluster, undefined)
    await pause(100)
  }
}

async function launch({ layout, binaries, account }: StartInput): Promise<Postmaster> {
  const log = await open(layout.log, 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, settingsArguments(layout), {
      cwd: '/',
      env: cleanEnvironment,
      // A group of its own: Ctrl-C in the terminal reaches Node alone, which first lets its requests finish.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...stepDown(account),
    })
    return { exited: exitOf(child), pid: await pidOf(child) }
  } finally {
    await log.close()
  }
}

function pidOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve(child.pid ?? 0))
  })
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

/** False when it has ended. */
async function becomesReady(layout: Layout, { pid, exited }: Postmaster, signal: AbortSignal): Promise<boolean> {
  let hasEnded = false
  void exited.then(() => {
    hasEnded = true
  })
  const end = performance.now() + readyMs
  while (!hasEnded) {
    const pidFile = await readPidFile(layout.cluster)
    if (pidFile?.pid === pid && pidFile.status === 'ready') return true
    if (signal.aborted || performance.now() > end) await endPostgres(layout.cluster, pid)
    await Promise.race([exited, pause(lookEveryMs)])
  }
  return false
}

function notStarted(layout: Layout, lines: string[], signal: AbortSignal): StartupRefused {
  if (signal.aborted) return new StartupRefused('PostgreSQL was stopped while it was starting. All data was kept.')
  return new StartupRefused(
    `PostgreSQL did not start on ${layout.cluster}. The data was kept as it was. ` +
      `Its last words, from ${layout.log}:\n${lines.join('\n')}`,
  )
}
