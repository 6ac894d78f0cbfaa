import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { type NamedDatabase, readNamedDatabases } from './named-database.ts'
import { type NamedHost, readNamedHosts } from './named-host.ts'

/**
 * Everything that can be set from outside, by environment variables. `ratchet config` prints this with what is in
 * force. Whatever has no default may stay unset.
 */
export const Settings = z.object({
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on. Anything but this machine needs TLS_CERT or an https PUBLIC_URL.'),
  PORT: z.coerce
    .number('this is no number from 0 to 65535')
    .int('this is no whole number')
    .min(0, 'this is below 0')
    .max(65_535, 'this is above 65535')
    .default(3000)
    .describe('Port to listen on.'),
  DATA_DIR: z
    .string()
    .default('')
    .describe(
      'Folder of the embedded database and of what this machine keeps. Default: data in the project folder, or /var/lib/ratchet/data for root in a closed folder.',
    ),
  DATABASE_URL: z
    .string()
    .default('')
    .describe(
      'A PostgreSQL server (15 to 18) to use instead of the embedded one. The role in it must own the database and may create roles.',
    ),
  APP_DATABASE_URL: z
    .string()
    .default('')
    .describe('The same server as the role ratchet_app, where the owner may not create roles.'),
  PUBLIC_URL: z
    .string()
    .default('')
    .describe('The address people use, for links and origin checks. With a reverse proxy: its https address.'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('Addresses or ranges of reverse proxies whose X-Forwarded headers count, separated by commas.'),
  TLS_CERT: z.string().default('').describe('Certificate file (PEM), to serve https without a proxy.'),
  TLS_KEY: z.string().default('').describe('Key file (PEM) of that certificate.'),
  FEED_FOLDER: z
    .string()
    .default('')
    .describe('Folder below which figures may be read by themselves (docs/guide/measures.md). Unset: none is read.'),
  FEED_HOSTS: z
    .string()
    .default('')
    .describe(
      'The only hosts that may be asked for figures, separated by commas, each with a port where it is not the usual one. Put private: before a name in your own network. Unset: none is asked.',
    ),
  FEED_DATABASES: z
    .string()
    .default('')
    .describe(
      'The only databases that may be read for figures, separated by commas, each as name=postgres://user:password@host/database or name=clickhouse://... Without a password, whoever sets up a feed has to enter it. Unset: none is read.',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('warn')
    .describe('What goes to standard error.'),
})
export type Settings = z.output<typeof Settings>

export interface Config {
  readonly host: string
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly appDatabaseUrl: string | null
  /** Without a slash at the end. */
  readonly publicUrl: string | null
  readonly trustedProxies: readonly string[]
  readonly tls: { cert: string; key: string } | null
  /** Absolute; null when no feed may read files. */
  readonly feedFolder: string | null
  readonly feedHosts: readonly NamedHost[]
  readonly feedDatabases: readonly NamedDatabase[]
  readonly logLevel: Settings['LOG_LEVEL']
}

/** A setting that cannot work. The message names it and the way out. */
export class ConfigRefused extends Error {}

/**
 * Reads the configuration.
 * @param projectFolder Where `data` stands when DATA_DIR is not set.
 * @throws {ConfigRefused} in words for the person who starts it.
 */
export function readConfig(environment: Record<string, string | undefined>, projectFolder: string): Config {
  const read = Settings.safeParse(environment)
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new ConfigRefused(`${lines.join('; ')}. "npm run ratchet -- config" lists every setting.`)
  }
  const set = read.data
  const config: Config = {
    host: set.HOST,
    port: set.PORT,
    dataDir: folderOf(set.DATA_DIR, projectFolder),
    databaseUrl: set.DATABASE_URL || null,
    appDatabaseUrl: set.APP_DATABASE_URL || null,
    publicUrl: set.PUBLIC_URL ? addressOf(set.PUBLIC_URL) : null,
    trustedProxies: set.TRUSTED_PROXIES.split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    tls: tlsOf(set),
    feedFolder: set.FEED_FOLDER ? feedFolderOf(set.FEED_FOLDER) : null,
    feedHosts: feedHostsOf(set.FEED_HOSTS),
    feedDatabases: feedDatabasesOf(set.FEED_DATABASES),
    logLevel: set.LOG_LEVEL,
  }
  refuseOpenHttp(config)
  return config
}

function folderOf(given: string, projectFolder: string): string {
  if (!given) return defaultDataDir(resolve(projectFolder))
  const path = given.startsWith('~/') ? join(homedir(), given.slice(2)) : given
  return isAbsolute(path) ? path : resolve(path)
}

/**
 * `data` in the project. As root PostgreSQL runs as an account of its own, which cannot pass through a closed home
 * folder such as /root: then a system folder.
 */
function defaultDataDir(projectFolder: string): string {
  const isClosed =
    process.getuid?.() === 0 && foldersTo(projectFolder).some((folder) => (statSync(folder).mode & 0o001) === 0)
  return isClosed ? '/var/lib/ratchet/data' : join(projectFolder, 'data')
}

function foldersTo(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...foldersTo(parent), path]
}

function addressOf(given: string): string {
  const url = URL.parse(given)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/')
    throw new ConfigRefused(
      `PUBLIC_URL is "${given}". It must be an address such as https://ratchet.example.org, without a path.`,
    )
  return url.origin
}

function feedFolderOf(given: string): string {
  if (isAbsolute(given) && resolve(given) !== '/') return resolve(given)
  throw new ConfigRefused(`FEED_FOLDER is "${given}". It must be the full path of a folder, such as /srv/figures.`)
}

function feedHostsOf(given: string): NamedHost[] {
  try {
    return readNamedHosts(given)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ConfigRefused(
      `FEED_HOSTS names "${error.message}", which is no host. Write hosts with commas between them, such as data.example.org, private:reports.intranet:8080.`,
    )
  }
}

function feedDatabasesOf(given: string): NamedDatabase[] {
  try {
    return readNamedDatabases(given)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ConfigRefused(
      `FEED_DATABASES: "${error.message}" is no database, or there are two of this name. Write each as name=postgres://user:password@host:5432/database or name=clickhouse://user:password@host:8443/database, with commas between them; a comma in a password is %2C. ?sslmode=disable leaves out the encryption.`,
    )
  }
}

function tlsOf({ TLS_CERT, TLS_KEY }: Settings): Config['tls'] {
  if (!TLS_CERT && !TLS_KEY) return null
  if (!TLS_CERT || !TLS_KEY) throw new ConfigRefused('TLS_CERT and TLS_KEY belong together: set both, or neither.')
  return { cert: TLS_CERT, key: TLS_KEY }
}

/** Over plain http another device has no secure cookies, so nobody could stay signed in, and passwords would travel in clear. */
function refuseOpenHttp({ host, tls, publicUrl }: Config): void {
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(host)
  if (isLoopback || tls || publicUrl?.startsWith('https://')) return
  throw new ConfigRefused(
    `HOST is ${host}, which other devices can reach, but without TLS they could not sign in safely. Set TLS_CERT and TLS_KEY, or put a reverse proxy with TLS in front and set PUBLIC_URL to its https address (docs/guide/other-devices.md), or leave HOST unset.`,
  )
}
