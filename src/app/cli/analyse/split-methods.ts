import type { MetricKind } from '#lib/stats/analyse/analyse-split.ts'
import { adjustByRegression } from '#lib/stats/means/adjust-by-regression.ts'
import { deltaRelativeEffect } from '#lib/stats/means/delta-relative-effect.ts'
import { logRatio } from '#lib/stats/means/log-ratio.ts'
import { relativeDifference } from '#lib/stats/means/relative-difference.ts'
import { welch } from '#lib/stats/means/welch.ts'
import { winsorisedComparison } from '#lib/stats/means/winsorised-comparison.ts'
import { momentsOf } from '#lib/stats/numeric/moments.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { percent } from './effect-told.ts'
import { type Arms, type ArmUnits, effectOrSay, ends, type Found, type MethodOptions, moments } from './split-arms.ts'
import { byBeta, byPrior } from './split-bayes.ts'
import { byCounts, byEvents } from './split-counts.ts'
import { atAnyTime, exactAtAnyTime, onSchedule } from './split-looks.ts'

type Read = (arms: Arms, options: MethodOptions) => Found

const always = { sequence: atAnyTime, 'group-sequential': onSchedule }
const ofMeans = { delta: byDelta, ...always, bayes: byPrior }

/** Every named alternative, by what is compared. `null`: what is done anyway, when nothing is named. */
export const splitMethods: Record<MetricKind, Readonly<Record<string, Read | null>>> = {
  mean: {
    ...{ welch: null, cuped: null, lin: byLines, winsorised: byCap, 'log-ratio': byLogRatio },
    ...ofMeans,
  },
  proportion: { ...byCounts, ...ofMeans, 'beta-binomial': byBeta, 'exact-sequence': exactAtAnyTime },
  rate: { ...byEvents, ...always },
  ratio: { delta: null, ...always },
  quantile: { ranks: null },
}

function byLines([a, b]: Arms, { hasPre }: MethodOptions): Found {
  if (!hasPre) throw new WrongInput('--method lin: say by --pre which column holds the figure from before.')
  const isSomeMissing = [...a.pre, ...b.pre].includes(null)
  const arm = ({ values, pre }: ArmUnits) => ({
    outcomes: values,
    // A missing one is 0, and a second column says that it was missing.
    covariates: pre.map((each) => (isSomeMissing ? [each ?? 0, each === null ? 1 : 0] : [each ?? 0])),
  })
  const { difference, varianceReduction, notAdjusted } = adjustByRegression(arm(a), arm(b))
  const base = momentsOf(b.values).mean
  return {
    method: notAdjusted === null ? 'lin' : 'welch',
    effect: effectOrSay(difference),
    relative: {
      estimate: difference.estimate !== null && base > 0 ? difference.estimate / base : null,
      low: null,
      high: null,
    },
    words: {
      name: 'Difference of means, adjusted by a line in each arm',
      steps: [
        notAdjusted === null
          ? `What the past foretells is taken off, with a slope for each arm: ${percent(varianceReduction)} of the noise.`
          : 'The past could not be used: too few units, or they did not differ before.',
      ],
      sources: ['Lin (2013), Annals of Applied Statistics 7, 295-318'],
    },
  }
}

function byCap([a, b]: Arms, { cap }: MethodOptions): Found {
  const {
    difference,
    relative,
    treated,
    comparison,
    cap: at,
    disabled,
  } = winsorisedComparison(a.values, b.values, {
    upper: cap,
  })
  const shares = `${percent(treated.cappedHigh)} of the units with the change and ${percent(comparison.cappedHigh)} of the others`
  return {
    method: 'winsorised',
    effect: effectOrSay(difference),
    relative: ends(relative),
    words: {
      name: 'Difference of means, wild values pulled in',
      steps: [
        disabled || at === null
          ? 'Nearly all values are 0, so nothing was pulled in.'
          : `Values above ${formatNumber(at, 'en', 4)} count as that: ${shares}.`,
      ],
      sources: ['Dixon (1960), Annals of Mathematical Statistics 31, 385-391'],
    },
  }
}

function byDelta(arms: Arms): Found {
  const [a, b] = moments(arms)
  return {
    method: 'welch-delta',
    effect: effectOrSay(welch(a, b)),
    relative: ends(deltaRelativeEffect(a, b)),
    words: {
      name: 'Difference of means, its share by the delta method',
      steps: [
        'The test is Welch’s. The interval of the share is what other tools print; Fieller’s, used otherwise, is safer.',
      ],
      sources: ['Deng, Knoblich & Lu (2018), KDD, 233-242'],
    },
  }
}

function byLogRatio(arms: Arms): Found {
  const [a, b] = moments(arms)
  const ratio = logRatio(a, b)
  return {
    method: 'welch-log-ratio',
    effect: effectOrSay(welch(a, b)),
    relative: ratio.estimate === null ? ends(relativeDifference(a, b)) : ends(ratio),
    words: {
      name: 'Difference of means, its share by the logarithm of the ratio',
      steps: ['The test is Welch’s. For figures that cannot be negative; the share can never be below -100 %.'],
      sources: ['Hedges, Gurevitch & Curtis (1999), Ecology 80, 1150-1156'],
    },
  }
}
