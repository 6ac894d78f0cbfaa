import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { trialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import type { Check } from '#lib/stats/evidence/grade-evidence.ts'
import type { PilotResult } from '#lib/stats/pilot/analyse-pilot.ts'
import { isRejected } from '#lib/stats/sites/permutation-interval.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { warningLine } from '../sheet-lines.ts'
import { choiceOf } from './chosen.ts'
import { effectTold } from './effect-told.ts'
import { seriesSvg } from './pictures.ts'
import type { Asked } from './pilot.ts'
import { isByChanges, type PilotFound } from './pilot-methods.ts'
import { say, seed, type Told } from './told.ts'

/** Checks that do not hang on how the effect was found; the first two only where groups are to have moved alike. */
const alike = ['pre-trend', 'outweighs-drift']
const kept = ['missing-values', 'variation', 'no-single-site']

/** A pilot by a named alternative: the same sites and checks as usual, the effect found another way. */
export function pilotOtherwise(
  panel: SheetPanel,
  usual: PilotResult,
  checksSaid: Told['checks'],
  found: PilotFound,
  asked: Asked,
): Told {
  const { method, effect, words, expected, weights } = found
  const [treated, comparison] = usual.groups
  const confidence = 0.95
  const answer = trialAnswer(
    'pilot',
    {
      method,
      effect: { ...effect, confidence },
      relative: { estimate: relativeOf(effect.estimate, usual, expected, panel.since), low: null, high: null },
      groups: usual.groups.map(({ role, sites, rows, after }) => ({ name: role, units: sites, rows, mean: after })),
      rows: usual.rows,
      checks: [
        ...usual.checks.filter(({ code }) => kept.includes(code) || (isByChanges(found) && alike.includes(code))),
        ...floorCheck(effect.smallestPossibleP, confidence),
      ],
    },
    {
      ...{ better: asked.better, worthHaving: asked.worth, seed, planned: 'none', randomised: asked.isRandomised },
      choice: choiceOf(asked.chosen, panel.since),
    },
  )
  const said = Object.fromEntries(checksSaid.map(({ code, title, detail }) => [code, () => ({ title, detail })]))
  const periods = panel.periods.map(({ label }) => label)
  return effectTold(answer, {
    metric: asked.value,
    better: asked.better,
    worth: asked.worth,
    compared: `${treated.sites} site${treated.sites === 1 ? '' : 's'} with the change and ${comparison.sites} without it; ${usual.periods.before} periods before and ${usual.periods.after} with it.`,
    start: asked.isRandomised
      ? 'Some sites got the change, and lots were drawn for which'
      : 'Some sites got the change, and somebody chose which',
    method: words,
    checks: {
      ...said,
      'enough-sites': ({ values }) => ({
        title: 'There are enough sites to tell',
        detail: `The smallest possible p is ${formatNumber(Number(values['smallestPossibleP']), 'en', 2)}.`,
      }),
    },
    warnings: panel.warnings.map((warning) => warningLine(warning, say)),
    more:
      weights.length === 0
        ? []
        : [
            {
              title: 'The mixture',
              fold: `${weights.length} sites and their weights`,
              rows: [['site', 'weight'], ...weights.map(({ name, weight }) => [name, formatNumber(weight, 'en', 4)])],
            },
          ],
    pictures: (sentence) => [
      {
        title: 'Before and with the change',
        note: `Thick lines: those with the change, and ${expected === null ? 'the others' : 'the mixture of the others'}.`,
        svg: seriesSvg(
          {
            periods,
            since: panel.since,
            change: `change starts, ${periods[panel.since] ?? ''}`,
            changed: { name: 'with the change', means: usual.series.map((each) => each.treated), sites: [] },
            compared: {
              name: expected === null ? 'without it' : 'mixture',
              means: expected ?? usual.series.map((each) => each.comparison),
              sites: [],
            },
          },
          sentence,
        ),
      },
    ],
  })
}

function relativeOf(estimate: number, usual: PilotResult, expected: PilotFound['expected'], since: number) {
  if (expected === null) return usual.relative.estimate
  const after = usual.series.slice(since).map(({ treated }) => treated ?? 0)
  // What would have been is what was, less the effect.
  const base = after.reduce((sum, value) => sum + value, 0) / after.length - estimate
  return base > 0 ? estimate / base : null
}

/** With these sites the test could have shown something. */
function floorCheck(smallestPossibleP: number | null, confidence: number): Check[] {
  if (smallestPossibleP === null) return []
  const passed = isRejected(smallestPossibleP, 1 - confidence)
  return [{ code: 'enough-sites', passed, lowersGrade: true, values: { smallestPossibleP, level: 1 - confidence } }]
}
