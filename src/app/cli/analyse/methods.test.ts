import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WrongInput } from '../wrong-input.ts'
import { analyse } from './command.ts'
import type { AnalyseJson } from './json.ts'
import type { AnalyseOptions } from './options.ts'

const reference = (path: string) => fileURLToPath(new URL(`../../../../reference/${path}`, import.meta.url))
const none = { guardrail: [], changes: [] }

let folder: string
let mails: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-methods-'))
  mails = join(folder, 'mails.csv')
  // 100 of 1,000 against 125 of 1,000.
  const arm = (name: string, yes: number) =>
    Array.from({ length: 1000 }, (_, i) => `${name},${i < yes ? 1 : 0},${i % 7},1`)
  await writeFile(mails, ['arm,done,pre,days', ...arm('old', 100), ...arm('new', 125)].join('\n'))
})
afterAll(() => rm(folder, { recursive: true }))

async function answerOf(file: string, options: Partial<AnalyseOptions>): Promise<AnalyseJson> {
  const lines: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (text: string | Uint8Array) => lines.push(String(text)) > 0
  try {
    await analyse(file, { ...none, ...options, json: true })
  } finally {
    process.stdout.write = write
  }
  return JSON.parse(lines.join('')) as AnalyseJson
}
const refusal = (file: string, options: Partial<AnalyseOptions>) =>
  analyse(file, { ...none, ...options }).then(
    () => '',
    (error: unknown) => (error instanceof WrongInput ? error.message : String(error)),
  )

describe('one state against many, otherwise', () => {
  const states: Partial<AnalyseOptions> = {
    ...{ design: 'pilot', site: 'state', period: 'year', value: 'cigsale', treated: 'state=California' },
    ...{ since: '1989', better: 'lower' },
  }
  const smoking = reference('prop99-smoking/smoking.csv')

  // Abadie, Diamond & Hainmueller (2010), outcomes alone: -19.514, rank 3 of 39; difference in differences -27.349.
  test('the synthetic control of California', async () => {
    const json = await answerOf(smoking, { ...states, method: 'synthetic-control' })
    expect(json.estimate).toBeCloseTo(-19.514, 3)
    expect(json.pValue).toBeCloseTo(3 / 39, 10)
    expect(json).toMatchObject({ design: 'pilot', method: 'synthetic-control', low: null, grade: 'B' })
  })

  // Arkhangelsky et al. (2021), table 1: -15.6 (8.4).
  test('synthetic difference in differences, also by its short name', async () => {
    const json = await answerOf(smoking, { ...states, method: 'sdid' })
    expect(json.estimate).toBeCloseTo(-15.6, 1)
    expect(json.method).toBe('synthetic-difference')
  })

  test('a page with the mixture and its picture', async () => {
    const report = join(folder, 'california.html')
    await answerOf(smoking, { ...states, method: 'augmented', report })
    const page = await readFile(report, 'utf8')
    expect(page).toContain('The mixture')
    expect(page).not.toMatch(/NaN|undefined/)
  })

  test('says what a method cannot do here, and which there are', async () => {
    expect(await refusal(smoking, { ...states, method: 'permutation' })).toMatch(/at least 4 sites in each group/)
    expect(await refusal(smoking, { ...states, method: 'wild-bootstrap' })).toMatch(/with fewer --method placebo/)
    expect(await refusal(smoking, { ...states, method: 'synthetic' })).toBe(
      '--method: --design pilot has no "synthetic". There are: did, cluster-robust, permutation, placebo, wild-bootstrap, synthetic-control, synthetic-difference, augmented.',
    )
    expect(await refusal(smoking, { ...states, method: 'augmented', guardrail: ['retprice:lower:1'] })).toMatch(
      /^--guardrail: only --method did/,
    )
  })
})

test('ten centres by every method that compares changes: one effect', async () => {
  const centres: Partial<AnalyseOptions> = {
    ...{ design: 'pilot', site: 'center', period: 'week', value: 'late_pickups', treated: 'group=test' },
    ...{ since: '5', better: 'lower' },
  }
  const file = reference('daycare-fines/daycare_fines.csv')
  for (const method of ['did', 'cluster-robust', 'permutation', 'placebo', 'wild-bootstrap']) {
    const json = await answerOf(file, { ...centres, method })
    expect(json.estimate).toBeCloseTo(10.03, 1)
    expect(json.pValue).toBeLessThan(0.02)
  }
})

