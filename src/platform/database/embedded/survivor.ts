import { readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Layout } from './layout.ts'
import { isRecovering, postgresProcessesOf, processStamp } from './process-table.ts'
import { findSocketFolder, socketName } from './socket-folder.ts'
import { StartupRefused } from './startup-refused.ts'

/** The lines of `postmaster.pid` that we read. */
export interface PidFile {
  pid: number
  /** `starting`, `ready` or `stopping`; missing while the file is being written. */
  status: string | undefined
}

/** `undefined` when there is no such file, or it is still empty. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  return pid > 0 ? { pid, status: lines[7] } : undefined
}

/**
 * Ends whatever PostgreSQL still works in the cluster though nobody supervises it: one whose Ratchet was killed, or the
 * children of a killed one. Also clears the way past a pid file whose number now belongs to another program.
 * To be called by the holder of the folder's lock.
 * @returns the process ended, if any.
 * @throws {StartupRefused} when somebody else serves this folder, or a process will not end.
 */
export async function stopSurvivor(layout: Layout): Promise<number | undefined> {
  const pidFile = await readPidFile(layout.cluster)
  const [survivor] = await endPostgres(layout.cluster, pidFile?.pid)
  if (!pidFile || survivor !== undefined) return survivor

  // The pid file names a socket folder too, but a captured PostgreSQL could point root at any folder with it.
  const socketFolder = await findSocketFolder(layout)
  if (socketFolder !== undefined && (await answers(join(socketFolder, socketName))))
    throw new StartupRefused(
      `Another PostgreSQL serves ${layout.cluster}, from outside this system's process list (another container?). ` +
        'Nothing was changed. Stop it first: two of them on one folder would destroy it.',
    )
  // PostgreSQL itself would take the number for a living postmaster, and refuse.
  if (isTaken(pidFile.pid)) {
    await rm(join(layout.cluster, 'postmaster.pid'), { force: true })
    if (socketFolder !== undefined) await rm(join(socketFolder, `${socketName}.lock`), { force: true })
  }
  return undefined
}

/** Waiting times before the next, harder signal. A fast shutdown writes a checkpoint first. */
const fastMs = 20_000
/**
 * The same when it was still recovering from a crash. It has nothing to save then, and version 18.4 often hangs for ever: it
 * forgets to end its checkpointer. (Kill one child of a busy PostgreSQL, and send SIGINT to the postmaster 6 ms later.)
 */
const recoveryMs = 500
const immediateMs = 3_000
const killedMs = 5_000
/** The children of a killed postmaster notice within a moment and end by themselves. */
const orphansMs = 300

/**
 * Ends every PostgreSQL process of a cluster: fast shutdown, then immediate, then kill. All three leave the data sound; the
 * later two cost a recovery at the next start.
 * @param postmaster the one that gets the fast shutdown; without it there are only orphans.
 * @returns the processes that were found.
 * @throws {StartupRefused} when one will not end.
 */
export async function endPostgres(cluster: string, postmaster: number | undefined): Promise<number[]> {
  const found = postgresProcessesOf(cluster)
  if (found.length === 0) return found
  if (postmaster !== undefined && found.includes(postmaster)) {
    send('SIGINT', [postmaster])
    if (await areGone(cluster, fastMs, recoveryMs)) return [postmaster]
  } else if (await areGone(cluster, orphansMs)) return found

  send('SIGQUIT', postgresProcessesOf(cluster))
  if (await areGone(cluster, immediateMs)) return found
  send('SIGKILL', postgresProcessesOf(cluster))
  if (await areGone(cluster, killedMs)) return found
  throw new StartupRefused(
    `PostgreSQL (process ${postgresProcessesOf(cluster).join(', ')}) still uses ${cluster} and does not end, not even when ` +
      'killed: its disk may hang. Nothing was changed. Start again when it is gone.',
  )
}

/** @param withinMsIfRecovering counts instead of `withinMs` from when a recovery was seen. */
async function areGone(cluster: string, withinMs: number, withinMsIfRecovering = withinMs): Promise<boolean> {
  const begun = performance.now()
  let limitMs = withinMs
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 1.5, 100)) {
    const left = postgresProcessesOf(cluster)
    if (left.length === 0) return true
    if (left.some(isRecovering)) limitMs = withinMsIfRecovering
    if (performance.now() - begun > limitMs) return false
    await pause(waitMs)
  }
}

function send(signal: NodeJS.Signals, pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal)
    } catch {
      // It has just ended.
    }
  }
}

/** Whether the number belongs to a process, if only to a corpse: PostgreSQL's own check counts those too. */
function isTaken(pid: number): boolean {
  if (processStamp(pid) !== undefined) return true
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => resolve(false))
  })
}
