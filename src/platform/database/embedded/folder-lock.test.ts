import { readdir, readlink, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'
import { tempFolder } from './for-tests.ts'
import { processStamp } from './process-table.ts'

test('of many who claim a folder at once, one gets it', async () => {
  const folder = await tempFolder()
  await symlink(`${process.pid}@a process of long ago`, join(folder, 'supervisor-7.lock'))
  const claims = await Promise.allSettled(Array.from({ length: 50 }, () => lockFolder(folder)))
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await readdir(folder)).toHaveLength(1)
})

test('a released folder can be claimed again', async () => {
  const folder = await tempFolder()
  const first = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(/in use/)
  await first.release()
  const second = await lockFolder(folder)
  await second.release()
})

test.each([
  ['the number of a living process that began at another moment', `${process.pid}@1/1`],
  ['a process that is gone', `4194303@${processStamp(process.pid)}`],
  ['nothing readable', '?'],
])('a claim left by %s binds nobody', async (_, text) => {
  const folder = await tempFolder()
  await symlink(text, join(folder, 'supervisor-3.lock'))
  await lockFolder(folder)
  expect(await readdir(folder)).toEqual(['supervisor-4.lock'])
  expect(await readlink(join(folder, 'supervisor-4.lock'))).toBe(`${process.pid}@${processStamp(process.pid)}`)
})

test('a process has one stamp for life, and a missing one has none', () => {
  expect(processStamp(process.pid)).toBe(processStamp(process.pid))
  expect(processStamp(process.pid)).toMatch(/./)
  expect(processStamp(4194303)).toBeUndefined()
})