describe('two arms, otherwise', () => {
  const shares: Partial<AnalyseOptions> = { design: 'split', arm: 'arm=new', value: 'done', kind: 'proportion' }

  // METHODS: the same 100 and 125 of 1,000 by other tools' methods.
  test.each([
    ['delta', {}, { pValue: 0.0769, low: -0.0027, relative: { low: -0.06, high: 0.56 } }],
    ['sequence', { planned: '5000' }, { pValue: 0.62, low: -0.0191 }],
    ['bayes', { prior: '0.3' }, { pValue: null, relative: { estimate: 0.196, low: -0.079, high: 0.47 } }],
  ] as const)('%s gives the known answer', async (method, more, known) => {
    const json = await answerOf(mails, { ...shares, ...more, method })
    const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 2))
    expect(json.pValue).toEqual(close(known.pValue))
    if ('low' in known) expect(json.low).toBeCloseTo(known.low, 3)
    if ('relative' in known)
      for (const [end, value] of Object.entries(known.relative)) expect(json.relative).toHaveProperty(end, close(value))
  })

  test('a belief has a chance to win, and turns round where lower is better', async () => {
    const up = await answerOf(mails, { ...shares, method: 'bayes' })
    const down = await answerOf(mails, { ...shares, method: 'bayes', better: 'lower' })
    expect(up.belief?.chanceToWin).toBeCloseTo(0.919, 3)
    expect(down.belief?.chanceToWin).toBeCloseTo(1 - 0.919, 3)
    expect(down.belief?.lossIfTaken).toBeCloseTo(up.belief?.lossIfLeft ?? 0, 10)
  })

  test('scheduled looks: go on at the first, the end at the last', async () => {
    const first = await answerOf(mails, { ...shares, method: 'group-sequential', looks: '0.25,0.5' })
    expect(first).toMatchObject({ pValue: null, look: { isCrossed: false } })
    expect(first.look?.bound).toBeCloseTo(2.963, 3)
    const last = await answerOf(mails, { ...shares, method: 'group-sequential', looks: '0.5,1' })
    expect(last.pValue).toBeGreaterThan(0.0769)
    expect(last.look?.bound).toBeCloseTo(1.969, 3)
  })

  test('every method of every kind answers, and says which it was', async () => {
    const kinds: [Partial<AnalyseOptions>, string[]][] = [
      [{ kind: 'mean' }, ['welch', 'winsorised', 'log-ratio', 'delta', 'bayes']],
      [{ kind: 'mean', pre: 'pre' }, ['cuped', 'lin']],
      [{}, ['score', 'boschloo', 'fisher', 'fisher-mid-p', 'newcombe', 'fieller', 'beta-binomial']],
      [{ kind: 'rate', denominator: 'days' }, ['score', 'e-test', 'exact', 'exact-mid-p', 'delta']],
      [{ kind: 'ratio', denominator: 'days' }, ['delta']],
    ]
    const said: string[] = []
    for (const [options, methods] of kinds)
      for (const method of methods) {
        const json = await answerOf(mails, { ...shares, ...options, method })
        expect(json.estimate).toBeCloseTo(0.025, 1)
        said.push(json.method)
      }
    expect(said).toMatchInlineSnapshot(`
      [
        "welch",
        "winsorised",
        "welch-log-ratio",
        "welch-delta",
        "bayes",
        "cuped",
        "lin",
        "proportion-score",
        "proportion-boschloo",
        "proportion-fisher",
        "proportion-fisher-mid-p",
        "proportion-newcombe",
        "proportion-score-fieller",
        "beta-binomial",
        "rate-score",
        "rate-e-test",
        "rate-exact",
        "rate-exact-mid-p",
        "ratio-delta",
        "ratio-delta",
      ]
    `)
    for (const kind of ['mean', 'proportion', 'rate', 'ratio'] as const) {
      const days = kind === 'rate' || kind === 'ratio' ? { denominator: 'days' } : {}
      const json = await answerOf(mails, { ...shares, kind, ...days, method: 'sequence', planned: '5000' })
      expect(json.low).toBeCloseTo(-0.0191, 3)
    }
  })

  test.each<[Partial<AnalyseOptions>, RegExp]>([
    [{ method: 'sequence' }, /^--method sequence: say by --planned/],
    [{ method: 'group-sequential' }, /say by --looks which part/],
    [{ method: 'group-sequential', looks: '1,0.5' }, /^--looks: "1,0.5" must rise/],
    [{ method: 'cuped', kind: 'mean' }, /say by --pre which column/],
    [{ method: 'welch', kind: 'mean', pre: 'pre' }, /^--pre: --method welch makes no use of it/],
    [{ method: 'bayes', prior: '0' }, /^--prior: "0" must be more than 0/],
    [{ method: 'winsorised', kind: 'mean', cap: '5' }, /^--cap: "5" must be a share above 0\.5/],
    [{ arm: 'ar=new' }, /^--arm: there is no column "ar"\. Did you mean "arm"/],
    [{ planned: '9' }, /^--planned: does nothing without --method sequence/],
    [{ kind: 'quantile', method: 'boschloo' }, /^--method: --kind quantile has no "boschloo"\. There are: ranks\./],
    [{ method: 'bosch1oo' }, /Did you mean "boschloo"\?/],
  ])('%j says what is missing', async (options, line) => {
    expect(await refusal(mails, { ...shares, ...options })).toMatch(line)
  })
})

