import { compareProportions, type ProportionOptions } from '#lib/stats/counts/compare-proportions.ts'
import { compareRates, type RateTest } from '#lib/stats/counts/compare-rates.ts'
import { compareRatios } from '#lib/stats/means/compare-ratios.ts'
import { WrongInput } from '../wrong-input.ts'
import { type Arms, type ArmUnits, countOf, effectOrSay, ends, type Found, ratioMoments } from './split-arms.ts'

/** The named ways to compare two shares. */
export const byCounts = {
  score: shares({ method: 'score' }, 'score test and interval'),
  boschloo: shares({ method: 'boschloo' }, 'Boschloo’s exact test'),
  fisher: shares({ method: 'fisher' }, 'Fisher’s exact test'),
  'fisher-mid-p': shares({ method: 'fisher-mid-p' }, 'Fisher’s exact test, mid-p'),
  newcombe: shares({ interval: 'newcombe' }, 'Newcombe’s interval'),
  fieller: shares({ relative: 'fieller' }, 'the share of the share by Fieller'),
} as const

/** The named ways to compare two rates. */
export const byEvents = {
  score: rates('score', 'score test'),
  'e-test': rates('e-test', 'E-test'),
  exact: rates('exact', 'exact conditional test'),
  'exact-mid-p': rates('exact-mid-p', 'exact conditional test, mid-p'),
  delta: byUnits,
} as const

function shares(options: ProportionOptions, name: string) {
  return ([a, b]: Arms): Found => {
    const found = compareProportions(countOf(a), countOf(b), options)
    const { interval, relative } = options
    return {
      method: `proportion-${interval ?? (relative ? `${found.method}-${relative}` : found.method)}`,
      effect: effectOrSay(found),
      relative: ends(found.relative),
      words: {
        name: `Difference of shares, ${name}`,
        steps: [
          `The interval is ${interval === 'newcombe' ? 'Newcombe’s' : 'found from the score'}; the test: ${found.method}.`,
        ],
        sources: [
          'Fagerland, Lydersen & Laake (2015), Statistical Methods in Medical Research 24, 224-254',
          ...(interval === 'newcombe' ? ['Newcombe (1998), Statistics in Medicine 17, 873-890'] : []),
        ],
      },
    }
  }
}

function rates(method: RateTest, name: string) {
  return ([a, b]: Arms): Found => {
    const found = compareRates(rateOf(a), rateOf(b), { method })
    return {
      method: `rate-${method}`,
      effect: effectOrSay(found),
      relative: ends(found.relative),
      words: {
        name: `Difference of rates, ${name}`,
        steps: [
          'Events over exposure, as if events came one by one. Units that differ in themselves scatter more: then --method delta.',
        ],
        sources: ['Gu, Ng, Tang & Schucany (2008), Biometrical Journal 50, 283-298'],
      },
    }
  }
}

function byUnits(arms: Arms): Found {
  const { difference, relative } = compareRatios(...ratioMoments(arms))
  return {
    method: 'ratio-delta',
    effect: effectOrSay(difference),
    relative: ends(relative),
    words: {
      name: 'Difference of rates, by how units differ',
      steps: ['Events over exposure; numerator and denominator of a unit belong together (delta method).'],
      sources: ['Deng, Knoblich & Lu (2018), KDD, 233-242'],
    },
  }
}

function rateOf({ values, denominators }: ArmUnits) {
  if (!values.every((value) => Number.isInteger(value) && value >= 0))
    throw new WrongInput(
      '--kind rate: the value counts events, so it must be a whole number of at least 0; for other sums use --kind ratio.',
    )
  return { events: sum(values), exposure: sum(denominators) }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
