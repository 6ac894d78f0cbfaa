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
  const sent = typeof statement === 'string' ? { text: statement, values } : (statement as pg.QueryConfig)
  const connection = connections.get(this) ?? ++count
  connections.set(this, connection)
  const sentAt = Date.now()
  const note = ({ rowCount }: pg.QueryResult) => {
    const written = {
      connection,
      text: sent.text,
      values: Array.isArray(sent.values) ? sent.values : [],
      rowCount,
      sentAt,
    }
    appendFileSync(file, `${serialize(written).toString('base64')}\n`)
  }
  const last = given.at(-1)
  if (typeof last === 'function')
    given[given.length - 1] = (error: Error | null, result: pg.QueryResult) => {
      if (!error) note(result)
      last(error, result)
    }
  const answer = send.apply(this, given)
  if (answer instanceof Promise) answer.then(note, () => {})
  return answer
} as typeof pg.Client.prototype.query
