import { readFileSync } from 'node:fs'
import { version } from '../../version.ts'
import { element, escaped } from '../html.ts'
import { type CheckSaid, say, type Told } from './told.ts'

/**
 * The result as a page that stands alone: no scripts, nothing loaded, light and dark as the reader's device, printable.
 * The same words as the product's result page, from the same functions.
 */
export function reportOf(told: Told, file: string): string {
  const { json, metric, lead, gradeReasons, checks, method, warnings, numbers, more } = told
  const { sentence, grade } = json
  const title = `${metric}: ${file}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${styles()}</style>
</head>
<body>
<main>
<header>
${letter(grade)}
<div><h1>${escaped(sentence)}</h1><p class="lead">${escaped(lead)}</p></div>
</header>
${told
  .pictures()
  .map(({ title, note, svg }) => figure(title, note, svg))
  .join('\n')}
<section><h2>The numbers</h2>${table(numbers)}</section>
${checks.length === 0 ? '' : `<section><h2>Can you trust it?</h2><ul class="checks">${checks.map(checkItem).join('')}</ul></section>`}
${grade === null ? '' : `<section><h2>Why grade ${grade}</h2>${list(gradeReasons)}</section>`}
<section><h2>How it was computed</h2><p>${escaped(method.name)}.</p>${list(method.steps)}<details open><summary>Published in</summary>${list(method.sources)}</details></section>
${warnings.length > 0 ? `<section><h2>About the sheet</h2>${list(warnings)}</section>` : ''}
${more.map(({ title, fold, rows }) => `<section><h2>${escaped(title)}</h2><details><summary>${escaped(fold)}</summary>${table(rows)}</details></section>`).join('\n')}
<footer>${escaped(`Made from ${file} by Ratchet ${version}, "ratchet analyse".`)}</footer>
</main>
</body>
</html>
`
}

function letter(grade: Told['json']['grade']): string {
  if (grade === null) return ''
  const named = { role: 'img', 'aria-label': say(`design.grade.${grade}`) }
  return element('span', { class: 'letter', 'data-grade': grade, ...named }, grade)
}

function figure(title: string, note: string, picture: string): string {
  return `<figure class="chart"><figcaption><h2>${escaped(title)}</h2><p>${escaped(note)}</p></figcaption>${picture}</figure>`
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    row
      .map((cell, at) =>
        element(
          at === 0 ? 'th' : tag,
          { scope: tag === 'th' ? 'col' : at === 0 ? 'row' : undefined, class: at === 0 ? undefined : 'num' },
          escaped(cell),
        ),
      )
      .join('')
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`
}

function checkItem({ passed, title, detail }: CheckSaid): string {
  const verdict = say(passed === null ? 'design.not-checked' : passed ? 'design.passed' : 'design.not-passed')
  const sign = passed === null ? '?' : passed ? '✓' : '!'
  return `<li data-passed="${passed}"><span aria-hidden="true">${sign}</span><div><span class="sr">${escaped(verdict)}: </span><strong>${escaped(title)}</strong><p>${escaped(detail)}</p></div></li>`
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}

/** The product's own colours, sizes and chart rules, and what a single page needs beside them. */
function styles(): string {
  const of = (name: string) => readFileSync(new URL(`../../../design/css/${name}.css`, import.meta.url), 'utf8')
  const own = readFileSync(new URL('./report.css', import.meta.url), 'utf8')
  return `${of('tokens')}\n${of('chart')}\n${own}`
}
