import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { analysePilot, type PilotResult } from '#lib/stats/pilot/analyse-pilot.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { checkLines } from '#product/result/check-lines.ts'
import { gradeLines } from '#product/result/grade-lines.ts'
import { sayLine, sayLines } from '#product/result/line.ts'
import { methodLines } from '#product/result/method-lines.ts'
import type { Question } from '#product/result/result.ts'
import { sentenceOf } from '#product/result/sentence.ts'
import { previewOf } from '#product/sheet/sheet.ts'
import { warningLine } from '../sheet-lines.ts'
import { WrongInput } from '../wrong-input.ts'
import { type Chosen, choiceOf, pickedAtWorst } from './chosen.ts'
import type { AskedGuardrail } from './columns.ts'
import { effectPicture } from './effect-picture.ts'
import { effectRows, writerOf } from './effect-rows.ts'
import { nameOfMethod } from './name-of-method.ts'
import { seriesSvg } from './pictures.ts'
import { pilotMethods, readSites } from './pilot-methods.ts'
import { pilotOtherwise } from './pilot-otherwise.ts'
import { say, seed, type Told } from './told.ts'

export interface Asked {
  readonly value: string
  readonly since: string
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
  /** Lots were drawn for which sites get the change. */
  readonly isRandomised: boolean
  readonly chosen?: Chosen | undefined
  /** A named alternative to `did`. */
  readonly method?: string | undefined
}

/** @throws {WrongInput} when the figures hold no answer, with what to do about it. */
export function pilotTold(panel: SheetPanel, guardrails: readonly AskedGuardrail[], asked: Asked): Told {
  const method = nameOfMethod(asked.method, Object.keys(pilotMethods), '--design pilot')
  const read = method === undefined ? null : pilotMethods[method]
  if (read && guardrails.length > 0)
    throw new WrongInput(
      '--guardrail: only --method did (the usual one) holds guardrails; look at them without --method.',
    )
  const analysis = analysisOf(panel, guardrails, asked)
  const question: Question = {
    metric: { name: asked.value, unit: '', better: asked.better },
    worthHaving: asked.worth,
    planned: 'none',
    isRandomised: asked.isRandomised,
    since: asked.since,
  }
  const { sentence, lead } = sentenceOf(analysis, question)
  if ('refused' in analysis) throw new WrongInput(`${sayLines(sentence, say, 'en')} ${sayLines(lead, say, 'en')}`)
  const { name, steps, sources } = methodLines(analysis)
  const headline = sayLines(sentence, say, 'en')
  const checks = checkLines(analysis, question).map(({ code, passed, title, detail }) => ({
    code,
    passed,
    title: sayLine(title, say, 'en'),
    detail: sayLine(detail, say, 'en'),
  }))
  if (read) return pilotOtherwise(panel, analysis, checks, read(panel, readSites(panel)), asked)
  const { design, estimate, low, high, confidence, pValue, relative, grade, groups, rows } = analysis
  return {
    json: {
      ...{ design, method: analysis.method, estimate, low, high, confidence, pValue },
      relative: { estimate: relative.estimate, low: relative.low, high: relative.high },
      grade,
      checks: checks.map((check) => ({
        name: check.code,
        passed: check.passed,
        detail: `${check.title}. ${check.detail}`,
      })),
      groups: groups.map((group) => ({ name: group.role, units: group.sites, rows: group.rows })),
      rows: rows.used,
      sentence: headline,
    },
    metric: asked.value,
    lead: sayLines(lead, say, 'en'),
    gradeReasons: gradeLines(analysis).map((each, at) =>
      analysis.gradeReasons[at]?.code === 'picked-at-extreme' ? pickedAtWorst : sayLine(each, say, 'en'),
    ),
    checks,
    method: { name: sayLine(name, say, 'en'), steps: steps.map((step) => sayLine(step, say, 'en')), sources },
    warnings: panel.warnings.map((warning) => warningLine(warning, say)),
    numbers: numbersOf(analysis, asked.value),
    more: [
      {
        title: 'Every site',
        fold: `${analysis.perSite.length} sites, before and with the change`,
        rows: siteRows(analysis),
      },
    ],
    pictures: () => [
      effectPicture(analysis, { better: asked.better, worth: asked.worth, sentence: headline }),
      {
        title: 'Before and with the change',
        note: 'Thick lines are the two groups, thin lines some of their sites; sites that say 0 or 1 have none.',
        svg: seriesOf(analysis, panel, headline),
      },
    ],
  }
}

function analysisOf(
  { sites, since, guardrails }: SheetPanel,
  asked: readonly AskedGuardrail[],
  { better, worth, isRandomised, chosen }: Asked,
) {
  return analysePilot(
    { sites, since },
    {
      better,
      ...(worth === null ? {} : { worthHaving: worth }),
      seed,
      planned: 'none',
      randomised: isRandomised,
      choice: choiceOf(chosen, since),
      guardrails: asked.map((guardrail, at) => ({
        name: guardrail.column,
        better: guardrail.better,
        margin: guardrail.margin,
        panel: { sites: guardrails[at]?.sites ?? [], since },
      })),
    },
  )
}

/** The means behind the effect, and the effect with its interval: all with the same decimals. */
function numbersOf(analysis: PilotResult, metric: string): string[][] {
  const { write, signed } = writerOf(analysis)
  const means = analysis.groups.map(({ role, sites, before, after }) => [
    role === 'treated' ? 'with the change' : 'without it',
    String(sites),
    write(before),
    write(after),
    signed(after - before),
  ])
  return [[metric, 'sites', 'before', 'after', 'change'], ...means, ...effectRows(analysis, 5)]
}

function seriesOf(analysis: PilotResult, panel: SheetPanel, sentence: string): string {
  const { periods, lines } = previewOf(panel, [])
  const sites = (isTreated: boolean) => lines.filter(({ treated }) => treated === isTreated).map(({ values }) => values)
  return seriesSvg(
    {
      periods,
      since: panel.since,
      change: `change starts, ${periods[panel.since] ?? ''}`,
      changed: { name: 'with the change', means: analysis.series.map(({ treated }) => treated), sites: sites(true) },
      compared: { name: 'without it', means: analysis.series.map(({ comparison }) => comparison), sites: sites(false) },
    },
    sentence,
  )
}

function siteRows({ perSite }: PilotResult): string[][] {
  return [
    ['Site', 'group', 'before', 'after', 'change'],
    ...perSite.map(({ name, treated, before, after, change }) => [
      name,
      treated ? 'with the change' : 'without it',
      ...[before, after, change].map((value) => formatNumber(value, 'en', 4)),
    ]),
  ]
}
