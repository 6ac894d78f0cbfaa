import { decimalsOf, writeFixed } from '#platform/anywhere/figures.ts'
import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import type { Answer } from './analyse-answer.ts'

/** Characters in a line: what a terminal shows and a person reads. */
const measure = 78

/** What the command prints for people. */
export function textOf(answer: Answer): string {
  const { analysis, sentence, lead, gradeReasons, checks, method, warnings } = answer
  const parts = [
    wrap(sentence),
    wrap(lead),
    [`Evidence grade ${analysis.grade}`, ...gradeReasons.map((reason) => wrap(`- ${reason}`, 2))].join('\n'),
    tableOf(answer),
    ['Can you trust it?', ...checks.map(checkText)].join('\n'),
    [
      `How: ${method.name}`,
      ...method.steps.map((step) => wrap(step, 2)),
      ...method.sources.map((source) => wrap(source, 2)),
    ].join('\n'),
    ...(warnings.length > 0
      ? [['About the sheet', ...warnings.map((warning) => wrap(`- ${warning}`, 2))].join('\n')]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function checkText({ passed, title, detail }: Answer['checks'][number]): string {
  const mark = passed === null ? '?' : passed ? '✓' : '!'
  return wrap(`${mark} ${title}. ${detail}`, 2, 4)
}

/** The means behind the effect, and the effect with its interval: all with the same decimals. */
export function tableRows({ analysis, question }: Pick<Answer, 'analysis' | 'question'>): string[][] {
  const { groups, estimate, low, high, confidence, pValue } = analysis
  const decimals = decimalsOf({ estimate, low, high })
  const write = (value: number) => writeFixed(value, decimals, 'en')
  const signed = (value: number) => (value > 0 ? `+${write(value)}` : write(value))
  const means = groups.map(({ role, sites, before, after }) => [
    role === 'treated' ? 'with the change' : 'without it',
    String(sites),
    write(before),
    write(after),
    signed(after - before),
  ])
  return [
    [question.metric.name, 'sites', 'before', 'after', 'change'],
    ...means,
    wide('difference', signed(estimate)),
    wide(
      `${formatShare(confidence, 'en')} interval`,
      low === null || high === null ? 'none' : `${write(low)} to ${write(high)}`,
    ),
    wide('p', pValue < 0.001 ? '< 0.001' : formatNumber(pValue, 'en', 2)),
    ...relativeRows(analysis),
  ]
}

/** The effect as a share, with its interval. One that is not beyond chance and has no interval would be a bare claim. */
function relativeRows({ relative, verdict, confidence }: Answer['analysis']): string[][] {
  const { estimate, low, high } = relative
  if (estimate === null) return []
  const name = 'of what would have been'
  const hasInterval = low !== null && high !== null
  if (!hasInterval && verdict === 'unclear') return [wide(name, 'not beyond chance')]
  const percents = {
    estimate: 100 * estimate,
    low: low === null ? null : 100 * low,
    high: high === null ? null : 100 * high,
  }
  const write = (share: number) => `${writeFixed(100 * share, decimalsOf(percents), 'en')} %`
  return [
    wide(name, `${estimate > 0 ? '+' : ''}${write(estimate)}`),
    wide(`its ${formatShare(confidence, 'en')} interval`, hasInterval ? `${write(low)} to ${write(high)}` : 'none'),
  ]
}

function wide(name: string, value: string): string[] {
  return [name, '', '', '', value]
}

function tableOf(answer: Answer): string {
  const rows = tableRows(answer)
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[at] ?? 0) + 3)))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

/** Breaks at spaces; `indent` before every line, `hanging` before those that follow. */
function wrap(text: string, indent = 0, hanging = indent + (text.startsWith('- ') ? 2 : 0)): string {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let isEmpty = true
  for (const word of text.split(/ +/)) {
    if (!isEmpty && line.length + 1 + word.length > measure) {
      lines.push(line)
      line = ' '.repeat(hanging)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
