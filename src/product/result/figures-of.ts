import { csvLine } from '#platform/anywhere/csv.ts'
import { rowsBehind, type TrialPanel } from '#product/plan/plan-store.ts'
import type { ResultFigure } from './result-api.ts'

/** How many figures a panel holds, those that are missing included; of one site, or of all. */
export function countFigures({ sites, periods }: TrialPanel, site?: string): number {
  return sites.filter(({ name }) => site === undefined || name === site).length * periods.length
}

/** The figures of a panel, site by site and period by period, from the `from`-th on. */
export function* figuresOf(panel: TrialPanel, { site, from = 0 }: { site?: string | undefined; from?: number } = {}) {
  let place = -1
  for (const [at, { name, treated, values }] of panel.sites.entries()) {
    if (site !== undefined && name !== site) continue
    for (const [period, { label }] of panel.periods.entries()) {
      place++
      if (place < from) continue
      const behind = rowsBehind(panel, at, period)
      yield {
        site: name,
        group: treated ? 'treated' : 'comparison',
        period: label,
        time: period < panel.since ? 'before' : 'after',
        value: values[period] ?? null,
        guardrails: panel.guardrails.map((sites) => sites[at]?.values[period] ?? null),
        sheet: behind && { id: behind.sheet.id, name: behind.sheet.name },
        rows: behind?.rows ?? [],
        rowCount: behind?.count ?? 0,
      } satisfies ResultFigure
    }
  }
}

/**
 * The figures as a CSV file, in pieces: every site and period once, the group as 1 and 0, so that
 * `ratchet analyse` takes it as it is and comes to the same numbers.
 */
export function* csvOf(panel: TrialPanel): Generator<string> {
  const { metric, guardrails } = panel.plan.body
  const names = ['site', 'period', 'treated', metric.name, ...guardrails.map(({ name }) => name)]
  yield csvLine([...unique(names), 'time', 'sheet', 'rows'])
  let piece = ''
  for (const figure of figuresOf(panel)) {
    const { site, group, period, time, value, sheet, rows, rowCount } = figure
    const more = rowCount > rows.length ? ' …' : ''
    piece += csvLine([
      site,
      period,
      group === 'treated' ? 1 : 0,
      value,
      ...figure.guardrails,
      time,
      sheet?.name ?? null,
      rows.length > 0 ? rows.join(' ') + more : null,
    ])
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

/** A guardrail may be called as the metric is, or as a column of ours. */
function unique(names: readonly string[]): string[] {
  const taken = new Set(['time', 'sheet', 'rows'])
  return names.map((name) => {
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
    taken.add(free)
    return free
  })
}
