import { expect, test } from 'vitest'
import { PilotBody } from './plan-body.ts'
import { differencesOf } from './plan-difference.ts'
import { shopColumns } from './testing/shop-trial.ts'

const id = '00000000-0000-4000-8000-000000000001'
const body = PilotBody.parse({
  design: 'pilot',
  question: 'Do customers wait less?',
  metric: { id, name: 'Waiting', unit: 'minutes', better: 'lower', kind: 'mean' },
  worthHaving: 1,
  guardrails: [],
  control: null,
  sheetId: id,
  columns: shopColumns,
  since: '5',
  sites: [
    { name: 'A', treated: true },
    { name: 'B', treated: true },
    { name: 'C', treated: false },
  ],
  method: null,
  isRandomised: false,
  draw: null,
  chosen: null,
  startsOn: null,
  endsOn: null,
  runsFor: null,
  stops: { harm: true, futility: false, success: false, looks: 'weekly' },
  forecasts: [],
  seed: 7,
})

test('a plan does not differ from itself, whatever the order of its names', () => {
  const turned = Object.fromEntries(Object.entries(body).reverse()) as typeof body
  expect(differencesOf(body, turned)).toEqual([])
})

test('each part that changed is told with both values, in the order of the plan', () => {
  expect(differencesOf(body, { ...body, since: '6', question: 'Do they wait less?', worthHaving: null })).toEqual([
    { part: 'question', before: 'Do customers wait less?', after: 'Do they wait less?' },
    { part: 'worthHaving', before: 1, after: null },
    { part: 'since', before: '5', after: '6' },
  ])
})

test('of sites only those that went, came or changed groups', () => {
  const sites = [
    { name: 'A', treated: true },
    { name: 'C', treated: true },
    { name: 'D', treated: false },
  ]
  expect(differencesOf(body, { ...body, sites })).toEqual([
    {
      part: 'sites',
      before: [
        { name: 'B', treated: true },
        { name: 'C', treated: false },
      ],
      after: [
        { name: 'C', treated: true },
        { name: 'D', treated: false },
      ],
    },
  ])
})
