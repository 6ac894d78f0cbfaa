import { writeFigures } from '#platform/anywhere/figures.ts'
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
  const mark = passed === null ? '?' : passed ? 'ok' : '!!'
  return wrap(`${mark.padEnd(3)} ${title}. ${detail}`, 2, 6)
}

/** The means behind the effect, and the effect with its interval. */
export function tableRows({ analysis, question }: Pick<Answer, 'analysis' | 'question'>): string[][] {
  const { groups, estimate, low, high, confidence, pValue, relative } = analysis
  const figures = writeFigures({ estimate, low, high }, 'en')
  const means = groups.map(({ role, sites, before, after }) => [
    role === 'treated' ? 'with the change' : 'without it',
    String(sites),
    formatNumber(before, 'en', 4),
    formatNumber(after, 'en', 4),
    signed(after - before),
  ])
  const interval =
    figures.low === null ? 'no interval' : `${formatShare(confidence, 'en')} interval ${figures.low} to ${figures.high}`
  const share = relative.estimate === null ? [] : [`${signedShare(relative.estimate)}`]
  return [
    [question.metric.name, 'sites', 'before', 'after', 'change'],
    ...means,
    ['difference', '', '', '', signed(estimate)],
    [interval, '', '', '', `p ${pValue < 0.001 ? '< 0.001' : formatNumber(pValue, 'en', 2)}`],
    ...share.map((text) => ['of what would have been', '', '', '', text]),
  ]
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

function signed(value: number): string {
  const text = formatNumber(value, 'en', 4)
  return value > 0 && text !== '0' ? `+${text}` : text
}

function signedShare(share: number): string {
  return `${share > 0 ? '+' : ''}${formatShare(share, 'en', 3)}`
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
