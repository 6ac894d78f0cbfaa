import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { analysePilot } from '#lib/stats/pilot/analyse-pilot.ts'
import { sayIn } from '#platform/anywhere/say-in.ts'
import { Analysis, isRefused, type PilotAnalysis } from '#product/result/analysis.ts'
import { type CheckTold, checkLines } from '#product/result/check-lines.ts'
import { gradeLines } from '#product/result/grade-lines.ts'
import { sayLine, sayLines } from '#product/result/line.ts'
import { methodLines } from '#product/result/method-lines.ts'
import type { Question } from '#product/result/result.ts'
import { sentenceOf } from '#product/result/sentence.ts'
import { english } from '../words/en.ts'
import type { AskedGuardrail } from './analyse-columns.ts'
import { warningLine } from './sheet-lines.ts'
import { WrongInput } from './wrong-input.ts'

/** The command line speaks one language, so that what it prints can be relied on by scripts and by issue reports. */
export const say = sayIn('en', english)

/** Of drawn permutations; fixed, so that everybody gets the same numbers from the same file. */
const seed = 1

/** Everything that the command can say of a file, already in words. JSON, text and report are made from this alone. */
export interface Answer {
  readonly analysis: PilotAnalysis
  readonly question: Question
  readonly panel: SheetPanel
  readonly sentence: string
  readonly lead: string
  readonly gradeReasons: readonly string[]
  readonly checks: readonly (Pick<CheckTold, 'code' | 'passed'> & { title: string; detail: string })[]
  readonly method: { name: string; steps: readonly string[]; sources: readonly string[] }
  readonly warnings: readonly string[]
}

export interface Asked {
  readonly value: string
  readonly since: string
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
}

/** @throws {WrongInput} when the figures hold no answer, with what to do about it. */
export function answerOf(panel: SheetPanel, guardrails: readonly AskedGuardrail[], asked: Asked): Answer {
  const { sites, since } = panel
  const analysis = Analysis.parse(
    analysePilot(
      { sites, since },
      {
        better: asked.better,
        ...(asked.worth === null ? {} : { worthHaving: asked.worth }),
        seed,
        planned: 'none',
        randomised: false,
        guardrails: guardrails.map(({ column, better, margin }, at) => ({
          name: column,
          better,
          margin,
          panel: { sites: panel.guardrails[at]?.sites ?? [], since },
        })),
      },
    ),
  )
  const question: Question = {
    metric: { name: asked.value, unit: '', better: asked.better },
    worthHaving: asked.worth,
    planned: 'none',
    isRandomised: false,
    since: asked.since,
  }
  const { sentence, lead } = sentenceOf(analysis, question)
  if (isRefused(analysis)) throw new WrongInput(`${sayLines(sentence, say, 'en')} ${sayLines(lead, say, 'en')}`)
  const { name, steps, sources } = methodLines(analysis)
  return {
    analysis,
    question,
    panel,
    sentence: sayLines(sentence, say, 'en'),
    lead: sayLines(lead, say, 'en'),
    gradeReasons: gradeLines(analysis).map((each) => sayLine(each, say, 'en')),
    checks: checkLines(analysis, question).map(({ code, passed, title, detail }) => ({
      code,
      passed,
      title: sayLine(title, say, 'en'),
      detail: sayLine(detail, say, 'en'),
    })),
    method: { name: sayLine(name, say, 'en'), steps: steps.map((step) => sayLine(step, say, 'en')), sources },
    warnings: panel.warnings.map((warning) => warningLine(warning, say)),
  }
}
