import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceOf, checkList, type DrawMethod, type Drawn, type DrawSite } from './draw.ts'
import { drawLots, listCsv, listFigure, optionsOf, seedFrom, seedText } from './draw-lots.ts'

const aSite = (name: string, changes: Partial<DrawSite> = {}): DrawSite => ({
  name,
  stratum: null,
  pair: null,
  before: null,
  recent: null,
  ...changes,
})

/** Shops with awkward names, two regions, pairs, and figures with as many digits as there are. */
const shops = [
  '=1+1',
  'Köln, Süd',
  'The "Corner"',
  'Ost',
  'West',
  'Nord',
  'Mitte',
  'Hafen',
  '007',
  'a b',
  'Zoo',
  'Alm',
].map((name, at) =>
  aSite(name, {
    stratum: at % 2 === 0 ? 'North / West' : 'South',
    pair: `pair ${1 + Math.floor(at / 2)}`,
    before: listFigure(100 + 7.123456 * ((at * 5) % 12)),
    recent: listFigure(1000 / (at + 3)),
  }),
)

const ways: [string, DrawMethod][] = [
  ['sites', { by: 'sites', parts: { treated: 1, comparison: 2 } }],
  ['strata', { by: 'strata', parts: { treated: 1, comparison: 1 } }],
  ['pairs', { by: 'pairs' }],
  ['balanced', { by: 'balanced', parts: { treated: 1, comparison: 1 }, withinStrata: false }],
  ['balanced within strata', { by: 'balanced', parts: { treated: 1, comparison: 1 }, withinStrata: true }],
  ['order', { by: 'order', perWave: [3, 4, 5], withinStrata: false }],
  ['order within strata', { by: 'order', perWave: [4, 4, 4], withinStrata: true }],
  ['switchback', { by: 'switchback', windows: 8, windowLength: 2, blockWindows: 4 }],
]

describe('drawing lots', () => {
  test.each(ways)('by %s: the same list, way and seed give the same, another seed another', (_, method) => {
    const plan = { sites: shops, method }
    expect(drawLots(plan, 7)).toEqual(drawLots(plan, 7))
    const others = [8, 9, 10].map((seed) => JSON.stringify(drawLots(plan, seed)))
    expect(others.some((other) => other !== JSON.stringify(drawLots(plan, 7)))).toBe(true)
  })

  test('within groups both sides are even, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 - 1 }), (seed) => {
        const treated = treatedIn(
          drawLots({ sites: shops, method: { by: 'strata', parts: { treated: 1, comparison: 1 } } }, seed),
        )
        for (const stratum of ['North / West', 'South'])
          expect(shops.filter((shop) => shop.stratum === stratum && treated.has(shop.name))).toHaveLength(3)
      }),
    )
  })

  test('one of each pair, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 - 1 }), (seed) => {
        const treated = treatedIn(drawLots({ sites: shops, method: { by: 'pairs' } }, seed))
        const pairs = new Set(shops.filter(({ name }) => treated.has(name)).map(({ pair }) => pair))
        expect([treated.size, pairs.size]).toEqual([6, 6])
      }),
    )
  })

  test('until both sides are alike: closer than most draws', () => {
    const distance = (method: DrawMethod, seed: number) =>
      Math.abs(balanceOf(shops, treatedIn(drawLots({ sites: shops, method }, seed))).inDeviations ?? 0)
    const seeds = Array.from({ length: 60 }, (_, seed) => seed)
    const mean = (method: DrawMethod) => seeds.reduce((sum, seed) => sum + distance(method, seed), 0) / seeds.length
    const parts = { treated: 1, comparison: 1 }
    expect(mean({ by: 'balanced', parts, withinStrata: false })).toBeLessThan(0.6 * mean({ by: 'sites', parts }))
  })

  test('a switchback is on for half of each block', () => {
    const drawn = drawLots(
      { sites: shops, method: { by: 'switchback', windows: 8, windowLength: 1, blockWindows: 4 } },
      3,
    )
    const schedules = drawn.by === 'windows' ? drawn.schedule : []
    for (const { on } of schedules)
      for (const from of [0, 4]) expect(on.slice(from, from + 4).filter(Boolean)).toHaveLength(2)
  })
})

