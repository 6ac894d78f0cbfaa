import { type Command, Option } from 'commander'
import type { MetricKind } from '#lib/stats/analyse/analyse-split.ts'
import { type ChartName, chartNames, type RuleChoice, ruleSets } from './chart.ts'
import { type Chosen, waysToChoose } from './chosen.ts'
import { metricKinds } from './split.ts'

export const designs = ['split', 'pilot', 'staggered', 'switchback', 'before-after', 'chart'] as const
export type DesignName = (typeof designs)[number]

/** What can be typed after `analyse FILE`. Which of it a design needs stands in `command.ts`. */
export interface AnalyseOptions {
  design?: DesignName
  site?: string
  period?: string
  value?: string
  treated?: string
  since?: string
  guardrail: string[]
  better?: 'higher' | 'lower'
  worth?: string
  denominator?: string
  offset?: string
  unit?: string
  arm?: string
  control?: string
  pre?: string
  shares?: string
  kind?: MetricKind
  quantile?: string
  first?: string
  weight?: string
  covariate?: string
  window?: string
  block?: string
  season?: string
  step?: true
  trend?: 'drift' | 'level'
  transition?: string
  carryOver?: string
  randomised?: true
  chosen?: Chosen
  method?: string
  planned?: string
  looks?: string
  prior?: string
  cap?: string
  chart?: ChartName
  rules?: RuleChoice
  baseline?: string
  changes: string[]
  json?: true
  report?: string
}

/** For an option that can be given again. */
export const severalTimes = (text: string, before: string[]) => [...before, text]

export function withOptions(command: Command): Command {
  return command
    .argument('<file>', 'a CSV file, or - for standard input')
    .addOption(new Option('--design <design>', 'how it was tried').choices(designs))
    .option('--site <column>', 'the column that names the site: a shop, a ward, a team')
    .option('--period <column>', 'the column that names the day, week, month or year')
    .option('--value <column>', 'the column of figures to compare')
    .option(
      '--treated <column[=value,...]>',
      'which sites got the change: a column of yes and no, or its values that mean yes; "quotes" around a value with a comma',
    )
    .option('--since <period>', 'the first period with the change, included, as the sheet writes it or as a date')
    .option(
      '--guardrail <column:lower|higher:margin>',
      'pilot: a column that must not get worse by more than a margin, and which way is better; can be given again',
      severalTimes,
      [],
    )
    .addOption(
      new Option('--better <way>', 'which way of the value is better (default: higher)').choices(['higher', 'lower']),
    )
    .option('--worth <number>', 'the smallest effect worth having, in the unit of the value')
    .option('--unit <column>', 'split: the column that names what was drawn, where it has several rows')
    .option('--arm <column[=value]>', 'split: the column that names the arm, and the arm with the change')
    .option('--control <value>', 'split: the arm without the change')
    .option('--pre <column>', 'split: the same figure from before the start')
    .option('--shares <with:without>', 'split: the planned parts of the two arms, such as 1:1')
    .addOption(new Option('--kind <kind>', 'split: what is compared (default: mean)').choices(metricKinds))
    .option('--quantile <share>', 'split: which quantile, between 0 and 1 (default: 0.5)')
    .option('--first <column>', 'staggered: the column that says when each site started; empty means never')
    .option('--weight <column>', 'staggered, --method wedge: how many are behind each value')
    .option(
      '--covariate <column[,column]>',
      'staggered: what was known of each site before any start; sites alike in it are compared',
    )
    .option('--window <periods>', 'switchback: how many periods a window has (default: 1)')
    .option('--block <windows>', 'switchback: how many windows were drawn together, half of them on (default: 2)')
    .option('--carry-over <periods>', 'switchback: periods after each switch to leave out (default: 0)')
    .option('--season <periods>', 'before-after: periods in a full cycle, such as 12 months')
    .option('--step', 'before-after: the change is a step, its trend stays as it was')
    .addOption(
      new Option('--trend <what>', 'before-after, --method local-level: what is carried on (default: drift)').choices([
        'drift',
        'level',
      ]),
    )
    .option(
      '--offset <column>',
      'before-after: the same as --denominator; its logarithm is the offset of the Poisson model',
    )
    .option('--transition <periods>', 'before-after: periods to leave out while the change settles (default: 0)')
    .option('--randomised', 'chance decided who got the change, in which order, or when (not before-after, chart)')
    .addOption(
      new Option(
        '--chosen <why>',
        'pilot, before-after: who got the change had the worst figures; all-worst: those without it, too',
      ).choices(waysToChoose),
    )
    .option('--method <name>', 'a named alternative to the usual method; a wrong name lists those that the design has')
    .option('--planned <units>', 'split, --method sequence: units planned in both arms together')
    .option(
      '--looks <part,...>',
      'split, --method group-sequential: the part of them in at each look so far, this one last',
    )
    .option('--prior <share>', 'split, --method bayes: how far effects usually are from 0, as a share (default: 0.3)')
    .option('--cap <share>', 'split, --method winsorised: values beyond this quantile are set to it (default: 0.995)')
    .option(
      '--denominator <column>',
      'split, before-after, chart: how many there were in all, where the value counts some of them',
    )
    .addOption(new Option('--chart <kind>', 'chart: the control chart to draw (default: xmr)').choices(chartNames))
    .addOption(new Option('--rules <set>', 'chart: the rules that mark points').choices(ruleSets))
    .option('--baseline <points>', 'chart: learn the limits from the first so many points, or from "all"')
    .option(
      '--changes <period>',
      'chart: a period in which a recorded change begins; can be given again',
      severalTimes,
      [],
    )
    .option('--json', 'print JSON for programs')
    .option('--report <file>', 'also write a page for people, without scripts, to look at or print')
}
