// node reference/similar/stems.ts FILE-OF-GERMAN-WORDS: asks PostgreSQL's Snowball dictionaries for the stems that the tests of
// lib/similar hold, and writes stems.json. English words are those of the two sets beside it.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/database/embedded/embedded.ts'

const here = (name: string) => new URL(name, import.meta.url)
const texts = await Promise.all(['sts16-questions.tsv', 'banking77-test.csv'].map((name) => readFile(here(name), 'utf8')))
const english = [...new Set(texts.join(' ').toLowerCase().match(/[a-z]{2,}/g))].sort()
const german = [...new Set((await readFile(process.argv[2] ?? '', 'utf8')).toLowerCase().match(/[a-zäöüß]{2,}/g))].sort()

const folder = await mkdtemp(join(tmpdir(), 'ratchet-stems-'))
await chmod(folder, 0o711)
const log = { info: () => {}, warn: () => {}, error: () => {} }
const database = await startEmbedded({ dataDir: join(folder, 'data'), log })
const client = new pg.Client({ ...database.owner, host: database.socketDir })
await client.connect()
const ask = async (dictionary: string, words: string[]) => {
  await client.query(`create text search dictionary pg_temp.asked_${dictionary} (template = snowball, language = ${dictionary})`)
  const { rows } = await client.query(
    `select word, (ts_lexize('pg_temp.asked_${dictionary}', word))[1] as stem from unnest($1::text[]) with ordinality as t (word, place) order by place`,
    [words],
  )
  return rows.map(({ word, stem }) => [word, stem])
}
const { rows } = await client.query('select version()')
const answer = { from: rows[0].version.split(' on ')[0], english: await ask('english', english), german: await ask('german', german) }
const lines = (pairs: string[][]) => pairs.map((pair) => JSON.stringify(pair)).join(',\n')
await writeFile(here('stems.json'), `{ "from": ${JSON.stringify(answer.from)},\n"english": [\n${lines(answer.english)}\n],\n"german": [\n${lines(answer.german)}\n] }\n`)
await client.end()
await database.stop()
await rm(folder, { recursive: true, force: true })
