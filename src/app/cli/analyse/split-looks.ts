import { differenceSequence } from '#lib/stats/looks/difference-sequence.ts'
import { effectSequence } from '#lib/stats/looks/effect-sequence.ts'
import { scheduledBounds } from '#lib/stats/looks/scheduled-bounds.ts'
import { shareDifferenceSequence } from '#lib/stats/looks/share-difference-sequence.ts'
import { stoppedEffect } from '#lib/stats/looks/stopped-effect.ts'
import { compareRatios } from '#lib/stats/means/compare-ratios.ts'
import { welch } from '#lib/stats/means/welch.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { type Arms, countOf, effectOrSay, type Found, type MethodOptions, moments, ratioMoments } from './split-arms.ts'

const tooEarly =
  'Nothing can be told yet: a sequence begins at 30 units and, for shares, 10 events in each arm. For shares --method exact-sequence holds from the first unit on.'

/** May be looked at after every unit. */
export function atAnyTime(arms: Arms, options: MethodOptions): Found {
  const plannedCount = plannedOrSay('sequence', options)
  if (options.kind === 'mean' || options.kind === 'proportion') {
    const [a, b] = moments(arms)
    const found = differenceSequence(a, b, { plannedCount })
    if (found.reason === 'too-early') throw new WrongInput(tooEarly)
    return sequence('sequence', effectOrSay(found), plannedCount, b.mean)
  }
  const { estimate, standardError } = plain(arms, options)
  const sizes = arms.map(({ values }) => values.length)
  if (Math.min(...sizes) < 30) throw new WrongInput(tooEarly)
  const count = sizes.reduce((sum, size) => sum + size, 0)
  const [, b] = ratioMoments(arms)
  return sequence(
    'sequence',
    effectOrSay(effectSequence({ estimate, standardError, count }, { plannedCount })),
    plannedCount,
    b.meanY / b.meanX,
  )
}

/** The same for shares, exactly, from the first unit on. */
export function exactAtAnyTime([a, b]: Arms, options: MethodOptions): Found {
  const plannedCount = plannedOrSay('exact-sequence', options)
  const [of, against] = [countOf(a), countOf(b)]
  const effect = effectOrSay(shareDifferenceSequence(of, against, { plannedCount }))
  return sequence('exact-sequence', effect, plannedCount, against.events / against.units)
}

function sequence(method: string, effect: Found['effect'], plannedCount: number, base: number): Found {
  return {
    method,
    effect,
    relative: { estimate: base > 0 ? effect.estimate / base : null, low: null, high: null },
    words: {
      name: method === 'sequence' ? 'Confidence sequence' : 'Confidence sequence of two shares, exact',
      steps: [
        'Interval and p hold at every look together: it may be looked at daily and stopped at any time.',
        `It is narrowest at the ${formatNumber(plannedCount, 'en')} units that were planned (--planned); that number must not change.`,
      ],
      sources: [
        method === 'sequence'
          ? 'Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), arXiv 2103.06476'
          : 'Ramdas, Grünwald, Vovk & Shafer (2023), Statistical Science 38, 576-601',
      ],
    },
  }
}

/** Looks on a calendar: the chance of a false stop is shared out among them. */
export function onSchedule(arms: Arms, options: MethodOptions): Found {
  const { looks } = options
  if (looks === undefined)
    throw new WrongInput(
      '--method group-sequential: say by --looks which part of the planned units was in at each look so far, this one last: --looks 0.5,1.',
    )
  const { estimate, standardError, base } = plain(arms, options)
  const isEnd = (looks.at(-1) ?? 0) >= 1
  const bounds = scheduledBounds(looks, { isEnd })
  const last = bounds.at(-1)
  const bound = last?.upper ?? null
  if (bound === null) throw new WrongInput('--looks: after a look at 1 or more there is none left.')
  const z = estimate / standardError
  const isCrossed = Math.abs(z) >= bound
  const reach = bound * standardError
  const effect =
    isCrossed || isEnd
      ? { ...stoppedEffect(bounds, { estimate, standardError }), standardError }
      : { estimate, standardError, low: estimate - reach, high: estimate + reach, pValue: null }
  const [at, limit] = [z, bound].map((value) => formatNumber(value, 'en', 3))
  return {
    method: 'group-sequential',
    effect: {
      ...{ estimate: effect.estimate, standardError, low: effect.low, high: effect.high },
      pValue: effect.pValue,
    },
    relative: { estimate: base > 0 ? effect.estimate / base : null, low: null, high: null },
    words: {
      name: `Group-sequential, look ${looks.length}, O’Brien-Fleming-like spending`,
      steps: [
        `z is ${at}; at this look it stops beyond ${limit} on either side: ${isCrossed ? 'stop' : isEnd ? 'this is the end' : 'go on'}.`,
        isCrossed || isEnd
          ? 'Estimate, interval and p know of the looks: the plain estimate of a trial that stopped early overstates.'
          : 'The interval holds at all looks together; a p there is once it has stopped.',
      ],
      sources: [
        'Lan & DeMets (1983), Biometrika 70, 659-663',
        'Tsiatis, Rosner & Mehta (1984), Biometrics 40, 797-803',
      ],
    },
    more: { look: { z, bound, isCrossed } },
  }
}

/** By the large-sample method, whatever the kind. @throws {WrongInput} when there is none. */
function plain(arms: Arms, { kind }: MethodOptions): { estimate: number; standardError: number; base: number } {
  const isMean = kind === 'mean' || kind === 'proportion'
  const { estimate, standardError } = effectOrSay(
    isMean ? welch(...moments(arms)) : compareRatios(...ratioMoments(arms)).difference,
  )
  if (standardError === null || standardError === 0)
    throw new WrongInput('Nothing varies within the arms, so there is no noise to judge by.')
  const [, b] = ratioMoments(arms)
  return { estimate, standardError, base: isMean ? b.meanY : b.meanY / b.meanX }
}

function plannedOrSay(method: string, { planned }: MethodOptions): number {
  if (planned === undefined)
    throw new WrongInput(
      `--method ${method}: say by --planned how many units were planned in both arms together, before the first look.`,
    )
  return planned
}
