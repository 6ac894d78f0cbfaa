import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Trial } from '#product/trial/trial.ts'
import { completeDraft, type DraftBody, DraftColumns, emptyDraft, missingIn, readableDraft } from './draft.ts'
import {
  refuseDecided,
  refuseEarlyEnd,
  refuseLooserGuardrails,
  refuseMoreSheets,
  refuseMoreVersions,
  refuseOneGroup,
  refuseStrangers,
  refuseWrongDoor,
  sitesAfter,
  versionsMost,
} from './plan.ts'
import { shopColumns } from './testing/shop-trial.ts'

const treated = (name: string) => ({ name, treated: true })
const other = (name: string) => ({ name, treated: false })
const inState = (state: Trial['state']) => ({ state }) as Trial
const id = '00000000-0000-4000-8000-000000000001'

function aDraft(changes: Partial<DraftBody> = {}): DraftBody {
  return {
    ...emptyDraft,
    question: 'Do customers wait less?',
    metricId: id as NonNullable<DraftBody['metricId']>,
    worthHaving: 1,
    guardrails: [{ name: 'Complaints', column: 'complaints', better: 'lower', margin: 0.5 }],
    sheetId: id as NonNullable<DraftBody['sheetId']>,
    columns: DraftColumns.parse(shopColumns),
    since: '5',
    isRandomised: false,
    ...changes,
  }
}

describe('a draft', () => {
  test('that is empty lacks everything but what may stay open, in the order of the form', () => {
    expect(missingIn('pilot', emptyDraft)).toEqual([
      '#/question',
      '#/sheetId',
      '#/columns/site',
      '#/columns/period',
      '#/columns/value',
      '#/columns/treated/column',
      '#/since',
      '#/metricId',
    ])
  })

  test('may leave open what is worth having, and go without a guardrail', () => {
    expect(missingIn('pilot', aDraft({ worthHaving: null, guardrails: [] }))).toEqual([])
  })

  test('with half a guardrail is not finished', () => {
    const half = { name: '', column: null, better: 'lower' as const, margin: null }
    expect(missingIn('pilot', aDraft({ guardrails: [half] }))).toEqual([
      '#/guardrails/0/name',
      '#/guardrails/0/column',
      '#/guardrails/0/margin',
    ])
  })

  test('is complete as it was written, or names each gap', () => {
    const { columns, question } = completeDraft('pilot', aDraft())
    expect(columns).toEqual({ ...shopColumns, denominator: null, received: null })
    expect(question).toBe('Do customers wait less?')
    expect(() => completeDraft('pilot', aDraft({ question: ' ' }))).toThrow(
      expect.objectContaining({
        messageId: 'plan.not-finished',
        fields: [{ pointer: '#/question', message: 'input.required' }],
      }),
    )
  })
})

describe('a draft of another design', () => {
  test('lacks what that design needs, and keeps what does not belong to it', () => {
    expect(missingIn('split', aDraft())).toEqual(['#/columns/arm', '#/arms/treated', '#/arms/comparison'])
    expect(missingIn('staggered', aDraft())).toEqual(['#/columns/start/column'])
    // One place without a column of places is whole.
    expect(missingIn('before-after', aDraft({ columns: { ...aDraft().columns, site: null } }))).toEqual([])
    expect(completeDraft('before-after', aDraft()).columns).toEqual({
      ...{ site: 'shop', period: 'week', value: 'minutes', denominator: null, dateOrder: null, numberStyle: null },
    })
  })

  test('drops a method that it does not know', () => {
    expect(completeDraft('before-after', aDraft({ method: 'wedge' })).method).toBeNull()
    expect(completeDraft('before-after', aDraft({ method: 'local-level' })).method).toBe('local-level')
  })

  test('can be read as soon as its columns are chosen', () => {
    const columns = aDraft().columns
    expect(
      missingIn('pilot', readableDraft({ ...emptyDraft, columns, since: '5', sheetId: aDraft().sheetId })),
    ).toEqual([])
    expect(missingIn('pilot', readableDraft({ ...emptyDraft, columns, sheetId: aDraft().sheetId }))).toEqual([
      '#/since',
    ])
  })
})

