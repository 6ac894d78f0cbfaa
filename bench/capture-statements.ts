// Loaded into the product before everything else (`node --import`): writes down every statement that it sends to
// PostgreSQL, with its values, into the file that BENCH_STATEMENTS names. Only for a run that is not measured.
import { appendFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import pg from 'pg'

const file = process.env['BENCH_STATEMENTS'] ?? ''
const connections = new WeakMap<object, number>()
let count = 0
const send = pg.Client.prototype.query as (...given: unknown[]) => unknown

pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
  const [statement, values] = given
  const written =
    typeof statement === 'string'
      ? { text: statement, values: Array.isArray(values) ? values : [] }
      : { text: (statement as pg.QueryConfig).text, values: (statement as pg.QueryConfig).values ?? [] }
  let connection = connections.get(this)
  if (connection === undefined) {
    connection = ++count
    connections.set(this, connection)
  }
  appendFileSync(file, `${serialize({ connection, ...written }).toString('base64')}\n`)
  return send.apply(this, given)
} as typeof pg.Client.prototype.query
