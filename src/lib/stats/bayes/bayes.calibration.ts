import type { Gate } from '../testing/gate.ts'
import { normalPosterior } from './normal-posterior.ts'
import { proportionPosterior } from './proportion-posterior.ts'

/** A belief is calibrated over the prior it started from: the truth is drawn from it anew in every run. */
export const gates: Gate[] = [
  {
    name: 'normal posterior, effects drawn from its prior: the interval holds the effect',
    nominal: 0.95,
    runs: 200_000,
    inTests: 5_000,
    seed: 401,
    once: ({ normal }) => {
      const effect = 0.1 * normal()
      const { low, high } = normalPosterior(
        { estimate: effect + 0.2 * normal(), standardError: 0.2 },
        { standardDeviation: 0.1 },
      )
      return low <= effect && effect <= high
    },
  },
  {
    name: 'normal posterior, a prior three times too narrow: the interval holds the effect',
    nominal: 0.95,
    should: 'broken',
    runs: 50_000,
    inTests: 5_000,
    seed: 402,
    once: ({ normal }) => {
      const effect = 0.3 * normal()
      const { low, high } = normalPosterior(
        { estimate: effect + 0.2 * normal(), standardError: 0.2 },
        { standardDeviation: 0.1 },
      )
      return low <= effect && effect <= high
    },
  },
  {
    name: 'normal posterior, no effect, looked at 40 times until the chance to win exceeds 97.5 %: is fooled',
    nominal: 0.025,
    should: 'broken',
    runs: 20_000,
    inTests: 1_000,
    seed: 403,
    once: ({ normal }) => {
      let sum = 0
      for (let look = 1; look <= 40; look++) {
        sum += normal()
        const effect = { estimate: sum / look, standardError: 1 / Math.sqrt(look) }
        if (normalPosterior(effect, { standardDeviation: 1 }).chanceToWin > 0.975) return true
      }
      return false
    },
  },
  {
    name: 'beta posteriors, 20 against 20, shares drawn from the flat prior: the interval holds the difference',
    nominal: 0.95,
    runs: 300,
    seed: 404,
    once: ({ uniform }) => {
      const [a, b] = [uniform(), uniform()]
      const arm = (share: number) => ({
        events: Array.from({ length: 20 }, uniform).filter((draw) => draw < share).length,
        units: 20,
      })
      const { low, high } = proportionPosterior(arm(a), arm(b))
      return low <= a - b && a - b <= high
    },
  },
]