describe('one series, otherwise', () => {
  const ban: Partial<AnalyseOptions> = {
    ...{ design: 'before-after', period: 'time', value: 'aces', since: '37', better: 'lower' },
  }
  const file = reference('sicily-smoking-ban/sicily.csv')

  test('--offset is --denominator by the name that Poisson models give it', async () => {
    const [offset, denominator] = [
      await answerOf(file, { ...ban, offset: 'stdpop', step: true }),
      await answerOf(file, { ...ban, denominator: 'stdpop', step: true }),
    ]
    expect(offset).toEqual(denominator)
  })

  test('a forecast carries the level on, or its drift', async () => {
    const [level, drift] = [
      await answerOf(file, { ...ban, method: 'state-space', trend: 'level' }),
      await answerOf(file, { ...ban, method: 'local-level', trend: 'drift' }),
    ]
    expect([level.method, drift.method]).toEqual(['local-level', 'local-level'])
    expect(level.estimate).not.toBeCloseTo(drift.estimate ?? 0, 0)
  })

  test.each<[Partial<AnalyseOptions>, RegExp]>([
    [{ offset: 'stdpop', denominator: 'stdpop' }, /^--offset: the same as --denominator/],
    [{ offset: 'stdpop', method: 'ols' }, /^--method ols: only quasi-poisson and poisson count/],
    [{ method: 'local-level', step: true }, /^--step: does nothing without a line that breaks/],
    [{ trend: 'level' }, /^--trend: does nothing without --method local-level/],
    [{ season: '0' }, /^--season: "0" must be at least 2/],
    [{ season: '2.5' }, /^--season: 2.5 is no whole number/],
    [{ chosen: 'all-worst' }, /^--chosen all-worst: there are no others here/],
  ])('%j says what is wrong', async (options, line) => {
    expect(await refusal(file, { ...ban, ...options })).toMatch(line)
  })
})

describe('an option that would do nothing is refused, with where it belongs', () => {
  test.each<[Partial<AnalyseOptions>, string]>([
    [{ design: 'split', season: '12' }, '--season: does nothing with --design split; it is for before-after.'],
    [
      { design: 'pilot', denominator: 'x' },
      '--denominator: does nothing with --design pilot; it is for split, before-after, chart.',
    ],
    [
      { design: 'staggered', carryOver: '1' },
      '--carry-over: does nothing with --design staggered; it is for switchback.',
    ],
    [
      { design: 'switchback', guardrail: ['x:lower:1'] },
      '--guardrail: does nothing with --design switchback; it is for pilot.',
    ],
    [
      { design: 'chart', better: 'lower' },
      '--better: does nothing with --design chart; it is for split, pilot, staggered, switchback, before-after.',
    ],
    [
      { design: 'split', arm: 'arm', value: 'done', quantile: '0.9' },
      '--quantile: does nothing without --kind quantile.',
    ],
  ])('%j', async (options, line) => {
    expect(await refusal(mails, options)).toBe(line)
  })
})
