import { createHash } from 'node:crypto'
import { join } from 'node:path'

/**
 * Where things lie in a database folder:
 *
 *     DATA_DIR/...               ours; the account may only pass through
 *     ├── ratchet-database.json  says that the folder is ours
 *     ├── supervisor-N.lock      who runs it
 *     ├── settings/              postgresql.conf, pg_hba.conf, pg_ident.conf: written at every start, read by the account
 *     ├── log/postgres.log       PostgreSQL's own log
 *     ├── socket/                the account's, 0700
 *     └── cluster/               the account's, 0700: PostgreSQL's data folder
 *
 * As root, nothing in a folder that root writes to can be put there by the account, so a captured PostgreSQL
 * cannot make root follow a link or rewrite who may sign in.
 */
export interface Layout {
  root: string
  marker: string
  settings: string
  log: string
  socket: string
  cluster: string
}

/** @param root absolute, links resolved. */
export function layoutOf(root: string): Layout {
  return {
    root,
    marker: join(root, 'ratchet-database.json'),
    settings: join(root, 'settings'),
    log: join(root, 'log', 'postgres.log'),
    socket: join(root, 'socket'),
    cluster: join(root, 'cluster'),
  }
}

/** Unfinished clusters (a first start or a restore that was cut off) begin with this, and are removed at the next start. */
export const unfinishedPrefix = 'cluster.new-'

/** The name in the titles of PostgreSQL's processes: the same for one folder, another for another. */
export function clusterName(cluster: string): string {
  return `ratchet-${createHash('sha256').update(cluster).digest('hex').slice(0, 8)}`
}
