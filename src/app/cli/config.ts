import { Command } from 'commander'
import { readConfig, Settings } from '#platform/config.ts'
import { type NamedDatabase, readNamedDatabases } from '#platform/named-database.ts'
import { projectFolder } from '../start.ts'

export const configCommand = new Command('config')
  .description('print every setting, what it is for, and what is in force')
  .action(() => {
    readConfig(process.env, projectFolder)
    for (const [name, setting] of Object.entries(Settings.shape)) {
      const value = process.env[name]
      const inForce = value ? shown(name, value) : defaultOf(name)
      process.stdout.write(`${name}=${inForce}\n    ${setting.description ?? ''}\n`)
    }
  })

/** What holds when nothing is set. */
function defaultOf(name: string): string {
  const defaults: Record<string, unknown> = { ...Settings.parse({}), DATA_DIR: readConfig({}, projectFolder).dataDir }
  return defaults[name] ? `${defaults[name]} (default)` : '(not set)'
}

function shown(name: string, value: string): string {
  if (name.endsWith('DATABASE_URL')) return hidden(value)
  if (name === 'FEED_DATABASES') return readNamedDatabases(value).map(databaseText).join(', ')
  return value
}

/** An address without its password. */
function hidden(address: string): string {
  const url = URL.parse(address)
  if (!url) return '(set)'
  if (url.password) url.password = 'hidden'
  return url.toString()
}

function databaseText({ name, kind, host, port, database, user, password }: NamedDatabase): string {
  const at = host.includes(':') ? `[${host}]` : host
  return `${name}=${kind}://${user}${password === null ? '' : ':hidden'}@${at}:${port}/${database}`
}
