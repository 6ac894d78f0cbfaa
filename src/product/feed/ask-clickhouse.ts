import type { IncomingMessage } from 'node:http'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { NamedDatabase } from '#platform/named-database.ts'
import { askHost, checkedAddress } from './ask-host.ts'
import { tooLarge } from './fetched.ts'
import type { QueryAsked } from './query-asked.ts'
import { placeIn, type QueryFault, queryProblem, tooManyRows } from './query-problem.ts'

/** Bytes of an answer that says why there is none. */
const refusalBytes = 65_536

/**
 * The rows of a query that may read and nothing else; the names of its columns come first. `readonly=1` also keeps the query
 * from lifting its own bounds, and from table functions that would reach other hosts.
 * @throws {Problem} saying why there are none.
 */
export async function* askClickhouse(
  database: NamedDatabase,
  { sql, password, ms, signal }: QueryAsked,
): AsyncGenerator<string[][]> {
  const { host, port, user, isEncrypted } = database
  const address = await checkedAddress({ name: host, isPrivate: true }, host, signal)
  const url = new URL(`${isEncrypted ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}/`)
  url.search = new URLSearchParams({
    database: database.database,
    default_format: 'TabSeparatedWithNames',
    max_result_rows: String(limits.feedRows),
    result_overflow_mode: 'throw',
    max_execution_time: String(Math.ceil(ms / 1000)),
    timeout_overflow_mode: 'throw',
    // What fails half-way is answered as a failure, not as a table with a sentence at its end.
    wait_end_of_query: '1',
    readonly: '1',
  }).toString()
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const answer = await askHost(url, address, { method: 'POST', headers: { authorization }, body: sql, signal })
  try {
    if (answer.statusCode !== 200) throw problemOf(answer, await refusalOf(answer), database, sql)
    if (!/^text\/tab-separated-values\b/.test(answer.headers['content-type'] ?? '')) throw queryProblem('format')
    yield* rowsOf(answer)
  } finally {
    answer.destroy()
  }
}

async function* rowsOf(answer: IncomingMessage): AsyncGenerator<string[][]> {
  const decoder = new TextDecoder()
  let [rest, bytes] = ['', 0]
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limits.feedBytes) throw tooLarge()
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map(cellsOf)
  }
  if (rest) yield [cellsOf(rest)]
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', 0: '\0' }

/** @see ClickHouse, "TabSeparated". */
function cellsOf(line: string): string[] {
  return line
    .split('\t')
    .map((cell) => (cell === '\\N' ? '' : cell.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)))
}

async function refusalOf(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    parts.push(chunk)
    bytes += chunk.length
    if (bytes > refusalBytes) break
  }
  return Buffer.concat(parts).toString()
}

const faults: Readonly<Record<string, QueryFault>> = {
  '46': 'refused',
  '47': 'column',
  '60': 'table',
  '62': 'syntax',
  '164': 'writes',
  '497': 'right',
}

function problemOf(
  { statusCode = 0 }: IncomingMessage,
  text: string,
  { name, host }: NamedDatabase,
  sql: string,
): Problem {
  const database = name
  const [, code = '', told = ''] = /^Code: (\d+)\W+(?:e\.displayText\(\) = )?(?:DB::Exception: )?(.*)/s.exec(text) ?? []
  const said = told.replace(/, e\.what\(\).*$|\. \([A-Z_]+\).*$/s, '').replace(/\. Expected one of.*$/s, '.')
  if (['192', '193', '194', '516'].includes(code))
    return new Problem('bad-input', 'feed.problem.database-login', { database })
  if (code === '81') return new Problem('bad-input', 'feed.problem.database-missing', { database })
  if (['202', '241'].includes(code)) return new Problem('busy', 'feed.problem.database-busy', { database, code })
  if (['159', '160'].includes(code)) return new Problem('bad-input', 'feed.problem.query-slow', { database })
  if (['158', '396'].includes(code)) return tooManyRows()
  if (code === '164' && /(override|modify) .*setting/i.test(said) && !/\bsettings\b/i.test(sql))
    return new Problem('bad-input', 'feed.problem.database-settings', { database })
  if (!code) return new Problem('bad-input', 'feed.problem.status', { host, status: statusCode })
  if (/Multi-statements/.test(said)) return queryProblem('one')
  return queryProblem(faults[code] ?? 'refused', { code, place: placeIn(sql, placeOf(said, sql)), said })
}

/** Where in the query: said, or where a name stands that is said. */
function placeOf(said: string, sql: string): number | null {
  const position = /failed at position (\d+)/.exec(said)?.[1]
  if (position !== undefined) return Number(position) - 1
  for (const [, name = ''] of said.matchAll(/(?:[:`'"] ?|Table \w+\.)([\p{L}_][\p{L}\p{N}_]*)/gu)) {
    const at = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, 'u').exec(sql)?.index
    if (at !== undefined) return at
  }
  return null
}
