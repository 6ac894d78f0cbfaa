import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Trial } from '#product/trial/trial.ts'
import { adherenceOf, type DiaryEntryId, NewDiaryEntry, newEntry } from './diary.ts'

const edge = {
  id: '5f6b0000-0000-4000-8000-000000000001' as DiaryEntryId,
  byId: '5f6b0000-0000-4000-8000-000000000002' as PersonId,
  writtenAt: new Date('2026-11-20T10:00:00Z'),
  today: '2026-11-20',
  plannedOn: '2026-11-01',
}
const running = {
  id: '5f6b0000-0000-4000-8000-000000000003' as Trial['id'],
  state: 'running',
  startedAt: new Date(0),
} as const
const stopped = { ...running, state: 'stopped' } as const
const sites = ['North', 'South']

function write(written: Partial<NewDiaryEntry>, trial: Parameters<typeof newEntry>[1] = running) {
  return newEntry(NewDiaryEntry.parse({ kind: 'note', onDay: '2026-11-20', ...written }), trial, sites, edge)
}

describe('the diary of a trial', () => {
  test('takes a sentence about the whole trial', () => {
    expect(write({ text: 'The scanner was down all morning.' })).toMatchObject({ kind: 'note', site: null, done: null })
  })

  test('is closed before the trial starts', () => {
    expect(() => write({ text: 'x' }, { ...running, startedAt: null })).toThrow(
      new Problem('out-of-step', 'diary.not-started'),
    )
  })

  test.each([
    ['a note without words', { kind: 'note' }, '#/text'],
    ['an incident without words', { kind: 'incident' }, '#/text'],
    ['adherence without a site', { kind: 'adherence', done: 'yes' }, '#/site'],
    ['adherence without a word on it', { kind: 'adherence', site: 'North' }, '#/done'],
    ['a site that the plan does not name', { text: 'x', site: 'West' }, '#/site'],
    ['a day to come', { text: 'x', onDay: '2026-11-21' }, '#/onDay'],
    ['a day before there was a plan', { text: 'x', onDay: '2026-10-31' }, '#/onDay'],
  ] as const)('refuses %s', (_, written, pointer) => {
    expect(() => write(written)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ pointer })] }))
  })

  test('puts a site back only when the trial no longer runs', () => {
    expect(() => write({ kind: 'rolled-back', site: 'North' })).toThrow(new Problem('out-of-step', 'diary.still-runs'))
    expect(write({ kind: 'rolled-back', site: 'North' }, stopped)).toMatchObject({ kind: 'rolled-back', site: 'North' })
  })
})

describe('who really did it', () => {
  const said = (site: string, done: 'yes' | 'partly' | 'no') => ({ site, done, onDay: '2026-11-09' })

  test('is a share of the sites with the change of which somebody said something', () => {
    expect(adherenceOf([said('North', 'yes'), said('South', 'partly'), said('West', 'no')], sites)).toEqual({
      known: 2,
      share: 0.75,
    })
  })

  test('where nobody said anything, nothing is known', () => {
    expect(adherenceOf([], sites)).toEqual({ known: 0, share: null })
    expect(adherenceOf([said('North', 'no')], sites).share).toBe(0)
  })
})
