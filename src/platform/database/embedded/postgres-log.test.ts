import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from './for-tests.ts'
import { lastLines, sizeOf, trim } from './postgres-log.ts'

test('the last lines are those written since a start, at most 15', async () => {
  const file = join(await tempFolder(), 'log')
  await writeFile(file, 'before\n')
  const start = await sizeOf(file)
  await appendFile(file, 'one\n\ntwo\n')
  expect(await lastLines(file, start)).toEqual(['one', 'two'])
  await appendFile(file, 'more\n'.repeat(5000))
  expect(await lastLines(file, start)).toEqual(Array(15).fill('more'))
  expect(await lastLines(join(file, 'missing'))).toEqual([])
})

test('a log that has grown too large is moved away and emptied in place', async () => {
  const file = join(await tempFolder(), 'log')
  await writeFile(file, 'old\n')
  await trim(file, 4)
  expect(await readFile(file, 'utf8')).toBe('old\n')
  await appendFile(file, 'new\n')
  await trim(file, 4)
  expect([await readFile(file, 'utf8'), await readFile(`${file}.1`, 'utf8')]).toEqual(['', 'old\nnew\n'])
})
