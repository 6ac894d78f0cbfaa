import { limits } from '../anywhere/limits.ts'
import { Problem } from '../anywhere/problem.ts'

/** PostgreSQL's error codes that a caller can do something about. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const databaseProblems: Record<string, () => Problem> = {
  '57014': busy, // statement timeout
  '55P03': busy, // lock timeout
  '40001': busy, // serialization failure
  '40P01': busy, // deadlock
  '25P03': busy, // idle in transaction too long
  '53300': busy, // too many connections
  '57P01': busy, // shutting down
  '57P02': busy, // crashed
  '57P03': busy, // starting up
  '08006': busy, // connection lost
  '08001': busy,
  '53100': full, // disk full
  '53200': busy, // out of memory
  '58030': full, // I/O error
}

/** The problem that a thrown thing stands for, or null when it is a defect of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  // A reference to what is not there, or is another workspace's. The other way round, taking away what others refer to,
  // is a defect of ours: nothing that is referred to has a way to go.
  if (code === '23503' && /^insert or update on table/.test(error.message)) return none()
  const known = databaseProblems[code]
  if (known) return known()
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes(code) && 'syscall' in error) return busy()
  if (/^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/.test(error.message))
    return busy()
  return fromFastify(error, code)
}

function fromFastify(error: Error, code: string): Problem | null {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('too-large', 'http.too-large', { limit: limitOf(error) })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('wrong-type', 'http.wrong-type', { wanted: 'JSON' })
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY' || code === 'FST_ERR_CTP_INVALID_JSON_BODY')
    return new Problem('not-json', 'http.not-json')
  if (error instanceof SyntaxError && 'statusCode' in error) return new Problem('not-json', 'http.not-json')
  if ('statusCode' in error && error.statusCode === 429)
    return new Problem('too-many', 'http.too-many', { seconds: 60 })
  if ('statusCode' in error && error.statusCode === 503) return busy()
  if ('statusCode' in error && error.statusCode === 400) return new Problem('not-json', 'http.not-json')
  return null
}

function limitOf(error: Error): number {
  return 'limit' in error ? Number(error.limit) : limits.jsonBody
}

function busy(): Problem {
  return new Problem('busy', 'http.busy')
}

function none(): Problem {
  return new Problem('not-found', 'http.none')
}

function full(): Problem {
  return new Problem('full', 'http.full')
}
