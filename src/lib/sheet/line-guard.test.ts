import { expect, test } from 'vitest'
import { lineGuard } from './line-guard.ts'

test('a line is measured across pieces, and any line break ends it', () => {
  const guard = lineGuard(10)
  for (const piece of ['12345', '67890', '\n12345', '6\r1234567', '89\r\n']) guard(piece, 1)
  guard('123456', 7)
  expect(() => guard('78901', 7)).toThrow(
    expect.objectContaining({ code: 'line-too-long', values: { limit: 10 }, row: 7 }),
  )
})
