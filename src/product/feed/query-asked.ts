/** What a database needs to know, besides where it is. */
export interface QueryAsked {
  sql: string
  password: string
  /** In which PostgreSQL cuts moments into days. */
  timeZone: string
  /** Milliseconds for all of it. */
  ms: number
  signal: AbortSignal
}
