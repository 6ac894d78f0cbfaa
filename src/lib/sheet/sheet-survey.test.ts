import { expect, test } from 'vitest'
import { sheetSurvey } from './sheet-survey.ts'

test('counts all rows, shows the first fifty, guesses from a sample', () => {
  const survey = sheetSurvey(['shop', 'week', 'sales'], 'point')
  for (let at = 0; at < 10_000; at++) {
    survey.add({ row: at + 2, cells: [`shop ${at % 100}`, String(Math.floor(at / 100)), at % 10 ? '5.5' : 'NA'] })
  }
  const { rowCount, sample, columns, site, period } = survey.finish()
  expect(rowCount).toBe(10_000)
  expect([sample.length, sample[0]?.row, sample[49]?.row]).toEqual([50, 2, 51])
  expect(columns[2]).toMatchObject({ kind: 'number', missing: 1000, filled: 9000 })
  expect([site?.column, period?.column]).toEqual(['shop', 'week'])
})
