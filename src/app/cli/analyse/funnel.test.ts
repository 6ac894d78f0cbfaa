import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WrongInput } from '../wrong-input.ts'
import { funnelTold } from './funnel.ts'
import { reportOf } from './report.ts'
import { textOf } from './text.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-funnel-'))
})
afterAll(() => rm(folder, { recursive: true }))

const asked = { site: 'ward', value: 'falls', denominator: 'stays', kind: 'proportion' } as const

describe('many sites at one time', () => {
  test('each against the limits of its own size: one stands out, a small one with the same share does not', async () => {
    const file = join(folder, 'wards.csv')
    const usual = Array.from({ length: 12 }, (_, i) => `w${i},${90 + ((i * 7) % 20)},1000`)
    await writeFile(file, ['ward,falls,stays', ...usual, 'large,260,1000', 'small,3,10'].join('\n'))
    const told = await funnelTold(file, asked)
    expect(told.json).toMatchObject({ design: 'chart', method: 'funnel', estimate: null, grade: null, rows: 14 })
    expect(told.json.signals?.map(({ period }) => period)).toEqual(['large'])
    expect(told.json.sentence).toBe('falls: large is above the 99.8 % limits of its size.')
    expect(told.numbers[1]?.[0]).toBe('small')
    expect(textOf(told)).not.toMatch(/NaN|undefined|null/)
    expect(reportOf(told, 'wards.csv')).toContain('Every site beside its own limits')
  })

  test('rows of one site are added up, and a share above 1 is refused with what to do', async () => {
    const file = join(folder, 'months.csv')
    await writeFile(file, 'ward,falls,stays\na,1,10\na,2,10\nb,3,20\nc,5,20')
    expect((await funnelTold(file, asked)).json.rows).toBe(3)
    const turned = funnelTold(file, { ...asked, value: 'stays', denominator: 'falls' })
    await expect(turned).rejects.toThrow(WrongInput)
    await expect(turned).rejects.toThrow(/must not exceed its size.*--kind rate/)
  })
})
