import type { CheckSaid, Told } from './told.ts'

/** Characters in a line: what a terminal shows and a person reads. */
const measure = 78

/** What the command prints for people. */
export function textOf({ json, lead, gradeReasons, checks, method, warnings, numbers }: Told): string {
  const parts = [
    wrap(json.sentence),
    wrap(lead),
    ...(json.grade === null
      ? []
      : [[`Evidence grade ${json.grade}`, ...gradeReasons.map((reason) => wrap(`- ${reason}`, 2))].join('\n')]),
    tableOf(numbers),
    ...(checks.length === 0 ? [] : [['Can you trust it?', ...checks.map(checkText)].join('\n')]),
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

function checkText({ passed, title, detail }: CheckSaid): string {
  const mark = passed === null ? '?' : passed ? '✓' : '!'
  return wrap(`${mark} ${title}. ${detail}`, 2, 4)
}

function tableOf(rows: Told['numbers']): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
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
