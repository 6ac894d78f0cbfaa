import { z } from 'zod'
import { limits } from '#platform/anywhere/limits.ts'
import type { MessageId, MessageValues } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day } from '#platform/anywhere/time.ts'
import { firstDayOf, periodsBetween } from '#product/measurement/period.ts'
import type { Every } from '#product/metric/metric.ts'
import { SiteId } from '#product/site/site.ts'

/** Stretches of one site, written by hand. */
export const stretchesMost = 200

/** When the change is on, by any days of the first period and the last. */
export const Stretch = z.strictObject({ from: day, to: day })
export type Stretch = z.output<typeof Stretch>

/** A schedule that somebody writes: the change is on in the stretches of each site, and off in between, up to its last day. */
export const HandSchedule = z.strictObject({
  by: z.literal('schedule'),
  /** A day of the last period of the schedule. */
  untilOn: day,
  schedule: z
    .array(z.strictObject({ siteId: SiteId, on: z.array(Stretch).max(stretchesMost) }))
    .min(1)
    .max(limits.trialSites),
})
export type HandSchedule = z.output<typeof HandSchedule>

interface Place {
  every: Every
  /** First day of the first period with outcomes. */
  outcomesOn: string
}

interface Cells {
  cellOf: (name: string, on: string) => string
  /** The last period of the schedule. */
  lastOn: string
  /** Periods in one go: the longest windows that no switch cuts. */
  windowLength: number
}

/**
 * A schedule as a table says it: yes and no from the first period with outcomes to the last, nothing around it.
 * @param names Of its sites, in their order.
 * @throws {Problem} `bad-input` at the day that does not fit.
 */
export function handCells(names: readonly string[], { untilOn, schedule }: HandSchedule, place: Place): Cells {
  const { every, outcomesOn } = place
  const lastOn = firstDayOf(untilOn, every)
  if (lastOn < outcomesOn) throw refused('plan.schedule-backwards', '/untilOn', { from: outcomesOn, to: untilOn })
  const periods = periodsBetween(outcomesOn, lastOn, every, limits.trialPeriods + 1)
  if (periods.length > limits.trialPeriods)
    throw refused('plan.schedule-long', '/untilOn', { limit: limits.trialPeriods })
  const on = new Map(
    names.map((name, at) => {
      const stretches = schedule[at]?.on ?? []
      stretches.forEach((stretch, place) => {
        refuseOutside(stretch, { outcomesOn, untilOn, lastOn, every }, `/schedule/${at}/on/${place}`)
      })
      return [name, periods.map((period) => stretches.some((stretch) => holds(stretch, period, every)))]
    }),
  )
  const placeOf = new Map(periods.map((period, at) => [period, at]))
  return {
    cellOf(name, period) {
      const at = placeOf.get(period)
      const state = at === undefined ? undefined : on.get(name)?.[at]
      return state === undefined ? '' : state ? 'yes' : 'no'
    },
    lastOn,
    windowLength: windowLengthOf([...on.values()]),
  }
}

function holds({ from, to }: Stretch, period: string, every: Every): boolean {
  return firstDayOf(from, every) <= period && period <= firstDayOf(to, every)
}

function refuseOutside(
  { from, to }: Stretch,
  { outcomesOn, untilOn, lastOn, every }: Place & { untilOn: string; lastOn: string },
  pointer: string,
): void {
  if (to < from) throw refused('plan.stretch-backwards', `${pointer}/to`, { from, to })
  const isEarly = firstDayOf(from, every) < outcomesOn
  if (isEarly || firstDayOf(to, every) > lastOn)
    throw refused('plan.stretch-outside', `${pointer}/${isEarly ? 'from' : 'to'}`, {
      ...{ from, to },
      ...{ first: outcomesOn, last: untilOn },
    })
}

/** Every switch of every site falls on the beginning of a window; without a switch all is one. */
function windowLengthOf(states: readonly (readonly boolean[])[]): number {
  const switches = states.flatMap((site) => site.flatMap((state, at) => (at > 0 && state !== site[at - 1] ? [at] : [])))
  return switches.reduce(commonDivisor, 0) || (states[0]?.length ?? 1)
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}

type Refusal = 'plan.schedule-backwards' | 'plan.schedule-long' | 'plan.stretch-backwards' | 'plan.stretch-outside'

function refused(message: Refusal & MessageId, at: string, values: MessageValues): Problem {
  return new Problem('bad-input', message, values, [{ pointer: `#/assignment${at}`, message, values }])
}
