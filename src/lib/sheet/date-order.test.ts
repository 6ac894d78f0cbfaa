import { describe, expect, test } from 'vitest'
import { dateOrderOf } from './date-order.ts'

describe('dateOrderOf', () => {
  test('a part above twelve settles it', () => {
    expect(dateOrderOf(['01/02/2024', '31/12/2024'])).toEqual({ order: 'day-first', unsure: null })
    expect(dateOrderOf(['01/02/2024', '12/31/2024'])).toEqual({ order: 'month-first', unsure: null })
  })

  test('a part that never changes is the day, but that is reported', () => {
    expect(dateOrderOf(['01/01/2024', '01/02/2024', '01/03/2024'])).toEqual({
      order: 'day-first',
      unsure: '01/02/2024',
    })
    expect(dateOrderOf(['1/1/2024', '2/1/2024', '3/1/2024'])).toEqual({ order: 'month-first', unsure: '2/1/2024' })
  })

  test('other dates ask no question', () => {
    expect(dateOrderOf(['2024-01-02', '31.12.2024', '05/05/2024', 'x'])).toEqual({ order: 'day-first', unsure: null })
  })
})
