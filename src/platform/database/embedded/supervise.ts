import { setTimeout } from 'node:timers/promises'
import { type Exit, type Postmaster, type StartInput, startPostmaster } from './postmaster.ts'
import { endPostgres } from './survivor.ts'

/** Between two tries to start it again. */
const pauseMs = 200

/** The part of a pino logger that the supervisor uses. */
export interface SupervisorLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** PostgreSQL has ended, and nobody had asked it to. */
export interface UnexpectedExit extends Exit {
  /** True: it is being started again, and the configs stay valid. False: it is gone for good, so leave. */
  isRestarting: boolean
}

export interface Supervision {
  stop(): Promise<void>
  onExit(callback: (exit: UnexpectedExit) => void): void
}

/**
 * Starts PostgreSQL, and starts it again whenever it ends unasked.
 * @param restartsPerMinute more than that within a minute, and it gives up.
 * @throws {StartupRefused} when the first start fails.
 */
export async function supervise(
  place: Omit<StartInput, 'signal'>,
  log: SupervisorLog,
  restartsPerMinute: number,
): Promise<Supervision> {
  const { cluster } = place.layout
  const stopping = new AbortController()
  const callbacks: ((exit: UnexpectedExit) => void)[] = []
  const mayRestart = atMost(restartsPerMinute, 60_000)
  let running: Postmaster | undefined = await start()

  /** Node is leaving without having stopped us, for one after an uncaught error: the last chance not to leave it behind. */
  const onProcessExit = () => {
    try {
      if (running) process.kill(running.pid, 'SIGINT')
    } catch {
      // It has just ended.
    }
  }
  process.on('exit', onProcessExit)
  const watched = watch(running)

  return {
    onExit: (callback) => void callbacks.push(callback),
    async stop() {
      process.off('exit', onProcessExit)
      stopping.abort()
      await endPostgres(cluster, running?.pid)
      await watched
    },
  }

  function start(): Promise<Postmaster> {
    return startPostmaster({ ...place, signal: stopping.signal })
  }

  async function watch(first: Postmaster): Promise<void> {
    let current: Postmaster | undefined = first
    while (current) {
      const exit: Exit = await current.exited
      running = undefined
      if (stopping.signal.aborted) return
      current = await restart(exit)
      running = current
      // Asked to stop at the very moment it became ready.
      if (stopping.signal.aborted) await endPostgres(cluster, running?.pid)
    }
  }

  /** Tries as often as it may: what ended PostgreSQL may end it once more while it starts. */
  async function restart(exit: Exit): Promise<Postmaster | undefined> {
    const begun = performance.now()
    for (let ended: string = exit.signal ?? `code ${exit.code}`; ; ended = 'while it started') {
      const isRestarting = mayRestart()
      log.error(`PostgreSQL ended unasked (${ended}); ${isRestarting ? 'starting it again' : 'too often, giving up'}`)
      tell({ ...exit, isRestarting })
      if (!isRestarting) return undefined
      try {
        await endPostgres(cluster, undefined)
        const postmaster = await start()
        log.info(`PostgreSQL is ready again after ${Math.round(performance.now() - begun)} ms`)
        return postmaster
      } catch (error) {
        if (stopping.signal.aborted) return undefined
        log.error(error instanceof Error ? error.message : String(error))
        await setTimeout(pauseMs)
      }
    }
  }

  function tell(exit: UnexpectedExit): void {
    for (const callback of callbacks) callback(exit)
  }
}

/** Says yes at most `count` times within `periodMs`. */
function atMost(count: number, periodMs: number): () => boolean {
  let times: number[] = []
  return () => {
    const now = performance.now()
    times = times.filter((time) => now - time < periodMs)
    if (times.length >= count) return false
    times.push(now)
    return true
  }
}
