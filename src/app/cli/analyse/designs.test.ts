import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WrongInput } from '../wrong-input.ts'
import { type AskedBeforeAfter, beforeAfterTold } from './before-after.ts'
import { reportOf } from './report.ts'
import { staggeredTold } from './staggered.ts'
import { switchbackTold } from './switchback.ts'

const reference = (path: string) => fileURLToPath(new URL(`../../../../reference/${path}`, import.meta.url))
const usual = { better: 'higher', worth: null, isRandomised: false } as const

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-designs-'))
})
afterAll(() => rm(folder, { recursive: true }))
async function sheet(...lines: string[]): Promise<string> {
  const path = join(folder, `${Math.random()}.csv`)
  await writeFile(path, lines.join('\n'))
  return path
}
const message = (told: Promise<unknown>) =>
  told.then(
    () => '',
    (error: unknown) => (error instanceof WrongInput ? error.message : String(error)),
  )

describe('staggered', () => {
  const counties = { ...usual, site: 'countyreal', period: 'year', value: 'lemp', first: 'first.treat' } as const
  const file = reference('mpdta-minimum-wage/mpdta.csv')

  // Callaway & Sant'Anna (2021), as their package prints it: group average -0.0310, event study -0.0772, simple -0.0400.
  test.each([
    ['group', -0.031],
    ['event', -0.0772],
    ['simple', -0.04],
  ] as const)('the minimum wage in waves, by %s', async (method, estimate) => {
    const { json } = await staggeredTold(file, { ...counties, method })
    expect(json.estimate).toBeCloseTo(estimate, 4)
    expect(json).toMatchObject({ design: 'staggered', grade: 'B', method: `group-time-${method}` })
    expect(json.groups.map(({ name, units }) => [name, units])).toEqual([
      ['since 2004', 20],
      ['since 2006', 40],
      ['since 2007', 131],
      ['never', 309],
    ])
    // The trap: two-way fixed effects give -0.0365.
    expect(json.estimate).not.toBeCloseTo(-0.0365, 3)
  })

  // The README of did: -0.0418, standard error 0.0115 in large samples; ours is the small-sample one.
  test('counties are compared with counties of their size', async () => {
    const { json } = await staggeredTold(file, { ...counties, method: 'simple', covariate: 'lpop' })
    expect(json.estimate).toBeCloseTo(-0.0418, 4)
    expect(((json.high ?? 0) - (json.low ?? 0)) / 2 / 1.96).toBeCloseTo(0.0115, 3)
  })

  test('says what is wrong with a covariate', async () => {
    const asked = { ...counties, method: 'group', covariate: 'lpop,year' } as const
    expect(await message(staggeredTold(file, asked))).toMatch(/^--covariate year: "8001" has several values/)
    const wedge = staggeredTold(file, { ...counties, method: 'wedge', covariate: 'lpop' })
    expect(await message(wedge)).toMatch(/^--covariate: a wedge compares/)
    expect(await message(staggeredTold(file, { ...asked, covariate: 'pop' }))).toMatch(/^--covariate/)
  })

  // The trial's own notebook: intention to treat -0.018 (standard error 0.006), 193 rows.
  test('a stepped wedge with weights: contact tracing by a machine', async () => {
    const { json } = await staggeredTold(reference('cict-stepped-wedge/areas.csv'), {
      ...usual,
      isRandomised: true,
      ...{ site: 'zip', period: 'week', value: 'filled', first: 'started', weight: 'cases', method: 'wedge' as const },
    })
    expect(json.estimate).toBeCloseTo(-0.0179, 4)
    expect(json).toMatchObject({ design: 'staggered', rows: 193 })
  })

  test('the page shows the effects by time since the start', async () => {
    const page = reportOf(await staggeredTold(file, { ...counties, method: 'group' }), 'mpdta.csv')
    expect(page).toContain('By time since the start')
    expect(page).not.toMatch(/NaN|undefined/)
  })

  test('says what is wrong with the column of starts', async () => {
    const two = await sheet('s,t,x,f', 'a,1,1,2', 'a,2,1,3', 'b,1,1,', 'b,2,1,')
    const asked = { ...usual, site: 's', period: 't', value: 'x', first: 'f', method: 'group' } as const
    expect(await message(staggeredTold(two, asked))).toMatch(/^--first: "a" has several starts \(2, 3\)/)
    const none = await sheet('s,t,x,f', 'a,1,1,', 'a,2,1,', 'b,1,1,', 'b,2,1,')
    expect(await message(staggeredTold(none, asked))).toMatch(/no site starts within these periods/)
  })
})

