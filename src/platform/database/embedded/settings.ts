import { join } from 'node:path'
import { type Account, ownUserName } from './account.ts'
import { bulkSyncMethod, writeDurably } from './durable.ts'
import { clusterName, type Layout } from './layout.ts'
import { roles } from './roles.ts'

type Setting = string | number | boolean

/** Sized for a laptop or a small server: about 150 MB for all PostgreSQL processes at work, less at rest. */
const memory: Record<string, Setting> = {
  shared_buffers: '96MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  // 27 for the product, 3 kept for the supervisor.
  max_connections: 30,
  autovacuum_max_workers: 2,
  autovacuum_worker_slots: 2,
  max_worker_processes: 2,
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  // Reads by the process that asks, as up to version 17, instead of three more processes.
  io_method: 'sync',
  jit: false,
  huge_pages: 'off',
  // Few cores. Parallel workers also share memory through /dev/shm, which is 64 MB in a container, and which systemd
  // empties when an ordinary user signs out; what little is still needed comes from our own block.
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,
  min_dynamic_shared_memory: '16MB',
}

/** An acknowledged write survives a power cut. Most are PostgreSQL's defaults, written down so that nobody has to guess. */
const durability: Record<string, Setting> = {
  fsync: true,
  full_page_writes: true,
  synchronous_commit: 'on',
  // macOS answers a plain fsync before the disk has written.
  ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}),
  // Before it recovers, PostgreSQL syncs all that a crash left unwritten.
  recovery_init_sync_method: bulkSyncMethod,
  wal_level: 'replica',
  // Bounds how much has to be read again after a crash.
  max_wal_size: '256MB',
  min_wal_size: '64MB',
  restart_after_crash: true,
}

const conduct: Record<string, Setting> = {
  listen_addresses: '',
  port: 5432,
  unix_socket_permissions: '0700',
  // Ends the query of a client that was killed.
  client_connection_check_interval: '2s',
  random_page_cost: 1.1,
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  lc_monetary: 'C',
  lc_numeric: 'C',
  lc_time: 'C',
  default_text_search_config: 'pg_catalog.simple',
  // Settings live in this file alone; nobody leaves one behind in the cluster.
  allow_alter_system: false,
  logging_collector: false,
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_checkpoints: false,
  // The detail of a broken unique key holds the value, which may be somebody's address.
  log_error_verbosity: 'terse',
}

/**
 * Writes PostgreSQL's settings and who may sign in. At every start, so that a change in a new release reaches old folders;
 * what somebody wrote into them by hand is lost.
 */
export async function writeSettings(layout: Layout, socketFolder: string, account: Account): Promise<void> {
  const lines = {
    ...memory,
    ...durability,
    ...conduct,
    cluster_name: clusterName(layout.cluster),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    hba_file: join(layout.settings, 'pg_hba.conf'),
    ident_file: join(layout.settings, 'pg_ident.conf'),
  }
  const head = '# Written by Ratchet at every start: changes made here are lost.\n'
  const texts = {
    'postgresql.conf': Object.entries(lines).map(([name, value]) => `${name} = ${literal(value)}`),
    'pg_hba.conf': [`local all ${Object.values(roles).join(',')} peer map=ratchet`],
    'pg_ident.conf': Object.values(roles).map((role) => `ratchet ${inQuotes(ownUserName())} ${role}`),
  }
  const [mode, gid] = account.isOther ? [0o640, account.gid] : [0o600, undefined]
  for (const [name, text] of Object.entries(texts))
    await writeDurably(join(layout.settings, name), `${head}${text.join('\n')}\n`, mode, gid)
}

/** The command line that makes PostgreSQL read them. */
export function settingsArguments(layout: Layout): string[] {
  return ['-D', layout.cluster, '-c', `config_file=${join(layout.settings, 'postgresql.conf')}`]
}

function literal(value: Setting): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  if (typeof value === 'number') return String(value)
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** In quotes a name is only a name: without them `all`, `+group` and `/pattern` mean something else. */
function inQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
