import type { NamedDatabase } from '#platform/named-database.ts'
import type { NamedHost } from '#platform/named-host.ts'
import type { Seal } from '#platform/seal.ts'

/** What lies outside of the product, as far as an administrator has allowed it. */
export interface Outside {
  /** The folder below which feeds may read. Null: none. */
  readonly folder: string | null
  /** The only hosts that are ever asked. */
  readonly hosts: readonly NamedHost[]
  /** The only databases that are ever read. */
  readonly databases: readonly NamedDatabase[]
  readonly seal: Seal
}
