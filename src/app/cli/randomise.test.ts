import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { drawOf } from './randomise.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const shops = [
  'shop,region,sales',
  ...Array.from({ length: 12 }, (_, i) => `s${i + 1},${i < 6 ? 'north' : 'south'},${100 + ((i * 37) % 50)}`),
].join('\n')

function draw(args: readonly string[], sheet = shops): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'randomise', '-', ...args])
    const ran = { code: null as number | null, out: '', err: '' }
    child.stdout.on('data', (piece) => (ran.out += piece))
    child.stderr.on('data', (piece) => (ran.err += piece))
    child.on('close', (code) => resolve({ ...ran, code }))
    child.stdin.end(sheet)
  })
}
const count = (out: string, arm: string) => out.split('\n').filter((line) => line.endsWith(`,${arm}`)).length

describe('drawing from the command line', () => {
  test('the same seed gives the same draw, another one another; even within strata', async () => {
    const args = ['--unit', 'shop', '--strata', 'region', '--seed', '7']
    const [first, again, other] = await Promise.all([draw(args), draw(args), draw(args.with(-1, '8'))])
    expect(first.out).toBe(again.out)
    expect(first.out).not.toBe(other.out)
    const north = first.out.split('\n').filter((line) => /^s[1-6],/.test(line))
    expect(north.filter((line) => line.endsWith(',treated'))).toHaveLength(3)
    expect([count(first.out, 'treated'), count(first.out, 'comparison')]).toEqual([6, 6])
  })

  test('waves, windows, named arms and balance', async () => {
    const [waves, windows, arms, balanced] = await Promise.all([
      draw(['--unit', 'shop', '--seed', '1', '--order', '4,4,4']),
      draw(['--unit', 'shop', '--seed', '1', '--windows', '4']),
      draw(['--unit', 'shop', '--seed', '1', '--arms', 'new:1,old:2']),
      draw(['--unit', 'shop', '--seed', '1', '--balance', 'sales', '--json']),
    ])
    expect([1, 2, 3].map((wave) => count(waves.out, String(wave)))).toEqual([4, 4, 4])
    expect(windows.out).toMatch(/^shop,window 1,window 2,window 3,window 4\n/)
    expect([count(arms.out, 'new'), count(arms.out, 'old')]).toEqual([4, 8])
    expect(JSON.parse(balanced.out)).toMatchObject({ version: 1, seed: 1, plan: { method: 'rerandomised' } })
  })

  test('wrong input ends with 2 and one line', async () => {
    const [noSeed, twice, steps] = await Promise.all([
      draw(['--unit', 'shop']),
      draw(['--unit', 'region', '--seed', '1']),
      draw(['--unit', 'shop', '--seed', '1', '--order', '3,3']),
    ])
    expect([noSeed.code, twice.code, steps.code]).toEqual([2, 2, 2])
    expect(noSeed.err).toMatch(
      /^error: required and not given: --seed\. Type any whole number, such as --seed 20261201/,
    )
    expect(twice.err).toBe('error: --unit: "north" stands in several rows; give a file with one row for each.\n')
    expect(steps.err).toBe('error: --order 3,3: these waves hold 6 units, and the file has 12.\n')
  })

  test('what a draw would pay no heed to is refused', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'ratchet-randomise-')), 'shops.csv')
    await writeFile(file, shops)
    const lines = await Promise.all(
      [
        { windows: '4', strata: ['region'] },
        { order: '6,6', balance: ['sales'] },
        { block: '4' },
        { pairs: 'region', strata: ['region'] },
        { windows: '3' },
        { windows: '4', block: '3' },
      ].map((options) =>
        drawOf(file, { unit: 'shop', seed: '1', strata: [], balance: [], ...options }).catch(
          (error: Error) => error.message,
        ),
      ),
    )
    expect(lines).toEqual([
      '--strata: does nothing with --windows; it is for --order and a draw of arms. Every unit has both on and off, as often: strata have nothing to balance.',
      '--balance: does nothing with --order; it is for a draw of arms.',
      '--block: does nothing with a draw of arms; it is for --windows.',
      '--strata: does nothing with --pairs, which are the smallest strata there are.',
      '--windows: must be a multiple of 2, got 3.',
      '--block: must be even, got 3.',
    ])
  })
})
