import { analysePilot, type PilotOptions } from '#lib/stats/pilot/analyse-pilot.ts'
import type { Panel } from '#lib/stats/pilot/panel.ts'
import { Analysis, isPilot, isRefused, type PilotAnalysis } from '../analysis.ts'
import type { Question } from '../result.ts'

interface Made {
  /** Sites with the change and without it. */
  treated?: number
  comparison?: number
  /** What the change adds to each value. */
  effect?: number
  /** How much sites differ in how they change. */
  noise?: number
  before?: number
  after?: number
}

/** A small pilot whose answer is known: sites differ by a fixed pattern, and the change adds `effect`. */
export function aPanel({
  treated = 6,
  comparison = 6,
  effect = 2,
  noise = 1,
  before = 4,
  after = 4,
}: Made = {}): Panel {
  const site = (index: number, isTreated: boolean) => ({
    name: `${isTreated ? 'T' : 'C'}${index + 1}`,
    treated: isTreated,
    values: Array.from({ length: before + after }, (_, period) => {
      const shift = period < before ? 0 : (isTreated ? effect : 0) + noise * Math.sin(7 * index + (isTreated ? 1 : 2))
      return 10 + index + ((period * 3) % 4) / 10 + shift
    }),
  })
  return {
    sites: [
      ...Array.from({ length: treated }, (_, index) => site(index, true)),
      ...Array.from({ length: comparison }, (_, index) => site(index, false)),
    ],
    since: before,
  }
}

export function anAnalysis(made: Made = {}, options: Partial<PilotOptions> = {}): PilotAnalysis {
  const analysis = Analysis.parse(
    analysePilot(aPanel(made), { better: 'higher', seed: 1, planned: 'before', randomised: false, ...options }),
  )
  if (isRefused(analysis) || !isPilot(analysis)) throw new Error('no answer of a pilot')
  return analysis
}

export function aQuestion(part: Partial<Question> = {}): Question {
  return {
    metric: { name: 'Sales', unit: 'boxes', better: 'higher' },
    worthHaving: null,
    planned: 'before',
    isRandomised: false,
    since: '5',
    ...part,
  }
}
