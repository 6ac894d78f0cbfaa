import { spawn } from 'node:child_process'
import { type Account, stepDown } from './account.ts'

export interface Outcome {
  /** 0 when the program said that all went well, null when a signal ended it. */
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/**
 * What every program of ours gets. Nothing is inherited: PGDATA, PGPORT and the like would change what PostgreSQL does,
 * and root's secrets are none of its business.
 */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Runs a program to its end as `account`. For short programs with short output: the output is kept in memory.
 * Rejects with Node's own error (`ENOENT`, `EACCES`) when the program cannot be started at all.
 */
export function runAs(account: Account, command: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // The current folder may be closed to the account; PostgreSQL's programs then refuse to start.
    const child = spawn(command, args, { cwd: '/', env: cleanEnvironment, ...stepDown(account), stdio: 'pipe' })
    let stdout = ''
    let stderr = ''
    child.stdin.end()
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
