/** A database that an administrator has named, so that the product may read from it. */
export interface NamedDatabase {
  /** What people choose it by. */
  readonly name: string
  readonly kind: 'postgres' | 'clickhouse'
  /** As URLs write it, IPv6 without brackets. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  /** Null: whoever reads from it has to know it. */
  readonly password: string | null
  readonly isEncrypted: boolean
}

const entry = /^([\p{L}\p{N}][\p{L}\p{N} _.-]{0,59})=(\S+)$/u
const loopback = ['localhost', '127.0.0.1', '[::1]']

/**
 * Reads `till=postgres://reader:secret@db.intranet/till, ward=clickhouse://reader@ch.example.org/ward`.
 * @throws {RangeError} naming the entry that cannot be meant, by its name or its place: it may hold a password.
 */
export function readNamedDatabases(text: string): NamedDatabase[] {
  const parts = text.split(',').map((part) => part.trim())
  const databases = parts.filter(Boolean).map((part, at) => {
    const [, name = '', address = ''] = entry.exec(part) ?? []
    const database = name && databaseAt(name, address)
    if (!database) throw new RangeError(name || `entry ${at + 1}`)
    return database
  })
  const twice = databases.find(({ name }, at) => databases.findIndex((other) => other.name === name) !== at)
  if (twice) throw new RangeError(twice.name)
  return databases
}

function databaseAt(name: string, address: string): NamedDatabase | null {
  const url = URL.parse(address)
  const kind =
    url && ({ 'postgres:': 'postgres', 'postgresql:': 'postgres', 'clickhouse:': 'clickhouse' } as const)[url.protocol]
  if (!url || !kind || !url.hostname || !url.username || url.hash) return null
  const mode = url.searchParams.get('sslmode')
  if ([...url.searchParams.keys()].some((key) => key !== 'sslmode')) return null
  if (mode !== null && mode !== 'disable' && mode !== 'verify-full') return null
  const database = decoded(url.pathname.slice(1))
  const [user, password] = [decoded(url.username), url.password ? decoded(url.password) : null]
  if (!database || database.includes('/') || !user || password === undefined) return null
  const isEncrypted = mode === null ? !loopback.includes(url.hostname) : mode === 'verify-full'
  const usual = kind === 'postgres' ? 5432 : isEncrypted ? 8443 : 8123
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return { name, kind, host, port: Number(url.port || usual), database, user, password, isEncrypted }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
