import { analyseWedge } from '#lib/stats/analyse/analyse-wedge.ts'
import type { TrialQuestion } from '#lib/stats/analyse/trial-answer.ts'
import type { StaggeredUnit } from '#lib/stats/staggered/staggered-panel.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { chance, effectTold } from './effect-told.ts'
import type { TablePanel } from './panel-of-table.ts'
import type { ReadTable } from './read-table.ts'
import type { AskedStaggered } from './staggered.ts'
import type { Told } from './told.ts'

/** A roll-out read as a stepped wedge: within sites, beside periods. @throws {WrongInput} when the figures hold no answer. */
export function wedgeTold(
  units: readonly StaggeredUnit[],
  panel: TablePanel,
  table: ReadTable,
  asked: AskedStaggered,
  question: TrialQuestion,
): Told {
  const sites = units.map(({ name, since, values }, at) => ({
    name,
    start: since !== null && since < values.length ? since : null,
    values,
    ...(asked.weight === undefined ? {} : { weights: weightsOf(panel, at, table, asked.weight) }),
  }))
  const isMixed = asked.method === 'wedge-mixed'
  const answer = analyseWedge(sites, { ...question, siteEffect: isMixed ? 'random' : 'fixed' })
  if ('refused' in answer)
    throw new WrongInput(
      answer.refused === 'same-start'
        ? 'Nothing can be told: all sites start together, so that the change cannot be told from the time.'
        : 'Nothing varies, so there is no noise to judge by.',
    )
  const { wedge } = answer
  return effectTold(answer, {
    metric: asked.value,
    better: asked.better,
    worth: asked.worth,
    compared: `${wedge.sites} sites, ${formatNumber(wedge.rows, 'en')} figures; each site is compared with itself${isMixed ? ' and with the others' : ''}, beside what all sites did in the same period.`,
    start: asked.isRandomised
      ? 'Rolled out in an order that was drawn by chance'
      : 'Rolled out in waves, and the order was chosen, not drawn',
    method: {
      name: `Stepped wedge${isMixed ? ' by a mixed model' : ''}, ${wedge.method === 'cr2' ? 'cluster-robust (CR2)' : 'permutation of the order'}`,
      steps: [
        `One effect beside every period, taken to be the same at all times; ${isMixed ? 'sites differ by a random amount' : 'each site has a level of its own'}.`,
        wedge.method === 'cr2'
          ? 'The interval comes from how much sites differ, with Satterthwaite degrees of freedom.'
          : 'How unusual it is among all orders in which these sites could have started gives p and the interval.',
      ],
      sources: ['Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191'],
    },
    checks: {
      'enough-orders': ({ values }) => ({
        title: 'There are enough orders to tell',
        detail: `The smallest possible p is ${formatNumber(Number(values['smallestPossibleP']), 'en', 2)}.`,
      }),
      steady: ({ passed, values }) => ({
        title: passed ? 'The effect is steady' : 'The effect changes with time',
        detail: `Whether it grows with each period: p ${chance(values['pValue'])}.`,
      }),
    },
    warnings: table.warnings,
  })
}

/** Sums of the column by period; a period without any counts as 1 and has no value anyway. */
function weightsOf({ sites, ordered }: TablePanel, at: number, { numbers }: ReadTable, column: string): number[] {
  const weights = ordered.periods.map(() => 0)
  for (const row of sites[at]?.rows ?? []) {
    const place = ordered.placeOf[row] ?? 0
    const weight = numbers[column]?.[row] ?? 0
    if (weight < 0) throw new WrongInput(`--weight: ${weight} is below 0.`)
    weights[place] = (weights[place] ?? 0) + weight
  }
  return weights.map((weight) => (weight > 0 ? weight : 1))
}
