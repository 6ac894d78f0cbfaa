import { type LiftPosterior, liftPosterior } from '#lib/stats/bayes/lift-posterior.ts'
import { proportionPosterior } from '#lib/stats/bayes/proportion-posterior.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { type Arms, countOf, type Found, type MethodOptions, moments } from './split-arms.ts'

const notToStopBy =
  'A belief, not an error rate: a trial must not be stopped because it looks good (--method sequence).'

/** The effect as a share, believed to be around 0 beforehand. */
export function byPrior(arms: Arms, { prior, better }: MethodOptions): Found {
  const [a, b] = moments(arms)
  const { posterior, reason } = liftPosterior(a, b, { standardDeviation: prior })
  if (posterior === null) throw new WrongInput(refusals[reason ?? 'no-variation'])
  const { mean, low, high, standardDeviation } = posterior
  const scaled = { lossIfTaken: posterior.lossIfTaken * b.mean, lossIfLeft: posterior.lossIfLeft * b.mean }
  return told('bayes', { ...posterior, ...scaled }, better, {
    effect: {
      estimate: mean * b.mean,
      standardError: standardDeviation * b.mean,
      low: low * b.mean,
      high: high * b.mean,
    },
    relative: { estimate: mean, low, high },
    name: 'Bayesian: a normal prior on the effect as a share',
    prior: `Before the data: no effect, give or take ${formatShare(prior, 'en')} (--prior).`,
    source: 'Gelman et al. (2013), Bayesian Data Analysis, section 2.5',
  })
}

/** Two shares, each of them anything beforehand. */
export function byBeta([a, b]: Arms, { better }: MethodOptions): Found {
  const posterior = proportionPosterior(countOf(a), countOf(b))
  const { mean, low, high } = posterior
  return told('beta-binomial', posterior, better, {
    effect: { estimate: mean, standardError: null, low, high },
    relative: { estimate: null, low: null, high: null },
    name: 'Bayesian: two shares, exactly',
    prior: 'Before the data: every share was equally likely.',
    source: 'Gelman et al. (2013), Bayesian Data Analysis, section 2.4',
  })
}

function told(
  method: string,
  { chanceToWin, lossIfTaken, lossIfLeft }: { chanceToWin: number; lossIfTaken: number; lossIfLeft: number },
  better: MethodOptions['better'],
  {
    effect,
    relative,
    name,
    prior,
    source,
  }: {
    effect: Omit<Found['effect'], 'pValue'>
    relative: Found['relative']
    name: string
    prior: string
    source: string
  },
): Found {
  // What wins where lower is better is what loses where higher is.
  const belief =
    better === 'higher'
      ? { chanceToWin, lossIfTaken, lossIfLeft }
      : { chanceToWin: 1 - chanceToWin, lossIfTaken: lossIfLeft, lossIfLeft: lossIfTaken }
  const loss = (value: number) => formatNumber(value, 'en', 3)
  return {
    method,
    effect: { ...effect, pValue: null },
    relative,
    words: {
      name,
      steps: [
        prior,
        `The chance that the change is better: ${formatNumber(100 * belief.chanceToWin, 'en', 3)} %. Lost on average if it is taken: ${loss(belief.lossIfTaken)} a unit; if it is left: ${loss(belief.lossIfLeft)}.`,
        notToStopBy,
      ],
      sources: [source],
    },
    more: { belief },
  }
}

const refusals: Record<NonNullable<LiftPosterior['reason']>, string> = {
  'too-few-values': 'Nothing can be told from so few figures: they do not show how units differ.',
  'no-variation': 'Nothing varies within the arms, so there is no noise to judge by.',
  'base-not-positive':
    '--method bayes: the prior is about shares of what there is without the change, and that is not above 0 here.',
}
