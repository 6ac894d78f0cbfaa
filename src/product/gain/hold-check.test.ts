import { describe, expect, test } from 'vitest'
import type { GainId } from './gain.ts'
import { firstAskedOn, holdChecksOf, isDue, nextChecks } from './hold-check.ts'

const gain = (outcome: 'gain' | 'without-proof' | 'harm' = 'gain', fromOn = '2026-03-01') => ({
  id: '6d2f0e0a-9a7e-4d4e-8a44-0d6a4b5d8f01' as GainId,
  outcome,
  fromOn,
})
const days = (checks: readonly { dueOn: string }[]) => checks.map(({ dueOn }) => dueOn)

describe('measuring a gain again', () => {
  test('is planned 30, 90 and 180 days after the change begins', () => {
    expect(days(holdChecksOf(gain(), '2026-02-20'))).toEqual(['2026-03-31', '2026-05-30', '2026-08-28'])
  })

  test('counts from the decision where the change began long before', () => {
    expect(days(holdChecksOf(gain('gain', '2025-01-01'), '2026-02-20'))).toEqual([
      '2026-03-22',
      '2026-05-21',
      '2026-08-19',
    ])
  })

  test('is for what was kept, proved or not, and for nothing else', () => {
    expect(holdChecksOf(gain('without-proof'), '2026-02-20')).toHaveLength(3)
    expect(holdChecksOf(gain('harm'), '2026-02-20')).toEqual([])
  })

  test('is due on its day, and asked for on 30 days', () => {
    expect([isDue({ dueOn: '2026-03-31' }, '2026-03-30'), isDue({ dueOn: '2026-03-31' }, '2026-03-31')]).toEqual([
      false,
      true,
    ])
    expect(firstAskedOn('2026-04-29')).toBe('2026-03-31')
  })

  test('one at a time: the next of each gain', () => {
    const other = '0b6f3f5e-7c39-4c5a-9f51-2f9b1f6d7c02' as GainId
    const checks = [...holdChecksOf(gain(), '2026-02-20'), ...holdChecksOf({ ...gain(), id: other }, '2026-04-20')]
    expect(nextChecks(checks).map(({ gainId, dueOn }) => [gainId, dueOn])).toEqual([
      [gain().id, '2026-03-31'],
      [other, '2026-05-20'],
    ])
  })
})