describe('before and after', () => {
  const ban: AskedBeforeAfter = {
    ...{ period: 'time', value: 'aces', since: '37', denominator: 'stdpop' },
    ...{ better: 'lower' as const, worth: null, isStep: true, transition: 0 },
  }
  const file = reference('sicily-smoking-ban/sicily.csv')

  // Lopez Bernal, Cummins & Gasparrini (2017): rate ratio 0.894 (0.865 to 0.925), although the raw rate rose.
  test('a smoking ban: the rate fell against its own trend', async () => {
    const { json, numbers } = await beforeAfterTold(file, { ...ban, method: 'poisson' })
    expect(json.relative.estimate).toBeCloseTo(0.894 - 1, 3)
    expect(json.relative.low).toBeCloseTo(0.865 - 1, 3)
    expect(json.relative.high).toBeCloseTo(0.925 - 1, 3)
    expect(json).toMatchObject({ design: 'before-after', method: 'its-poisson', grade: 'C' })
    // The trap: the raw count after is higher than before.
    const [before, after] = [numbers[1]?.[3], numbers[2]?.[3]].map(Number)
    expect(after).toBeGreaterThan(before ?? 0)
  })

  test('with its season and the real scatter of counts: 0.885', async () => {
    const { json } = await beforeAfterTold(file, { ...ban, season: 12 })
    expect(json.method).toBe('its-quasi-poisson')
    expect(json.relative.estimate).toBeCloseTo(0.885 - 1, 3)
  })

  test('a place picked for its bad figures is grade D with few periods before, C with many', async () => {
    const grade = async (since: string) => {
      const { json, gradeReasons } = await beforeAfterTold(file, { ...ban, since, chosen: 'worst' })
      return [json.grade, gradeReasons.some((reason) => reason.startsWith('Picked for its bad figures'))]
    }
    expect([await grade('10'), await grade('37')]).toEqual([
      ['D', true],
      ['C', false],
    ])
  })

  test('writes a page with the picture of what would have been', async () => {
    const page = reportOf(await beforeAfterTold(file, ban), 'sicily.csv')
    expect(page).toContain('What happened, and what would have been')
    expect(page).not.toMatch(/NaN|undefined/)
  })

  test('of few periods it tells nothing, and says what to look at instead', async () => {
    const few = await sheet('t,x', ...Array.from({ length: 8 }, (_, i) => `${i},${(i * 7) % 5}`))
    const asked = { ...usual, period: 't', value: 'x', since: '4', isStep: false, transition: 0 } as const
    expect(await message(beforeAfterTold(few, asked))).toMatch(/at least 8 before and 8 after.*--design chart/)
    const twice = await sheet('t,x', '1,1', '1,2')
    expect(await message(beforeAfterTold(twice, asked))).toMatch(/several rows, and a series has one a period/)
  })
})

describe('switchback', () => {
  const days = (on: (day: number) => number, value: (day: number) => number) =>
    sheet('shop,day,on,sales', ...Array.from({ length: 16 }, (_, day) => `s,${day + 1},${on(day)},${value(day)}`))
  const asked = {
    ...{ ...usual, isRandomised: true, site: 'shop', period: 'day', value: 'sales', treated: 'on' },
    ...{ window: 1, block: 2, carryOver: 0 },
  } as const

  test('compares days on with days off, by all schedules that could have been drawn', async () => {
    const file = await days(
      (day) => day % 2,
      (day) => 100 + ((day * 7) % 5) + 10 * (day % 2),
    )
    const { json } = await switchbackTold(file, asked)
    expect(json).toMatchObject({ design: 'switchback', method: 'schedule-permutation', rows: 16 })
    expect(json.estimate).toBeGreaterThan(8)
    expect(json.pValue).toBeCloseTo(2 / 2 ** 8, 10)
  })

  test('a window that is on and off is refused, and so is a schedule without pairs', async () => {
    const file = await days(
      (day) => day % 2,
      (day) => day,
    )
    expect(await message(switchbackTold(file, { ...asked, window: 2 }))).toMatch(/^--window 2: "s" switches inside/)
    const same = await days(
      () => 1,
      (day) => day,
    )
    expect(await message(switchbackTold(same, asked))).toMatch(/within no block is there a window/)
  })
})
