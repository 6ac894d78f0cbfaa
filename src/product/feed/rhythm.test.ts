import { describe, expect, test } from 'vitest'
import { nextRunAt, type Rhythm } from './rhythm.ts'

const berlin = (rhythm: Rhythm, after: string) => nextRunAt(rhythm, new Date(after), 'Europe/Berlin').toISOString()

describe('the next run', () => {
  test.each<[string, Rhythm, string, string]>([
    ['of every hour is the next full one', { every: 'hour' }, '2024-07-03T10:00:00Z', '2024-07-03T11:00:00.000Z'],
    [
      'is today while the hour is ahead',
      { every: 'day', atHour: 6 },
      '2024-07-03T03:59:00Z',
      '2024-07-03T04:00:00.000Z',
    ],
    ['is tomorrow once it has run', { every: 'day', atHour: 6 }, '2024-07-03T04:00:00Z', '2024-07-04T04:00:00.000Z'],
    ['may be at midnight', { every: 'day', atHour: 0 }, '2024-07-03T21:30:00Z', '2024-07-03T22:00:00.000Z'],
    [
      'of a week is on its day',
      { every: 'week', on: 1, atHour: 6 },
      '2024-07-03T04:00:00Z',
      '2024-07-08T04:00:00.000Z',
    ],
    [
      'is on the same day a week on',
      { every: 'week', on: 1, atHour: 6 },
      '2024-07-08T04:00:00Z',
      '2024-07-15T04:00:00.000Z',
    ],
    // 31 March 2024: 02:00 becomes 03:00. 27 October 2024: 03:00 becomes 02:00.
    [
      'is an hour later where the clocks leave the hour out',
      { every: 'day', atHour: 2 },
      '2024-03-30T12:00:00Z',
      '2024-03-31T01:00:00.000Z',
    ],
    [
      'is the first of two hours of one name',
      { every: 'day', atHour: 2 },
      '2024-10-26T12:00:00Z',
      '2024-10-27T00:00:00.000Z',
    ],
    ['is not the second of the two', { every: 'day', atHour: 2 }, '2024-10-27T00:00:00Z', '2024-10-28T01:00:00.000Z'],
    [
      'is not the second of the two, a moment later',
      { every: 'day', atHour: 2 },
      '2024-10-27T00:40:00Z',
      '2024-10-28T01:00:00.000Z',
    ],
  ])('%s', (_name, rhythm, after, next) => expect(berlin(rhythm, after)).toBe(next))

  test('knows zones that are quarters of an hour away', () => {
    const next = nextRunAt({ every: 'day', atHour: 7 }, new Date('2024-07-03T00:00:00Z'), 'Asia/Kathmandu')
    expect(next.toISOString()).toBe('2024-07-03T01:15:00.000Z')
  })
})