describe('the two doors', () => {
  test.each([
    ['plan-first', { before: 4, after: 0 }, null],
    ['plan-first', { before: 4, after: 1 }, 'plan.outcomes-there'],
    ['plan-first', { before: 0, after: 0 }, 'plan.nothing-before'],
    ['look-back', { before: 4, after: 2 }, null],
    ['look-back', { before: 4, after: 0 }, 'plan.no-outcomes'],
    ['look-back', { before: 0, after: 4 }, 'plan.nothing-before'],
    [null, { before: 1, after: 0 }, null],
    [null, { before: 1, after: 1 }, null],
    [null, { before: 0, after: 1 }, 'plan.nothing-before'],
  ] as const)('%s with %o: %s', (door, times, refusal) => {
    const enter = () => refuseWrongDoor(door, times)
    if (refusal) expect(enter).toThrow(refusal)
    else expect(enter).not.toThrow()
  })
})

describe('the sites of a plan', () => {
  const before = [treated('A'), treated('B'), other('C'), other('D')]

  test('stay as they are when nobody names any', () => {
    expect(sitesAfter(before, before, [])).toEqual(before)
  })

  test('go by name only', () => {
    expect(sitesAfter(before, before, ['B'])).toEqual([treated('A'), other('C'), other('D')])
    expect(sitesAfter(before, before.slice(0, 3), ['D'])).toEqual(before.slice(0, 3))
    expect(() => sitesAfter(before, before.slice(0, 2), ['D'])).toThrow(
      expect.objectContaining({ messageId: 'plan.sites-lost', values: { count: 1, site: 'C' } }),
    )
  })

  test('are of both groups', () => {
    expect(() => refuseOneGroup(sitesAfter(before, before, ['C', 'D']))).toThrow('plan.no-comparison')
    expect(() => refuseOneGroup([other('C')])).toThrow('plan.no-treated')
    expect(() => refuseOneGroup([treated('A'), other('C')])).not.toThrow()
  })

  test('are some of those of an outcome sheet', () => {
    expect(() => refuseStrangers(before, ['a'], 0)).toThrow('plan.only-strangers')
    expect(() => refuseStrangers(before, ['Z'], 1)).not.toThrow()
  })
})

test('outcomes come while the trial runs, up to a limit', () => {
  expect(() => refuseMoreSheets(inState('running'), 103)).not.toThrow()
  expect(() => refuseMoreSheets(inState('running'), 104)).toThrow('plan.too-many-sheets')
  for (const state of ['draft', 'frozen', 'stopped', 'ended', 'decided'] as const)
    expect(() => refuseMoreSheets(inState(state), 0)).toThrow('plan.not-running')
})

test('a decided trial keeps its plan', () => {
  expect(() => refuseDecided(inState('decided'))).toThrow('plan.decided')
  expect(() => refuseDecided(inState('ended'))).not.toThrow()
})

describe('a guardrail', () => {
  const complaints = { name: 'Complaints', column: 'complaints', better: 'lower' as const, margin: 0.5 }
  const loosened = [
    ['dropped', []],
    ['wider', [{ ...complaints, margin: 0.6 }]],
    ['turned round', [{ ...complaints, better: 'higher' as const }]],
    ['of another column', [{ ...complaints, column: 'errors' }]],
  ] as const

  test.each(loosened)('is not %s once the trial is over', (_, after) => {
    for (const state of ['stopped', 'ended'] as const)
      expect(() => refuseLooserGuardrails(inState(state), [complaints], after)).toThrow(
        expect.objectContaining({ messageId: 'plan.looser-guardrail', values: { name: 'Complaints' } }),
      )
    for (const state of ['frozen', 'running'] as const)
      expect(() => refuseLooserGuardrails(inState(state), [complaints], after)).not.toThrow()
  })

  test('may be named anew, made tighter, or joined by another', () => {
    const after = [
      { ...complaints, name: 'Angry letters', margin: 0.1 },
      { ...complaints, column: 'errors' },
    ]
    expect(() => refuseLooserGuardrails(inState('ended'), [complaints], after)).not.toThrow()
  })
})

test('a plan has only so many versions', () => {
  expect(() => refuseMoreVersions({ version: versionsMost - 1 })).not.toThrow()
  expect(() => refuseMoreVersions({ version: versionsMost })).toThrow(
    new Problem('out-of-step', 'plan.too-many-versions', { limit: versionsMost }),
  )
})

test('a trial does not end before it starts; one that says only one of the two days may', () => {
  const values = { startsOn: '2026-03-02', endsOn: '2026-03-01' }
  const field = { pointer: '#/endsOn', message: 'plan.early-end' as const, values }
  expect(() => refuseEarlyEnd(values)).toThrow(new Problem('bad-input', 'plan.early-end', values, [field]))
  expect(() => refuseEarlyEnd({ startsOn: '2026-03-02', endsOn: '2026-03-02' })).not.toThrow()
  expect(() => refuseEarlyEnd({ startsOn: null, endsOn: '2026-03-01' })).not.toThrow()
})
