import { analyseSwitchback } from '#lib/stats/analyse/analyse-switchback.ts'
import { welch } from '#lib/stats/means/welch.ts'
import { momentsOf } from '#lib/stats/numeric/moments.ts'
import type { SwitchbackSite as Windows } from '#lib/stats/schedule/switchback.ts'
import type { SwitchbackFigures, SwitchbackSite } from '#product/plan/trial-figures.ts'
import type { Analysis } from '../analysis.ts'
import { type Beside, nothingBeside } from '../analysis-parts.ts'
import type { DrawnOf } from '../drawn.ts'
import { type Asked, choiceOf, confidence, questionFor } from './asked.ts'
import { controlChecks, type Found, guardrailChecks, readGuardrail } from './read-guardrails.ts'

/** Strips that a page can show below each other. */
const mostDrawn = 12

/** The same sites with the change and without it, judged by permuting the schedule. */
export function analyseSwitchbackFigures(
  figures: SwitchbackFigures,
  asked: Asked,
): { analysis: Analysis; drawn: DrawnOf<'strips'> | null } {
  const { sites, plan } = figures
  const { body } = plan
  const { windowLength, blockWindows, carryOver } = body
  const base = { ...questionFor(body, { ...asked, moreChecks: [] }), windowLength, blockWindows, carryOver }
  const read = (of: readonly SwitchbackSite[]): Found => analyseSwitchback(windowsOf(of, windowLength), base)
  const guardrails = body.guardrails.map((guardrail, at) =>
    readGuardrail(guardrail, read(figures.guardrails[at] ?? []), asked),
  )
  const control = figures.control === undefined ? null : read(figures.control.sites)
  const windows = windowsOf(sites, windowLength)
  const answer = analyseSwitchback(windows, {
    ...base,
    moreChecks: [...asked.moreChecks, ...guardrailChecks(guardrails), ...controlChecks(figures.control?.name, control)],
    choice: choiceOf(body, 0),
  })
  if ('refused' in answer) return { analysis: { ...answer, design: 'switchback' }, drawn: null }
  const beside: Beside = asked.isLook
    ? nothingBeside
    : { ...nothingBeside, readings: welchReading(windows, windowLength, carryOver) }
  return {
    analysis: { ...answer, guardrails, beside },
    drawn: {
      kind: 'strips',
      windowLength,
      carryOver,
      sites: sites.slice(0, mostDrawn).map(({ name, on, values }) => ({ name, on, values })),
      more: Math.max(0, sites.length - mostDrawn),
    },
  }
}

/**
 * The schedule by windows. Periods outside of it are left out; a window without a word about it ends the schedule, since
 * windows are counted from its first period.
 */
function windowsOf(sites: readonly SwitchbackSite[], length: number): Windows[] {
  return sites.map(({ name, on, values }) => {
    const first = Math.max(
      0,
      on.findIndex((each) => each !== null),
    )
    const past = on.findIndex((each, at) => at > first && each === null)
    const last = past < 0 ? on.length : past
    const count = Math.floor((last - first) / length)
    return {
      name,
      on: Array.from({ length: count }, (_, window) => on[first + window * length] === true),
      values: values.slice(first, first + count * length),
    }
  })
}

/** All windows with the change against all without it, wherever they were: what the schedule alone does not protect. */
function welchReading(sites: readonly Windows[], length: number, carryOver: number): Beside['readings'] {
  const means = (isOn: boolean) =>
    sites.flatMap(({ on, values }) =>
      on.flatMap((each, window) => {
        const known = values.slice(window * length + carryOver, (window + 1) * length).filter((value) => value !== null)
        return each === isOn && known.length > 0 ? [momentsOf(known).mean] : []
      }),
    )
  const { estimate, low, high, pValue } = welch(momentsOf(means(true)), momentsOf(means(false)), { confidence })
  return estimate === null ? [] : [{ method: 'welch-windows', estimate, low, high, pValue }]
}
