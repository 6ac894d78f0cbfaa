import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WrongInput } from '../wrong-input.ts'
import { analyse } from './command.ts'
import type { AnalyseJson } from './json.ts'
import type { AnalyseOptions } from './options.ts'

const project = fileURLToPath(new URL('../../../..', import.meta.url))
const cardKrueger = join(project, 'reference/card-krueger-1994/card-krueger.csv')
const daycare = join(project, 'reference/daycare-fines/daycare_fines.csv')
const smoking = join(project, 'reference/prop99-smoking/smoking.csv')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-analyse-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ran {
  code: number | null
  out: string
  err: string
}

/** The real command, as somebody would type it: a process of its own, the Node that runs the product. */
function run(args: readonly string[], input?: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(project, 'src/app/cli.ts'), 'analyse', ...args])
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.on('data', (piece) => (ran.out += piece))
    child.stderr.on('data', (piece) => (ran.err += piece))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ran, code }))
    child.stdin.end(input ?? '')
  })
}

const shops = (value: string, ...more: string[]) => [
  cardKrueger,
  ...['--design', 'pilot', '--site', 'id', '--period', 'd', '--value', value, '--treated', 'nj', '--since', '1'],
  ...more,
]
const centres = (...more: string[]) => [
  daycare,
  ...['--design', 'pilot', '--site', 'center', '--period', 'week', '--value', 'late_pickups'],
  ...['--treated', 'group=test', '--since', '5', '--better', 'lower'],
  ...more,
]
const states = (...more: string[]) => [
  smoking,
  ...['--design', 'pilot', '--site', 'state', '--period', 'year', '--value', 'cigsale'],
  ...['--treated', 'state=California', '--since', '1989', '--better', 'lower'],
  ...more,
]

async function json(args: readonly string[], input?: string): Promise<AnalyseJson> {
  const { code, out, err } = await run([...args, '--json'], input)
  if (code !== 0) throw new Error(err)
  return JSON.parse(out)
}

describe('published results from the command line', () => {
  // Card & Krueger (1994), balanced sample: 2.75, standard error 1.34.
  test('the minimum wage: 2.75 more staff, with an interval', async () => {
    const answer = await json(shops('fte'))
    expect(answer.estimate).toBeCloseTo(2.75, 10)
    expect(answer.low).toBeCloseTo(0.0905, 4)
    expect(answer.high).toBeCloseTo(5.4095, 4)
    expect(answer).toMatchObject({ design: 'pilot', method: 'did-cr2', confidence: 0.95, grade: 'B', rows: 768 })
    expect(answer.groups).toEqual([
      { name: 'treated', units: 309, rows: 618 },
      { name: 'comparison', units: 75, rows: 150 },
    ])
    expect(answer.sentence).toBe(
      'fte came out 2.75 higher with the change than without it: better, plausibly by 0.09 to 5.41.',
    )
  })

  // The same file: about -0.11, standard error 0.10.
  test('opening hours: too close to call, and no talk of "no effect"', async () => {
    const answer = await json(shops('hrsopen'))
    expect(answer.estimate).toBeCloseTo(-0.1113, 4)
    expect(answer.low).toBeLessThan(0)
    expect(answer.high).toBeGreaterThan(0)
    expect(answer.sentence).toBe(
      'Too close to call: with the change, hrsopen could be anything from 0.315 worse to 0.092 better.',
    )
  })

  // Gneezy & Rustichini (2000), recomputed: +10.03 late pick-ups.
  test('a fine that backfired: harm, said as harm', async () => {
    const answer = await json(centres())
    expect(answer.estimate).toBeCloseTo(10.026, 3)
    expect(answer.method).toBe('did-permutation')
    expect(answer.sentence).toMatch(/^late_pickups came out 10\.0 higher .*: worse, plausibly by /)
  })

  // Abadie, Diamond & Hainmueller (2010): one treated state of 39; difference in differences -27.35.
  test('one state against many: placebo permutation, and the smallest possible p', async () => {
    const answer = await json(states())
    expect(answer.estimate).toBeCloseTo(-27.349, 3)
    expect(answer).toMatchObject({ method: 'did-placebo', low: null, high: null, relative: { low: null, high: null } })
    expect(answer.pValue).toBeCloseTo(5 / 39, 12)
    expect(answer.sentence).toContain('the smallest possible is 0.026')
    expect(answer.checks.find(({ name }) => name === 'enough-sites')?.detail).toContain('0.026')
  })
})