function treatedIn(drawn: Drawn): Set<string> {
  return new Set(drawn.by === 'arms' ? drawn.assigned.filter(({ treated }) => treated).map(({ site }) => site) : [])
}

describe('drawing again from the file', () => {
  const cli = fileURLToPath(new URL('../../app/cli.ts', import.meta.url))

  test('the command line gives the same, for every way', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'draw-'))
    const file = join(folder, 'list.csv')
    await writeFile(file, listCsv(shops))
    const seed = 2 ** 52 - 12_345
    const found = await Promise.all(
      ways.map(async ([, method]) => {
        const plan = { sites: shops, method }
        const line = await run(['randomise', file, ...optionsOf(plan).split(' '), '--seed', String(seed), '--json'])
        return [asDrawn(JSON.parse(line)), asDrawn(drawLots(plan, seed))]
      }),
    )
    await rm(folder, { recursive: true })
    for (const [theirs, ours] of found) expect(theirs).toEqual(ours)
  }, 180_000)

  /** What each site gets, in the order of the list, whoever says it: names that a spreadsheet would run get an apostrophe. */
  function asDrawn(drawn: Record<string, unknown>): unknown[] {
    const rows = (drawn['assigned'] ?? drawn['starts'] ?? drawn['schedule']) as Record<string, unknown>[]
    return rows.map(
      ({ arm, treated, step, wave, on }) =>
        arm ?? on ?? (wave === undefined ? step : Number(wave) - 1) ?? (treated ? 'treated' : 'comparison'),
    )
  }

  function run(args: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [cli, ...args])
      let [out, wrong] = ['', '']
      child.stdout.on('data', (piece) => (out += piece))
      child.stderr.on('data', (piece) => (wrong += piece))
      child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(wrong))))
    })
  }
})

describe('the seed', () => {
  const draw = { listSha256: 'a'.repeat(64), options: '--unit site' }
  const of = (secret: string, word: string) =>
    seedFrom(
      createHash('sha256')
        .update(seedText(draw, secret, word))
        .digest('hex'),
    )

  test('is a whole number below 2^52', () => {
    expect(seedFrom('f'.repeat(64))).toBe(2 ** 52 - 1)
    expect(Number.isSafeInteger(of('b'.repeat(64), 'six'))).toBe(true)
  })

  test('follows from the secret, and from the word', () => {
    expect(of('b'.repeat(64), 'six')).not.toBe(of('c'.repeat(64), 'six'))
    expect(of('b'.repeat(64), 'six')).not.toBe(of('b'.repeat(64), 'seven'))
  })
})

describe('a list that cannot be drawn from', () => {
  const parts = { treated: 1, comparison: 1 }
  test.each<[string, DrawSite[], DrawMethod, string]>([
    ['one site', [aSite('A')], { by: 'sites', parts }, 'draw.too-few'],
    ['a name twice', [aSite('A'), aSite('a')], { by: 'sites', parts }, 'draw.same-name'],
    ['a name that reads as a gap', [aSite('A'), aSite('n/a')], { by: 'sites', parts }, 'draw.no-name'],
    ['no group', [aSite('A', { stratum: 'x' }), aSite('B')], { by: 'strata', parts }, 'draw.no-stratum'],
    ['no pair', [aSite('A'), aSite('B')], { by: 'pairs' }, 'draw.no-pair'],
    ['no figures', [aSite('A'), aSite('B')], { by: 'balanced', parts, withinStrata: false }, 'draw.no-figures'],
    [
      'too few to be balanced',
      ['A', 'B', 'C'].map((name) => aSite(name, { before: 1, recent: 1 })),
      { by: 'balanced', parts, withinStrata: false },
      'draw.too-few-to-balance',
    ],
    [
      'waves that do not add up',
      [aSite('A'), aSite('B')],
      { by: 'order', perWave: [1, 2], withinStrata: false },
      'draw.waves',
    ],
    ['odd blocks', [aSite('A')], { by: 'switchback', windows: 6, windowLength: 1, blockWindows: 3 }, 'draw.windows'],
  ])('%s', (_, sites, method, message) => {
    expect(() => checkList(sites, method)).toThrow(message)
  })
})
