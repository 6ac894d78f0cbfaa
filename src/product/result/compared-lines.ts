import { type AnsweredAnalysis, isPilot } from './analysis.ts'
import type {
  BeforeAfterAnalysis,
  SplitAnalysis,
  StaggeredAnalysis,
  SwitchbackAnalysis,
  SyntheticAnalysis,
} from './design-analyses.ts'
import { type Line, line, rough, type Written } from './line.ts'
import type { PilotAnalysis } from './pilot-analysis.ts'
import type { Question } from './result.ts'

/** What was compared with what: the second line of a result. */
export function comparedLines(analysis: AnsweredAnalysis, question: Question): Line[] {
  switch (analysis.design) {
    case 'pilot':
      return [isPilot(analysis) ? pilotLine(analysis) : syntheticLine(analysis)]
    case 'split':
      return [splitLine(analysis, question)]
    case 'staggered':
      return [staggeredLine(analysis)]
    case 'switchback':
      return [switchbackLine(analysis)]
    case 'before-after':
      return seriesLines(analysis, question)
  }
}

/** Where sites had to be left out, of how many: the plan counts those too. */
function pilotLine({ groups: [treated, comparison], periods, dropped }: PilotAnalysis): Line {
  const lost = dropped.filter((site) => site.treated).length
  const counts = {
    treated: treated.sites,
    comparison: comparison.sites,
    before: periods.before,
    after: periods.after,
  }
  if (dropped.length === 0) return line('result.compared', counts)
  return line('result.compared-some', {
    ...counts,
    allTreated: treated.sites + lost,
    allComparison: comparison.sites + dropped.length - lost,
    lost: dropped.length,
  })
}

function syntheticLine({ groups, weights }: SyntheticAnalysis): Line {
  return line('result.compared.synthetic', {
    treated: groups[0]?.units ?? 0,
    donors: groups[1]?.units ?? 0,
    mixed: weights.length,
  })
}

function splitLine({ groups: [treated, comparison], method }: SplitAnalysis, question: Question): Line {
  const values = {
    treated: treated?.name ?? '',
    comparison: comparison?.name ?? '',
    units: treated?.units ?? 0,
    others: comparison?.units ?? 0,
    treatedMean: meanText(treated?.mean ?? null, question),
    comparisonMean: meanText(comparison?.mean ?? null, question),
  }
  return line(method === 'paired-t' ? 'result.compared.paired' : 'result.compared.split', values)
}

function meanText(mean: number | null, { isShare, metric }: Question): Written | string {
  if (mean === null) return '?'
  return isShare ? { share: mean } : rough(mean, metric.unit)
}

function staggeredLine({ groups, sites, study, method, rows }: StaggeredAnalysis): Line {
  if (method.startsWith('wedge')) return line('result.compared.wedge', { sites, rows: rows.used })
  const never = groups.find(({ name }) => name === 'never')?.units ?? 0
  return line('result.compared.staggered', {
    sites,
    waves: groups.filter(({ name }) => name !== 'never').length,
    with: study?.comparison === 'never-treated' ? 'never' : 'later',
    never,
    dropped: study?.dropped.length ?? 0,
  })
}

function switchbackLine({ windows, bySite, carriedOver }: SwitchbackAnalysis): Line {
  return line('result.compared.switchback', { ...windows, sites: bySite.length, carried: carriedOver })
}

/** A raw figure may go one way and the change another: both are said, so that nobody believes the raw one. */
function seriesLines({ groups: [before, after], estimate, verdict }: BeforeAfterAnalysis, question: Question): Line[] {
  const [b, a] = [before?.mean ?? null, after?.mean ?? null]
  const isAgainst = b !== null && a !== null && (a - b) * estimate < 0 && verdict !== 'unclear'
  return [
    line('result.compared.before-after', {
      before: before?.rows ?? 0,
      after: after?.rows ?? 0,
      since: question.since,
    }),
    ...(isAgainst ? [line('result.against-raw', { way: a > b ? 'up' : 'down' })] : []),
  ]
}