describe('the contract of --json', () => {
  test('has these fields, in this order, and no others', async () => {
    const answer = await json(centres())
    expect(Object.keys(answer)).toEqual([
      ...['design', 'method', 'estimate', 'low', 'high', 'confidence', 'pValue', 'relative', 'grade'],
      ...['checks', 'groups', 'rows', 'sentence'],
    ])
    expect(Object.keys(answer.relative)).toEqual(['estimate', 'low', 'high'])
    expect(answer.checks.every((check) => Object.keys(check).join() === 'name,passed,detail')).toBe(true)
  })

  test('prints the same bytes each time, and doubts about the sheet beside them', async () => {
    const [first, second] = await Promise.all([run(shops('fte', '--json')), run(shops('fte', '--json'))])
    expect(first.out).toBe(second.out)
    expect(first.err).toMatch(/^Column “fte”: 26 values are missing/)
  })

  test('numbers carry no rounding of the machine', async () => {
    const { out } = await run(centres('--json'))
    const numbers = out.match(/-?\d+\.\d+/g) ?? []
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers.filter((text) => text.replace(/^[-0.]+/, '').replace('.', '').length > 12)).toEqual([])
  })

  test('reads standard input, and names with ":" and "=" in them', async () => {
    const sheet = readFileSync(daycare, 'utf8').replace(/^.*\n/, (header) =>
      header.replace('group', 'which=group').replace('late_pickups', 'late: pick=ups'),
    )
    const args = ['-', '--design', 'pilot', '--site', 'center', '--period', 'week', '--value', 'late: pick=ups']
    const more = ['--treated', 'which=group=test', '--since', '5', '--guardrail', 'children:higher:3']
    const answer = await json([...args, ...more], sheet)
    expect(answer.estimate).toBeCloseTo(10.026, 3)
    expect(answer.checks.find(({ name }) => name === 'guardrail')?.detail).toMatch(/^children: /)
  })
})

