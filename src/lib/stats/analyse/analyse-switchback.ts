import type { Check } from '../evidence/grade-evidence.ts'
import { momentsOf } from '../numeric/moments.ts'
import { type Switchback, type SwitchbackSite, switchback } from '../schedule/switchback.ts'
import { isRejected } from '../sites/permutation-interval.ts'
import { shareOf } from './share-of.ts'
import { type TrialAnswer, type TrialQuestion, type TrialRefusal, trialAnswer } from './trial-answer.ts'

export interface SwitchbackQuestion extends TrialQuestion {
  /** Periods a window, at least 1. */
  windowLength: number
  /** Half of each block of so many windows are on. Even, default 2. */
  blockWindows?: number
  /** Periods at each window's beginning that are left out. */
  carryOver?: number
}

export interface SwitchbackAnswer extends TrialAnswer {
  design: 'switchback'
  windows: Switchback['windows']
  bySite: Switchback['bySite']
  /** Periods left out because the window before may still have worked in them. */
  carriedOver: number
}

/**
 * Everything that switching a change on and off can say: on less off within each site, judged by permuting the schedule.
 *
 * The p-value holds when chance drew the schedule; where somebody chose it, the grade says so. Not for changes whose
 * effect outlasts the window (leave out periods by `carryOver`), nor for those that cannot be undone.
 *
 * @throws {RangeError} as `switchback`.
 */
export function analyseSwitchback(
  sites: readonly SwitchbackSite[],
  { windowLength, blockWindows, carryOver, ...question }: SwitchbackQuestion,
): SwitchbackAnswer | TrialRefusal<NonNullable<Switchback['reason']>> {
  const { confidence = 0.95, seed } = question
  const read = switchback(sites, {
    windowLength,
    ...(blockWindows === undefined ? {} : { blockWindows }),
    ...(carryOver === undefined ? {} : { carryOver }),
    confidence,
    seed,
  })
  const { estimate, pValue, reason } = read
  if (estimate === null || pValue === null) return { refused: reason ?? 'no-pair', values: { ...read.windows } }
  const { low, high, smallestPossibleP } = read
  const groups = groupsOf(sites, windowLength, carryOver ?? 0)
  const used = groups.reduce((sum, { rows }) => sum + rows, 0)
  const missing = sites.reduce((sum, { values }) => sum + values.filter((value) => value === null).length, 0)
  const [, off] = groups
  const answer = trialAnswer(
    'switchback',
    {
      method: 'schedule-permutation',
      effect: { estimate, standardError: null, low, high, confidence, pValue, smallestPossibleP },
      relative: {
        estimate: shareOf(estimate, off?.mean),
        low: null,
        high: null,
      },
      groups,
      rows: { used, missing, dropped: read.dropped },
      checks: [enoughWindowsCheck(read, confidence)],
    },
    question,
  )
  return { ...answer, design: 'switchback', windows: read.windows, bySite: read.bySite, carriedOver: read.dropped }
}

/** With these windows the test could have shown something. */
function enoughWindowsCheck({ smallestPossibleP, windows }: Switchback, confidence: number): Check {
  return {
    code: 'enough-windows',
    passed: isRejected(smallestPossibleP, 1 - confidence),
    lowersGrade: true,
    values: { on: windows.on, off: windows.off, smallestPossibleP, level: 1 - confidence },
  }
}

function groupsOf(sites: readonly SwitchbackSite[], length: number, carryOver: number): TrialAnswer['groups'] {
  return [true, false].map((isOn) => {
    const values = sites.flatMap((site) =>
      site.values.filter(
        (value, period): value is number =>
          value !== null && period % length >= carryOver && site.on[Math.floor(period / length)] === isOn,
      ),
    )
    const { count, mean } = momentsOf(values)
    const windows = sites.reduce((sum, { on }) => sum + on.filter((each) => each === isOn).length, 0)
    return { name: isOn ? 'on' : 'off', units: windows, rows: count, mean: count === 0 ? null : mean }
  })
}
