import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WrongInput } from '../wrong-input.ts'
import { type AskedSplit, splitTold } from './split.ts'

const reference = (path: string) => fileURLToPath(new URL(`../../../../reference/${path}`, import.meta.url))
const usual = { kind: 'mean', quantile: 0.5, better: 'higher', worth: null, isRandomised: true } as const
const days: AskedSplit = { ...usual, value: 'grandtotal', arm: 'treatment' }
const lemons: AskedSplit = { ...usual, value: 'evaluation', arm: 'lemon=cut', unit: 'id' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-split-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function sheet(...lines: string[]): Promise<string> {
  const path = join(folder, `${Math.random()}.csv`)
  await writeFile(path, lines.join('\n'))
  return path
}

describe('published results', () => {
  // McGrath et al. (2016): the scent of chocolate in a bookshop's café, 16 days against 14; Welch p = 0.48.
  test('a scent that sells nothing: too close to call', async () => {
    const { json } = await splitTold(reference('sheets/mcgrath.csv'), days)
    expect(json.estimate).toBeCloseTo(612.0 - 575.39, 1)
    expect(json.pValue).toBeCloseTo(0.48, 2)
    expect(json.sentence).toMatch(/^Too close to call/)
    expect(json).toMatchObject({ design: 'split', method: 'welch', grade: 'B' })
    expect(json.groups).toEqual([
      { name: '1', units: 16, rows: 16 },
      { name: '0', units: 14, rows: 14 },
    ])
  })

  // Two pictures shown to 399 people: paired t(398) = 6.67.
  test('two rows of one person are a pair, not two people', async () => {
    const file = reference('packaging-experiments/pack_picture_SE24_S3.csv')
    const { json, lead } = await splitTold(file, lemons)
    expect(json).toMatchObject({ method: 'paired-t', groups: [{ units: 399 }, { units: 399 }] })
    expect(json.estimate).toBeCloseTo(3.724 - 3.478, 3)
    expect(json.pValue).toBeCloseTo(8.7e-11, 12)
    expect(lead).toContain('each measured with “cut” and with “whole”')
    // The trap: taken for 798 people, the same rows are far less sure of themselves.
    const { unit: _, ...asRows } = lemons
    const wrong = await splitTold(file, asRows)
    expect(wrong.json.pValue).toBeGreaterThan(1e-5)
  })

  // Brucks & Levav (2022): 16.79 ideas in person, 14.92 by video.
  test('fewer ideas by video', async () => {
    const { json } = await splitTold(reference('idea-generation-video/BL22_L.csv'), {
      ...usual,
      value: 'nidea',
      arm: 'cond=video',
    })
    expect(json.estimate).toBeCloseTo(14.92 - 16.79, 0)
    expect(json.sentence).toMatch(/: worse, plausibly by/)
  })
})

describe('kinds of metric', () => {
  test('shares: one row a person, exact when events are few', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `${i % 2 ? 'new' : 'old'},${i % 2 && i < 10 ? 1 : 0}`)
    const file = await sheet('arm,done', ...rows)
    const { json } = await splitTold(file, { ...usual, arm: 'arm=new', value: 'done', kind: 'proportion' })
    expect(json.method).toBe('proportion-boschloo')
    // 0 of 1000 against 5 of 1000: an engine with a spread of 0 says p = 1, Fisher 0.062.
    expect(json.pValue).toBeCloseTo(0.0346, 4)
  })

  test('rows of one unit are added up for a ratio, and averaged for a mean', async () => {
    const file = await sheet(
      'shop,arm,sales,visits',
      ...Array.from({ length: 40 }, (_, i) => `s${i % 20},${i % 2 ? 'new' : 'old'},${10 + (i % 7)},${5 + (i % 3)}`),
    )
    const asked: AskedSplit = { ...usual, arm: 'arm=new', unit: 'shop', value: 'sales', denominator: 'visits' }
    const ratio = await splitTold(file, { ...asked, kind: 'ratio' })
    expect(ratio.json).toMatchObject({ method: 'ratio-delta', groups: [{ units: 10 }, { units: 10 }] })
    expect(ratio.lead).toContain('40 rows make 20 units')
  })
})

describe('wrong input says what to do', () => {
  const refused = (file: string, asked: AskedSplit) =>
    splitTold(file, asked).then(
      () => '',
      (error: unknown) => (error instanceof WrongInput ? error.message : String(error)),
    )

  test('three arms: which is compared with which', async () => {
    const file = await sheet('arm,x', 'a,1', 'b,2', 'c,3')
    expect(await refused(file, { ...usual, arm: 'arm', value: 'x' })).toBe(
      '--arm: the column says: a, b, c. Say which had the change and which not: --arm "arm=c" --control "a".',
    )
    expect(await refused(file, { ...usual, arm: 'arm=d', value: 'x' })).toBe(
      '--arm: the column never says "d"; it says: a, b, c.',
    )
  })
  test('one arm', async () => {
    expect(await refused(await sheet('arm,x', 'a,1', 'a,2'), { ...usual, arm: 'arm', value: 'x' })).toMatch(
      /nothing to compare with/,
    )
  })
  test('a unit in both arms, and another in one', async () => {
    const file = await sheet('id,arm,x', 'p,a,1', 'p,b,2', 'q,a,3')
    expect(await refused(file, { ...usual, arm: 'arm=b', unit: 'id', value: 'x' })).toMatch(/"q" \(row 4\) is in one/)
  })
  test('a share of something that is no yes or no', async () => {
    expect(await refused(reference('sheets/mcgrath.csv'), { ...days, kind: 'proportion' })).toMatch(/must be 0 or 1/)
  })
  test('a rate without an exposure', async () => {
    expect(await refused(reference('sheets/mcgrath.csv'), { ...days, kind: 'rate' })).toMatch(/say by --denominator/)
  })
})