describe('for people', () => {
  test('prints the sentence, why the grade, the numbers, the checks and the method', async () => {
    const { code, out, err } = await run(shops('fte', '--worth', '1', '--guardrail', 'hrsopen:higher:1'))
    expect([code, err]).toEqual([0, ''])
    for (const words of [
      'fte came out 2.75 higher',
      'worth having (1) is open',
      'Evidence grade B',
      'with the change',
      '0.09 to 5.41',
      '✓ hrsopen: no harm seen.',
      'Bell & McCaffrey (2002)',
      '26 values are missing',
    ])
      expect(out.replace(/\s+/g, ' ')).toContain(words)
    expect(out.split('\n').every((line) => line.length <= 78)).toBe(true)
  })

  test('a share that is not beyond chance is no claim', async () => {
    const { out } = await run(states())
    expect(out).toMatch(/of what would have been +not beyond chance/)
    expect(out.replace(/\s+/g, ' ')).toContain(
      '! One site carries the result. California alone has the change: it carries the result.',
    )
  })

  test('a share stands with its interval', async () => {
    const { out } = await run(shops('fte'))
    expect(out).toMatch(/of what would have been +\+15\.2 %\n/u)
    expect(out).toMatch(/its 95 % interval +0\.4 % to 34\.6 %\n/u)
  })

  test('writes a page that stands alone: no scripts, nothing loaded, nothing unescaped', async () => {
    const sheet = readFileSync(daycare, 'utf8').replaceAll(',test,', ',"<b>&test",')
    const path = join(folder, 'report.html')
    const args = centres('--report', path)
      .with(0, '-')
      .map((arg) => (arg === 'group=test' ? 'group=<b>&test' : arg))
    expect((await run(args, sheet)).code).toBe(0)
    const page = await readFile(path, 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).not.toMatch(/<script|<link|@import|url\(|https?:\/\//i)
    expect(page).not.toContain('<b>')
    expect(page.match(/<svg/g)).toHaveLength(4)
    expect(page).toContain('late_pickups came out 10.0 higher')
    // The picture says it as the sentence does: no sign beside "higher".
    expect(page).toContain('>10.0 higher</text>')
    expect(page).toMatch(/>13\.7 higher<\/text>|>6\.6 to 13\.7 higher<\/text>/)
    expect(page).not.toMatch(/>[−-]\d[\d.]*<\/text>/)
    expect(page).toContain('<th scope="row">1</th>')
  })
})

describe('picked because it was bad', () => {
  test('the worst get better by themselves: D, unless others were picked like them or chance drew', async () => {
    const grades = await Promise.all(
      [
        ['--chosen', 'worst'],
        ['--chosen', 'all-worst'],
        ['--chosen', 'other'],
        ['--chosen', 'worst', '--randomised'],
      ].map(async (more) => (await json(centres(...more))).grade),
    )
    expect(grades).toEqual(['D', 'B', 'B', 'B'])
    const { out } = await run(centres('--chosen', 'worst'))
    expect(out).toMatch(/- Picked for its bad figures, with fewer than 12 periods before/)
  })
})

describe('wrong input ends with 2 and one clear line', () => {
  const wrong = async (args: readonly string[], input?: string) => {
    const { code, out, err } = await run(args, input)
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
    return err.trim()
  }

  test('a column that is not there', async () => {
    expect(await wrong(shops('ftee'))).toMatch(
      /^error: --value: there is no column "ftee"\. Did you mean "fte"\? The columns are: id, nj, d, /,
    )
  })

  test('an unknown option, also where a suggestion follows', async () => {
    expect(await wrong(centres('--sinze', '5'))).toMatch(/^error: unknown option '--sinze' \(Did you mean --since\?\)$/)
  })

  test('a missing option', async () => {
    expect(await wrong(centres().slice(0, 11))).toMatch(
      /^error: required and not given: --since\. For example: ratchet analyse /,
    )
  })

  test('a file alone: everything that is missing, at once', async () => {
    expect(await wrong([daycare])).toContain('--design, --site, --period, --value, --treated, --since.')
  })

  test('an unknown option is told before what is missing because of it', async () => {
    expect(await wrong([daycare, '--desgn', 'pilot'])).toBe("error: unknown option '--desgn' (Did you mean --design?)")
  })

  test('a file that is no table', async () => {
    const pdf = join(folder, 'report.pdf')
    await writeFile(pdf, '%PDF-1.7\n%âãÏÓ\n1 0 obj\n')
    expect(await wrong(centres().with(0, pdf))).toMatch(/report\.pdf: .*PDF/)
  })

  test('nothing at all', async () => {
    expect(await wrong(centres().with(0, '-'), '')).toMatch(/^error: standard input: there is nothing in the file\.$/)
  })
})

describe('every wrong input says what to do', () => {
  const options: AnalyseOptions = {
    design: 'pilot',
    site: 'center',
    period: 'week',
    value: 'late_pickups',
    treated: 'group=test',
    since: '5',
    guardrail: [],
    better: 'lower',
    changes: [],
  }

  test.each<[string, Partial<AnalyseOptions>, RegExp, file?: string]>([
    ['a treated column that says neither yes nor no', { treated: 'group' }, /it says: test, control\./],
    ['a value that is not there', { treated: 'group=tset' }, /never says "tset"; it says: test, control\./],
    ['a start that is no period', { since: 'May' }, /--since: "May" is no period of this sheet.*such as "1"/],
    ['a start after the data', { since: '99' }, /the figures end before the change starts/],
    ['a start with the first period', { since: '1' }, /from the first period/],
    ['a column of text', { value: 'study_period_4' }, /no number at all/],
    ['a column for two things', { guardrail: ['late_pickups:lower:1'] }, /is named for two things/],
    ['a margin that is no number', { guardrail: ['children:higher:many'] }, /"many" is no number/],
    ['a guardrail without a direction', { guardrail: ['children:5'] }, /COLUMN:lower:MARGIN/],
    ['an effect worth nothing', { worth: '0' }, /more than 0/],
    ['a worth that is no number', { worth: 'much' }, /--worth: "much" is no number/],
    ['a place where no report can be', { report: '/nowhere/report.html' }, /--report: .* cannot be written/],
    ['a file that is not there', {}, /^\/nowhere\.csv: there is no such file\.$/, '/nowhere.csv'],
    ['a folder', {}, /this is a folder/, project],
  ])('%s', async (_, wrong, line, file = daycare) => {
    const refused = await analyse(file, { ...options, ...wrong }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(WrongInput)
    expect((refused as WrongInput).message).toMatch(line)
    expect((refused as WrongInput).message).not.toContain('\n')
  })
})
