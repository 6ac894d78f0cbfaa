import { type Arm, EVEN_ARMS } from '#lib/stats/randomise/arm.ts'
import { balanceThreshold } from '#lib/stats/randomise/balance-threshold.ts'
import { randomise } from '#lib/stats/randomise/randomise.ts'
import { randomiseOrder } from '#lib/stats/randomise/randomise-order.ts'
import { randomiseSwitchback } from '#lib/stats/randomise/randomise-switchback.ts'
import { csvLine } from '#platform/anywhere/csv.ts'
import { type Draw, type DrawMethod, type Drawn, type DrawSite, refusedAt } from './draw.ts'

type Plan = Pick<Draw, 'sites' | 'method'>

/** The list as a file: the very bytes whose digest is public, and that the command line draws from. */
export function listCsv(sites: readonly DrawSite[]): string {
  const columns = columnsIn(sites)
  return csvLine(columns) + sites.map((site) => csvLine(columns.map((column) => cellOf(site, column)))).join('')
}

const columnNames = ['site', 'stratum', 'pair', 'before', 'recent'] as const
type ListColumn = (typeof columnNames)[number]

function columnsIn(sites: readonly DrawSite[]): ListColumn[] {
  return columnNames.filter((column) => column === 'site' || sites.some((site) => site[column] !== null))
}

function cellOf(site: DrawSite, column: ListColumn): string | number | null {
  return column === 'site' ? site.name : site[column]
}

/**
 * A figure as the list holds it: digits enough for a balance, and none that a reader could take for thousands or for a power
 * of ten. What is drawn is computed from these, so the file alone is enough to draw again.
 */
export function listFigure(value: number): number {
  if (Math.abs(value) >= 1e15) return Number(value.toPrecision(6))
  return Number(value.toFixed(Math.abs(value) >= 1000 ? 1 : Math.abs(value) >= 10 ? 2 : 4))
}

/** The options with which the command line draws the same from the file. */
export function optionsOf({ sites, method }: Plan): string {
  const own = ['--unit site']
  const arms = 'parts' in method ? [`--arms treated:${method.parts.treated},comparison:${method.parts.comparison}`] : []
  const strata = method.by === 'strata' || ('withinStrata' in method && method.withinStrata) ? ['--strata stratum'] : []
  switch (method.by) {
    case 'sites':
    case 'strata':
      return [...own, ...strata, ...arms].join(' ')
    case 'pairs':
      return [...own, '--pairs pair'].join(' ')
    case 'balanced':
      return [...own, ...strata, ...arms, ...balancedBy(sites).map((column) => `--balance ${column}`)].join(' ')
    case 'order':
      return [...own, ...strata, `--order ${method.perWave.join(',')}`].join(' ')
    case 'switchback':
      return [
        ...own,
        `--windows ${method.windows}`,
        `--block ${method.blockWindows}`,
        `--window-length ${method.windowLength}`,
      ].join(' ')
  }
}

/** The figures that both sides should agree on: the level, and the last part of it where it says something of its own. */
function balancedBy(sites: readonly DrawSite[]): ('before' | 'recent')[] {
  return sites.every(({ before, recent }) => before === recent) ? ['before'] : ['before', 'recent']
}

/** The text whose digest becomes the seed: the secret, the list, the way and the word, each on a line. */
export function seedText(
  { listSha256, options }: Pick<Draw, 'listSha256' | 'options'>,
  secret: string,
  word: string,
): string {
  return [secret, listSha256, options, word].join('\n')
}

/** The seed from that digest: its first 13 hexadecimal digits, which is below 2^52. */
export function seedFrom(digest: string): number {
  return Number.parseInt(digest.slice(0, 13), 16)
}

/**
 * Draws. The same list, way and seed give the same for ever, here and on the command line. Pure.
 * @throws {Problem} `bad-input` where no draw of 100,000 was balanced.
 */
export function drawLots({ sites, method }: Plan, seed: number): Drawn {
  const units = sites.map(({ name }) => name)
  const isWithin = method.by === 'strata' || ('withinStrata' in method && method.withinStrata)
  const strata = isWithin ? sites.map(({ stratum }) => stratum ?? '') : null
  switch (method.by) {
    case 'order': {
      const plan = { sites: units, perStep: method.perWave, ...(strata && { strata }) }
      return {
        by: 'order',
        starts: randomiseOrder(plan, seed).starts.map(({ site, step }) => ({ site, wave: step + 1 })),
      }
    }
    case 'switchback': {
      const { windows, windowLength, blockWindows } = method
      return {
        by: 'windows',
        schedule: randomiseSwitchback({ sites: units, windows, windowLength, blockWindows }, seed).schedule,
      }
    }
    case 'pairs':
      return armsFrom(
        randomise({ method: 'paired', units, pairs: sites.map(({ pair }) => pair ?? ''), arms: EVEN_ARMS }, seed),
      )
    case 'sites':
    case 'strata':
      return armsFrom(randomise(baseOf(units, strata, method), seed))
    case 'balanced': {
      const by = balancedBy(sites)
      const covariates = sites.map((site) => by.map((column) => site[column] ?? 0))
      const base = baseOf(units, strata, method)
      try {
        return armsFrom(
          randomise({ method: 'rerandomised', base, covariates, threshold: balanceThreshold(by.length) }, seed),
        )
      } catch (error) {
        throw error instanceof RangeError ? refusedAt('method', 'draw.never-balanced') : error
      }
    }
  }
}

function baseOf(units: string[], strata: string[] | null, { parts }: Extract<DrawMethod, { parts: unknown }>) {
  const arms: Arm[] = [
    { name: 'treated', parts: parts.treated },
    { name: 'comparison', parts: parts.comparison },
  ]
  return strata
    ? ({ method: 'stratified', units, strata, arms } as const)
    : ({ method: 'complete', units, arms } as const)
}

function armsFrom({ assigned, tries }: ReturnType<typeof randomise>): Drawn {
  return { by: 'arms', assigned: assigned.map(({ unit, arm }) => ({ site: unit, treated: arm === 'treated' })), tries }
}
