/** What `new pg.Pool()` takes. Every field is set, so that PGPORT, PGSSLMODE and the like change nothing. */
export interface PgConfig {
  /** The folder of the socket. */
  host: string
  port: number
  database: string
  user: string
  ssl: false
}
