import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { clusterName } from './layout.ts'

/**
 * When a process began, in a form that no other process with the same number can have: a number is reused, also after
 * a reboot. `undefined` when there is no such process or only its corpse (a zombie still answers to `kill -0`).
 */
export function processStamp(pid: number): string | undefined {
  return process.platform === 'linux' ? linuxStamp(pid) : psStamp(pid)
}

/**
 * The numbers of the PostgreSQL processes that work in the data folder `cluster`: the postmaster and its children, or the
 * orphans it left behind. Reads what the processes are, never only what a pid file says.
 */
export function postgresProcessesOf(cluster: string): number[] {
  return process.platform === 'linux' ? linuxPostgresOf(cluster) : psPostgresOf(cluster)
}

/** Whether this process of PostgreSQL reads its log again after a crash. Read from its title. */
export function isRecovering(pid: number): boolean {
  return / ratchet-[0-9a-f]+: startup/.test(titleOf(pid))
}

function titleOf(pid: number): string {
  if (process.platform !== 'linux') return ps('-ww', '-p', String(pid), '-o', 'command=')[0] ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function linuxStamp(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, ticksSinceBoot] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticksSinceBoot}`
  } catch {
    return undefined
  }
}

function linuxPostgresOf(cluster: string): number[] {
  const folder = statOf(cluster)
  if (!folder) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => isPostgres(pid) && worksIn(pid, folder))
    .map(Number)
}

function isPostgres(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}

/** Every PostgreSQL process makes its data folder its current folder. Compared by inode: the folder may have been moved. */
function worksIn(pid: string, folder: Stats): boolean {
  const current = statOf(`/proc/${pid}/cwd`)
  return current?.ino === folder.ino && current.dev === folder.dev
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function psStamp(pid: number): string | undefined {
  const [line] = ps('-p', String(pid), '-o', 'state=,lstart=')
  return line === undefined || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
}

/** Without /proc: the postmaster names the folder on its command line, its children carry the cluster's name as title. */
function psPostgresOf(cluster: string): number[] {
  return ps('-axww', '-o', 'pid=,command=')
    .filter((line) => line.includes(`postgres -D ${cluster} `) || line.includes(`postgres: ${clusterName(cluster)}: `))
    .map((line) => Number.parseInt(line, 10))
}

function ps(...args: string[]): string[] {
  try {
    const text = execFileSync('ps', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { LC_ALL: 'C' },
    })
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  } catch {
    // `ps -p` of a process that is gone exits with 1.
    return []
  }
}
