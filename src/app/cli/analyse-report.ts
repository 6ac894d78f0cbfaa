import { readFileSync } from 'node:fs'
import { formatNumber } from '#platform/anywhere/format.ts'
import { type Line, sayWritten, sidedOf, sidedRangeOf, type Written } from '#product/result/line.ts'
import { facing } from '#product/result/result.ts'
import { previewOf } from '#product/sheet/sheet.ts'
import { version } from '../version.ts'
import { type Answer, say } from './analyse-answer.ts'
import { tableRows } from './analyse-text.ts'
import { element, escaped } from './html.ts'
import { intervalSvg, seriesSvg } from './report-pictures.ts'

/**
 * The result as a page that stands alone: no scripts, nothing loaded, light and dark as the reader's device, printable.
 * The same words as the product's result page, from the same functions.
 */
export function reportOf(answer: Answer, file: string): string {
  const { sentence, lead, analysis, question, gradeReasons, checks, method, warnings } = answer
  const title = `${question.metric.name}: ${file}`
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
${element('span', { class: 'letter', 'data-grade': analysis.grade, role: 'img', 'aria-label': say(`design.grade.${analysis.grade}`) }, analysis.grade)}
<div><h1>${escaped(sentence)}</h1><p class="lead">${escaped(lead)}</p></div>
</header>
${figure('How large is it?', scaleNote(answer), intervalOf(answer))}
${figure('Before and with the change', 'Thick lines are the two groups, thin lines some of their sites; sites that say 0 or 1 have none.', seriesOf(answer))}
<section><h2>The numbers</h2>${table(tableRows(answer))}</section>
<section><h2>Can you trust it?</h2><ul class="checks">${checks.map(checkItem).join('')}</ul></section>
<section><h2>Why grade ${analysis.grade}</h2>${list(gradeReasons)}</section>
<section><h2>How it was computed</h2><p>${escaped(method.name)}.</p>${list(method.steps)}<details open><summary>Published in</summary>${list(method.sources)}</details></section>
${warnings.length > 0 ? `<section><h2>About the sheet</h2>${list(warnings)}</section>` : ''}
<section><h2>Every site</h2><details><summary>${analysis.perSite.length} sites, before and with the change</summary>${table(siteRows(answer))}</details></section>
<footer>${escaped(`Made from ${file} by Ratchet ${version}, "ratchet analyse".`)}</footer>
</main>
</body>
</html>
`
}

function figure(title: string, note: string, picture: string): string {
  return `<figure class="chart"><figcaption><h2>${escaped(title)}</h2><p>${escaped(note)}</p></figcaption>${picture}</figure>`
}

function scaleNote({ analysis }: Answer): string {
  const holds = analysis.low === null ? 'There is no interval.' : 'The bar holds every size that fits the data.'
  return `Better is to the right. ${holds}`
}

function intervalOf({ analysis, question, sentence }: Answer): string {
  const figures = facing(analysis, question.metric.better)
  const { estimate, low, high } = analysis
  const sided = sidedOf(analysis, '')
  const tell = (value: Line | Written) => sayWritten(value, say, 'en')
  // The picture is turned so that better is to the right; the words are the metric's own.
  const end = (value: number | null) => (value === null ? null : tell(sided(isLower ? -value : value)))
  const isLower = question.metric.better === 'lower'
  const { worthHaving } = question
  return intervalSvg(
    figures,
    worthHaving,
    {
      estimate: tell(sided(estimate)),
      low: end(figures.low),
      high: end(figures.high),
      range: low === null || high === null ? '' : tell(sidedRangeOf(analysis, '')(low, high)),
      worth: worthHaving === null ? null : say('design.worth-having', { value: formatNumber(worthHaving, 'en') }),
      zero: say('design.no-difference'),
      none: say('design.no-range'),
      worse: isLower ? 'higher (worse)' : 'lower (worse)',
      better: isLower ? 'lower (better)' : 'higher (better)',
    },
    sentence,
  )
}

function seriesOf({ analysis, panel, sentence }: Answer): string {
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

function siteRows({ analysis }: Answer): string[][] {
  return [
    ['Site', 'group', 'before', 'after', 'change'],
    ...analysis.perSite.map(({ name, treated, before, after, change }) => [
      name,
      treated ? 'with the change' : 'without it',
      formatNumber(before, 'en', 4),
      formatNumber(after, 'en', 4),
      formatNumber(change, 'en', 4),
    ]),
  ]
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

function checkItem({ passed, title, detail }: Answer['checks'][number]): string {
  const verdict = say(passed === null ? 'design.not-checked' : passed ? 'design.passed' : 'design.not-passed')
  const sign = passed === null ? '?' : passed ? '✓' : '!'
  return `<li data-passed="${passed}"><span aria-hidden="true">${sign}</span><div><span class="sr">${escaped(verdict)}: </span><strong>${escaped(title)}</strong><p>${escaped(detail)}</p></div></li>`
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
}

/** The product's own colours, sizes and chart rules, and what a single page needs beside them. */
function styles(): string {
  const of = (name: string) => readFileSync(new URL(`../../design/css/${name}.css`, import.meta.url), 'utf8')
  const own = readFileSync(new URL('./analyse-report.css', import.meta.url), 'utf8')
  return `${of('tokens')}\n${of('chart')}\n${own}`
}
