import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { planOf } from './plan.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const centres = fileURLToPath(new URL('../../../reference/daycare-fines/daycare_fines.csv', import.meta.url))
const columns = { site: 'center', period: 'week', value: 'late_pickups' }
const history = [centres, '--site', 'center', '--period', 'week', '--value', 'late_pickups']

function plan(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'plan', ...args])
    const ran = { code: null as number | null, out: '', err: '' }
    child.stdout.on('data', (piece) => (ran.out += piece))
    child.stderr.on('data', (piece) => (ran.err += piece))
    child.on('close', (code) => resolve({ ...ran, code }))
  })
}

describe('what could this trial tell?', () => {
  // Two samples, effect of 0.2 standard deviations, power 0.8: 393.4 an arm.
  test('how many units an effect takes', async () => {
    const { out } = await plan('--design', 'split', '--sd', '10', '--effect', '2', '--json')
    expect(JSON.parse(out)).toMatchObject({ design: 'split', size: 394, reason: null })
  })

  test('which effect these sites can find, from the noise of their own history', async () => {
    const [five, twelve] = await Promise.all([
      plan(...history, '--design', 'pilot', '--size', '5', '--json'),
      plan(...history, '--design', 'pilot', '--size', '12', '--json'),
    ])
    const [few, many] = [JSON.parse(five.out), JSON.parse(twelve.out)]
    expect(few.smallestEffect).toBeGreaterThan(many.smallestEffect)
    expect(few.sentence).toMatch(
      /^5 sites with the change, and as many without it: the smallest effect .* is 6\.5\d?, 51 %/,
    )
  })

  test('every design answers, in words', async () => {
    const answers = await Promise.all([
      plan('--design', 'split', '--kind', 'proportion', '--share', '0.1', '--size', '1000'),
      plan('--design', 'split', '--kind', 'rate', '--rate', '3', '--effect', '0.5'),
      plan(...history, '--design', 'switchback', '--size', '8'),
      plan(...history, '--design', 'staggered', '--size', '2'),
      plan('--design', 'before-after', '--sd', '30', '--before', '24', '--size', '12', '--power', '0.9'),
    ])
    for (const { code, out, err } of answers) {
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/the smallest effect that would mostly be seen is/)
      expect(out).not.toMatch(/NaN|undefined|null/)
    }
  })

  test('wrong input ends with 2 and one line', async () => {
    const answers = await Promise.all([
      plan(),
      plan('--design', 'split', '--sd', '1'),
      plan('--design', 'pilot', '--size', '4'),
      plan('--design', 'split', '--kind', 'proportion', '--share', '1.5', '--size', '10'),
    ])
    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 2])
    const [nothing, both, noHistory, share] = answers.map(({ err }) => err)
    expect(nothing).toMatch(/^error: required and not given: --design/)
    expect(both).toMatch(/give either --effect .* or --size/)
    expect(noHistory).toMatch(/reads its noise from your history/)
    expect(share).toBe('error: --share: must be in [0, 1], got 1.5.\n')
  })

  test('every refusal names the option, what it got and what is allowed', async () => {
    const series = { design: 'before-after', before: '24' } as const
    const lines = await Promise.all(
      (
        [
          [{ ...series, sd: '3', effect: '1', season: '0' }],
          [{ ...series, sd: '-3', effect: '1' }],
          [{ ...series, sd: '3', effect: '1', after: '3' }],
          [{ ...series, sd: '3', effect: '0' }],
          [{ design: 'split', sd: '3', size: '2.7' }],
          [{ design: 'split', share: '0.1', size: '100' }],
          [{ design: 'split', sd: '3', size: '100' }, centres],
          [{ design: 'staggered', ...columns, size: '2', waves: '1' }, centres],
        ] as const
      ).map(([options, file]) => planOf(file, options).catch((error: Error) => error.message)),
    )
    expect(lines).toEqual([
      '--season: "0" must be at least 3 periods in a full cycle, such as 12 months.',
      '--sd: must be positive, got -3.',
      '--after: does nothing with --design before-after; it is for pilot, staggered. Here --size says how many periods come after.',
      '--effect: must not be 0: no trial can find what is not there.',
      '--size: 2.7 is no whole number of at least 0.',
      '--share: does nothing with --kind mean; it is for --kind proportion.',
      expect.stringMatching(/daycare_fines.csv: --design split reads no history; it takes --kind, --sd, /),
      '--waves: must be a whole number of at least 2, got 1.',
    ])
  })

  test('what is out of reach says what would bring it within', async () => {
    const { sentence } = await planOf(undefined, { design: 'before-after', sd: '3', before: '24', effect: '0.01' })
    expect(sentence).toMatch(/^Out of reach: .* What would: a larger effect, more periods before \(--before\), --step/)
  })
})
