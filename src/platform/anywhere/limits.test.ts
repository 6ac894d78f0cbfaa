import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { limits } from './limits.ts'

const src = fileURLToPath(new URL('../../', import.meta.url))
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts') && !path.endsWith('limits.ts'))
  .map((path) => readFileSync(join(src, path), 'utf8'))
  .join('\n')

test.each(Object.keys(limits))('the limit %s is held somewhere', (name) => {
  expect(code).toMatch(new RegExp(`\\.${name}\\b`))
})

test.each(Object.entries(limits))('%s is a whole number above 0', (_name, limit) => {
  expect(Number.isSafeInteger(limit) && limit > 0).toBe(true)
})
