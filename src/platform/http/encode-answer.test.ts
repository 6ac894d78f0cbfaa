import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { instant } from '../anywhere/time.ts'
import { encodeAnswer } from './encode-answer.ts'

const row = z.strictObject({ id: z.uuid(), name: z.string().trim().min(3), at: instant, left: instant.nullable() })
const list = z.strictObject({ rows: z.array(row), next: z.string().nullable() })
const id = '6b1f0f0e-7c1c-4b7e-9d0b-0a4a3a1d2e3f'
const at = new Date('2026-11-24T10:00:00.500Z')

describe('an answer', () => {
  test('goes out as its schema encodes it', () => {
    const given = { rows: [{ id, name: 'Ada', at, left: null }], next: null }
    expect(encodeAnswer(list, given)).toEqual(z.encode(list, given))
    expect(encodeAnswer(list, given)).toEqual({
      rows: [{ id, name: 'Ada', at: '2026-11-24T10:00:00.500Z', left: null }],
      next: null,
    })
  })

  test('never carries a key that its schema does not name', () => {
    const given = { rows: [{ id, name: 'Ada', at, left: null, passwordHash: 'x' }], next: null }
    expect(() => encodeAnswer(list, given)).toThrow(/passwordHash/)
  })

  test('is refused when a value is of another type, or missing', () => {
    expect(() => encodeAnswer(list, { rows: [{ id, name: 7, at, left: null }], next: null })).toThrow(z.ZodError)
    expect(() => encodeAnswer(list, { rows: [{ id, name: 'Ada', at: 'today', left: null }], next: null })).toThrow(
      z.ZodError,
    )
    expect(() => encodeAnswer(list, { rows: [] })).toThrow(z.ZodError)
  })
})
